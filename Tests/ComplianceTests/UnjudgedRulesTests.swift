import Compliance
import Places
import Policy
import Testing

/// Why a rule says nothing of a study, told apart: what does not apply, and what the study does not state.
@Suite struct UnjudgedRulesTests {
    private let name = BilingualText(en: "n", zh: "名")

    private func target(_ extent: Target.Extent) -> Target {
        Target(
            id: "t", name: name, clause: clause, measure: .facilities, extent: extent, basis: .count,
            due: nil, atLeast: ExactDecimal(1))
    }

    private func reasons(
        _ communities: [Community], facilities: [Facility] = [], compounds: [Compound] = [],
        findings: [Finding] = [], _ rules: (inout PolicyPack) -> Void
    ) -> [UnjudgedRule.Reason] {
        var world = study(communities, facilities: facilities)
        world.compounds = compounds
        return UnjudgedRules(study: world, pack: pack(rules), on: day("2020-06-30"))
            .rules(without: findings).map(\.reason)
    }

    @Test func targetsOfAreasThatTheStudyHasNot() {
        let plain = [community("A"), community("B")]
        let city = [community("A", district: "East", setting: .urban), community("B")]
        #expect(reasons(plain) { $0.targets = [target(.eachDistrict)] } == [.unstated(.district)])
        #expect(reasons(plain) { $0.targets = [target(.setting(.rural))] } == [.unstated(.setting)])
        #expect(
            reasons(city) { $0.targets = [target(.setting(.rural))] } == [.noCommunity(.rural, unstated: 1)])
        #expect(
            reasons(Array(city.prefix(1))) { $0.targets = [target(.setting(.rural))] }
                == [.noCommunity(.rural, unstated: 0)])
        #expect(
            reasons(city) { $0.targets = [target(.districts(["West"]))] }
                == [.noCommunityIn(["West"], unstated: 1)])
        #expect(reasons([]) { $0.targets = [target(.eachDistrict)] } == [.noCommunities])
    }

    @Test func whatIsNotStatedIsUnknownAndTheRestDoesNotApply() {
        #expect(UnjudgedRule.Reason.unstated(.district).isUnknown)
        #expect(UnjudgedRule.Reason.noCommunity(.rural, unstated: 1).isUnknown)
        #expect(!UnjudgedRule.Reason.noCommunity(.rural, unstated: 0).isUnknown)
        #expect(!UnjudgedRule.Reason.noFacility(counted: "any").isUnknown)
    }

    @Test func rulesOfFacilitiesAndTiers() {
        func standard(_ period: EffectivePeriod, _ area: PolicyArea = .everywhere) -> FacilityStandard {
            FacilityStandard(
                id: "facility.f", name: name, clause: clause, period: period,
                selector: FacilitySelector(kinds: [.station]), area: area,
                requirement: .landArea(ExactDecimal(1)))
        }
        let station = facility("F") {
            $0.kind = .station
            $0.community = 0
        }
        let urban = [community("A", setting: .urban), community("B", setting: .rural)]
        #expect(
            reasons(urban, facilities: [station]) {
                $0.facilityStandards = [standard(EffectivePeriod(from: date("2021")))]
            } == [.notYetInForce(from: date("2021"))])
        #expect(
            reasons(urban, facilities: [station]) {
                $0.facilityStandards = [standard(EffectivePeriod(to: date("2019-12")))]
            } == [.noLongerInForce(since: date("2019-12"))])
        #expect(
            reasons(urban) { $0.facilityStandards = [standard(.always)] }
                == [.noFacility(counted: "kind=station")])
        #expect(
            reasons(urban, facilities: [station]) {
                $0.facilityStandards = [standard(.always, PolicyArea(setting: .rural))]
            } == [.noFacilityThere(counted: "kind=station")])
        #expect(
            reasons(urban) {
                $0.tierStandards = [
                    TierStandard(
                        id: "tier.t", name: name, clause: clause, tier: .subdistrict, selector: .any)
                ]
            } == [.unstated(.subdistrict)])
    }

    /// A rule with a finding is judged, and one of several versions is named once.
    @Test func rulesOfCompounds() {
        #expect(reasons([community("A")]) { $0.space = [twentyFrom2018] } == [.noCompounds])
        #expect(
            reasons([community("A")], compounds: [compound()]) {
                $0.pooledSpace = [
                    PooledSpaceRule(clause: clause, grouping: .pool),
                    PooledSpaceRule(clause: clause, grouping: .community),
                ]
            } == [.nobodyShares])
        let judged = Finding(
            rule: "space", clause: clause, scope: .compound, subject: "C", verdict: .pass,
            unit: .squareMetres, detail: .owesNothing)
        #expect(reasons([community("A")], findings: [judged]) { $0.space = [twentyFrom2018] } == [])
    }
}
