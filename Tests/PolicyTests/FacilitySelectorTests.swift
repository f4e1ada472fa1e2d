import Places
import Policy
import Testing

@Suite struct FacilitySelectorTests {
    @Test(arguments: FacilityKind.allCases) func anyCountsEveryKindButPlatforms(kind: FacilityKind) {
        #expect(FacilitySelector.any.counts(facility { $0.kind = kind }) == (kind != .platform))
    }

    @Test func anyCountsAFacilityThatSaysNothing() {
        #expect(FacilitySelector.any.counts(facility()))
        #expect(FacilitySelector.any.text == "any")
    }

    @Test func aPlatformCountsOnlyWhereItIsNamed() {
        let platform = facility { $0.kind = .platform }
        #expect(FacilitySelector(kinds: [.platform]).counts(platform))
        #expect(!FacilitySelector(levels: [.community]).counts(platform))
        #expect(!FacilitySelector(kinds: [.platform]).counts(facility { $0.kind = .station }))
    }

    /// Each condition, a facility that just meets it and one that just does not.
    @Test(arguments: [
        (
            FacilitySelector(kinds: [.station]), facility { $0.kind = .station },
            facility { $0.kind = .centre }
        ),
        (FacilitySelector(kinds: [.station]), facility { $0.kind = .station }, facility()),
        (FacilitySelector(levels: [.community]), facility(), facility { $0.level = .subdistrict }),
        (
            FacilitySelector(networks: [.embedded]), facility { $0.network = .embedded },
            facility { $0.network = .radiating }
        ),
        (FacilitySelector(networks: [.embedded]), facility { $0.network = .embedded }, facility()),
        (FacilitySelector(grades: ["A", "B"]), facility { $0.grade = "B" }, facility { $0.grade = "C" }),
        (
            FacilitySelector(operators: [.social]), facility { $0.operator = .social },
            facility { $0.operator = .public }
        ),
        (
            FacilitySelector(minimumArea: number("100")), facility { $0.area = number("100") },
            facility { $0.area = number("99.99") }
        ),
        (FacilitySelector(minimumArea: number("100")), facility { $0.area = number("100") }, facility()),
        (
            FacilitySelector(minimumBeds: number("30")), facility { $0.beds = number("30") },
            facility { $0.beds = number("29") }
        ),
        (
            FacilitySelector(services: ["meals", "health"]),
            facility { $0.services = ["health", "comfort", "meals"] }, facility { $0.services = ["meals"] }
        ),
    ])
    func eachConditionDecides(selector: FacilitySelector, met: Facility, unmet: Facility) {
        #expect(selector.counts(met))
        #expect(!selector.counts(unmet))
    }

    /// What is being built counts where that is asked for, until it is closed; else what is open does.
    @Test func statesCountOnADay() {
        let (open, built) = (facility(), facility { $0.status = .building })
        let later = facility { $0.opened = PartialDate(day(2021, 1, 1)) }
        let closed = facility {
            $0.status = .building
            $0.closed = PartialDate(day(2020, 6, 1))
        }
        func counted(_ statuses: [FacilityStatus]) -> [Bool] {
            let selector = FacilitySelector(statuses: statuses)
            return [open, built, later, closed].map { selector.counts($0, on: day(2020, 12, 31)) }
        }
        #expect(counted([]) == [true, false, false, false])
        #expect(counted([.operating]) == [true, false, false, false])
        #expect(counted([.building]) == [false, true, false, false])
        #expect(counted([.building, .operating]) == [true, true, false, false])
        #expect(FacilitySelector(statuses: [.planned, .building]).text == "status=building|planned")
    }

    @Test func conditionsMustAllBeMet() {
        let selector = FacilitySelector(
            kinds: [.centre, .station], networks: [.embedded], minimumArea: number("100"))
        let point = facility {
            $0.kind = .station
            $0.network = .embedded
            $0.area = number("120")
        }
        #expect(selector.counts(point))
        for change in [
            { (f: inout Facility) in f.kind = .micro }, { f in f.network = nil },
            { f in f.area = number("20") },
        ] {
            var other = point
            change(&other)
            #expect(!selector.counts(other))
        }
    }

    /// The order in which conditions are written makes no other selector and no other text.
    @Test func theTextIsOneForOneSelector() {
        let a = FacilitySelector(
            kinds: [.station, .centre, .station], networks: [.radiating, .embedded], grades: ["B", "A"],
            minimumArea: number("100.0"), services: ["meals", "day_care"])
        let b = FacilitySelector(
            kinds: [.centre, .station], networks: [.embedded, .radiating], grades: ["A", "B"],
            minimumArea: number("100"), services: ["day_care", "meals"])
        #expect(a == b)
        #expect(
            a.text
                == "kind=centre|station;network=embedded|radiating;grade=A|B;area_m2>=100;services=day_care+meals"
        )
    }
}
