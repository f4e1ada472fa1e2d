import Geometry
import Places
import Policy
import Testing

@Suite struct PolicyPackTests {
    static func pack(_ change: (inout PolicyPack) -> Void = { _ in }) -> PolicyPack {
        var pack = PolicyPack(
            id: "p", name: BilingualText(en: "P", zh: "P"), jurisdiction: BilingualText(en: "J", zh: "J"))
        change(&pack)
        return pack
    }

    @Test func theDefaultsAreAKilometreAndAQuarterOfAnHour() {
        let pack = PolicyPack.withoutRules
        #expect(pack.space.isEmpty && pack.synchronizations.isEmpty && pack.targets.isEmpty)
        #expect(pack.radius == Metres(1000))
        #expect(pack.walking == WalkingStandard(minutes: 15, speed: 1, snapLimit: Metres(300)))
        #expect(pack.walking.limitInSeconds == 900)
        #expect(CoverageMeasure.allCases.allSatisfy { pack.selector(for: $0) == .any })
        #expect(pack.newCompoundsFrom == nil)
    }

    @Test func aStudyOverridesWhatItNames() {
        let standard = WalkingStandard(minutes: 15, speed: 1, snapLimit: Metres(300))
        #expect(standard.overridden(by: WalkingChoice()) == standard)
        #expect(
            standard.overridden(by: WalkingChoice(minutes: 10))
                == WalkingStandard(minutes: 10, speed: 1, snapLimit: Metres(300)))
        #expect(
            standard.overridden(by: WalkingChoice(speed: 0.8, snapLimit: Metres(50)))
                == WalkingStandard(minutes: 15, speed: 0.8, snapLimit: Metres(50)))
    }

    @Test func aRuleWithoutARateForNewCompoundsNamesNoDay() {
        let from = day(2017, 8, 31)
        let new = Self.pack {
            $0.space = [SpaceRule(clause: clause, effectiveFrom: PartialDate(from), newRate: number("20"))]
        }
        #expect(new.newCompoundsFrom == from)
        let existing = Self.pack {
            $0.space = [
                SpaceRule(
                    clause: clause, effectiveFrom: PartialDate(from), newRate: nil, existingRate: number("15")
                )
            ]
        }
        #expect(existing.newCompoundsFrom == nil)
    }

    /// 333 households at 20 m² for each 100 are 66.6 m², exactly.
    @Test func whatHouseholdsAskForIsExact() {
        let rule = SpaceRule(
            clause: clause, effectiveFrom: PartialDate(day(2017, 8, 31)), newRate: number("20"),
            existingRate: number("12.5"))
        #expect(rule.required(households: number("333"), class: .new) == number("66.6"))
        #expect(rule.required(households: number("333"), class: .existing) == number("41.625"))
    }

    @Test func aTargetCountsItsOwnElseItsMeasures() {
        let points = FacilitySelector(networks: [.embedded, .radiating])
        let pack = Self.pack { $0.selectors[.within1km] = FacilitySelector(kinds: [.station]) }
        func target(_ measure: Target.Measure, _ selector: FacilitySelector?) -> Target {
            let due = PartialDate(day(2020, 12, 31))
            return Target(
                id: "t", name: BilingualText(en: "T", zh: "T"), clause: clause, measure: measure,
                selector: selector, basis: .elders, due: due, atLeast: number("1"))
        }
        #expect(pack.selector(for: target(.coverage(.within1km), points)) == points)
        #expect(pack.selector(for: target(.coverage(.within1km), nil)) == FacilitySelector(kinds: [.station]))
        #expect(pack.selector(for: target(.coverage(.within15min), nil)) == .any)
        #expect(pack.selector(for: target(.facilities, nil)) == .any)
    }

    @Test func measuresOfTargetsHaveNamesOfTheirOwn() {
        let names = Target.Measure.all.map(\.name)
        #expect(Set(names).count == names.count)
        for measure in Target.Measure.all { #expect(Target.Measure(name: measure.name) == measure) }
        #expect(Target.Measure(name: "coverage") == nil)
        // An area can be within a radius, but nobody has walked to every point of it.
        #expect(Target.Measure.coverage(.within1km).bases.contains(.area))
        #expect(!Target.Measure.coverage(.within15min).bases.contains(.area))
    }

    @Test func aCostIsTheFirstDefaultThatFits() {
        let pack = Self.pack {
            $0.costs = [
                CostDefault(
                    id: "sized", clause: clause, selector: FacilitySelector(kinds: [.station]),
                    perFacility: number("10000"), perSquareMetre: number("3000"), perBed: number("20000")),
                CostDefault(
                    id: "flat", clause: clause, selector: .any, perFacility: number("500000")),
            ]
        }
        let station = facility {
            $0.kind = .station
            $0.area = number("120.5")
            $0.beds = number("10")
        }
        #expect(pack.defaultCost(of: station) == number("571500"))
        // Its beds are not known: the next default that fits.
        #expect(pack.defaultCost(of: facility { $0.kind = .station }) == number("500000"))
        #expect(Self.pack().defaultCost(of: station) == nil)
    }

    @Test func aClauseIsNamedByNumberElseByTitle() {
        #expect(Clause(citation).label == "武民函〔2020〕125号")
        #expect(Clause(citation, part: "第三条").label == "武民函〔2020〕125号 第三条")
        let unnumbered = Citation(
            id: "u", title: BilingualText(en: "Opinion", zh: "意见"), number: nil, date: nil,
            known: .secondHand)
        #expect(Clause(unnumbered, part: "一").label == "意见 一")
    }
}
