import Compliance
import Coverage
import Places
import Policy
import Testing

/// Qualified, standardised, served, and subdistricts with a centre, in a district of five communities.
@Suite struct NamedMeasuresTests {
    /// C0 and C1 in 东街道, C2 in 西镇, C3 in River (all rural), C4 in no subdistrict.
    private func world() -> Study {
        study(
            [
                community("C0", subdistrict: "东街道", district: "D", setting: .urban),
                community("C1", subdistrict: "东街道", district: "D", setting: .urban),
                community("C2", subdistrict: "西镇", district: "D", setting: .urban),
                community("C3", subdistrict: "River", district: "D", setting: .rural),
                community("C4", district: "E", setting: .rural),
            ],
            facilities: [
                facility("F0") {
                    $0.community = 0
                    $0.kind = .station
                    $0.area = number("100")
                    $0.grade = "standardised"
                    $0.serves = [1]
                },
                facility("F1") {
                    $0.community = 2
                    $0.kind = .station
                },
                facility("F2") {
                    $0.community = 3
                    $0.kind = .centre
                    $0.area = number("99")
                },
                facility("closed") {
                    $0.community = 4
                    $0.kind = .centre
                    $0.area = number("500")
                    $0.closed = date("2020")
                },
            ])
    }

    private func rates(_ measures: [NamedMeasure: NamedMeasureRule]) -> [String] {
        let own = pack {
            $0.facilityStandards = [
                standard(
                    .floorArea(minimum: number("100"), orShareOfPublicService: nil), id: "facility.body")
            ]
            $0.namedMeasures = measures
        }
        return NamedMeasures.rates(study: world(), pack: own, on: day("2025-12-31")).map { rate in
            let unknown = rate.unknown == 0 ? "" : " ?\(Int(rate.unknown))"
            return
                "\(rate.scope.identifier) \(rate.measure) \(Int(rate.numerator))/\(Int(rate.denominator))\(unknown)"
        }
    }

    /// F0 has 100 m², F2 99 m²; F1 states no area, so that C2 is unknown.
    @Test func communitiesWithAQualifiedFacility() {
        let found = rates([.hasQualified: .init(selector: .any, meeting: ["facility.body"])])
        #expect(
            found == [
                "s has_qualified 1/5 ?1", "D has_qualified 1/4 ?1", "E has_qualified 0/1",
                "D/River has_qualified 0/1", "D/东街道 has_qualified 1/2", "D/西镇 has_qualified 0/1 ?1",
                "rural has_qualified 0/2", "urban has_qualified 1/3 ?1",
            ])
    }

    @Test func standardisedAndServed() {
        let standardised = rates([
            .hasStandardised: .init(selector: FacilitySelector(grades: ["standardised"]))
        ])
        #expect(standardised.first == "s has_standardised 1/5")
        // C1 has none of its own and is served by F0.
        #expect(
            rates([.isServed: .init(selector: FacilitySelector(kinds: [.station]))]).prefix(2)
                == ["s is_served 3/5", "D is_served 3/4"])
    }

    /// River is a township, since all its communities are rural; 西镇 by its name, though urban.
    @Test func subdistrictsAndTownshipsTogetherAndApart() {
        #expect(
            rates([.subdistrictHasCentre: .init(selector: FacilitySelector(kinds: [.centre]))]) == [
                "s subdistrict_has_centre 1/3", "s street_has_centre 0/1", "s township_has_centre 1/2",
                "D subdistrict_has_centre 1/3", "D street_has_centre 0/1", "D township_has_centre 1/2",
                "E subdistrict_has_centre 0/0", "E street_has_centre 0/0", "E township_has_centre 0/0",
            ])
    }

    /// Over the urban communities of a district alone; scopes without any have nothing to be a share of.
    @Test func aMeasureOfSomeCommunitiesIsTakenOverThese() {
        let area = PolicyArea(districts: ["D"], setting: .urban)
        #expect(
            rates([.hasStandardised: .init(selector: FacilitySelector(kinds: [.station]), area: area)]) == [
                "s has_standardised 2/3", "D has_standardised 2/3", "E has_standardised 0/0",
                "D/River has_standardised 0/0", "D/东街道 has_standardised 1/2", "D/西镇 has_standardised 1/1",
                "rural has_standardised 0/0", "urban has_standardised 2/3",
            ])
        #expect(
            rates([.subdistrictHasCentre: .init(selector: .any, area: area)]).prefix(3) == [
                "s subdistrict_has_centre 2/2", "s street_has_centre 1/1", "s township_has_centre 1/1",
            ])
    }

    @Test func aPackWithoutThemHasNone() { #expect(rates([:]).isEmpty) }
}
