import Compliance
import Places
import Policy
import Testing

/// How many facilities count in each area, and what would give it those that it lacks.
@Suite struct FacilitiesPerTierTests {
    private static let communities = [
        community("A", subdistrict: "S", district: "East", setting: .urban),
        community("B", subdistrict: "S", district: "West", setting: .urban),
        community("C", subdistrict: "T", district: "West", setting: .rural), community("D"),
    ]

    private func tier(
        _ tier: TierStandard.Tier, atLeast: Int = 1, noteAbove: Int? = nil, due: String? = nil,
        where area: PolicyArea = .everywhere, meeting: [String] = []
    ) -> TierStandard {
        TierStandard(
            id: "tier.test", name: BilingualText(en: "Test", zh: "测试"), clause: clause, due: due.map(date),
            tier: tier, area: area, selector: FacilitySelector(kinds: [.station]), meeting: meeting,
            atLeast: atLeast, noteAbove: noteAbove)
    }

    private func station(_ id: String, _ community: Int?, area: String? = nil) -> Facility {
        facility(id) {
            $0.kind = .station
            $0.community = community
            $0.area = area.map(number)
        }
    }

    /// Subdistricts of one name in two districts are two.
    @Test(arguments: [
        (TierStandard.Tier.city, ["s pass"]), (.district, ["East pass", "West fail"]),
        (.subdistrict, ["East/S pass", "West/S fail", "West/T fail"]),
        (.community, ["A pass", "B fail", "C fail", "D fail"]),
    ]) func areasOfEachTier(_ which: TierStandard.Tier, _ expected: [String]) {
        let world = study(Self.communities, facilities: [station("F", 0), station("outside", nil)])
        #expect(verdicts(world, pack { $0.tierStandards = [tier(which)] }) == expected)
    }

    /// A facility counts in the subdistrict that its own column names.
    @Test func aFacilitysOwnSubdistrictGoesFirst() {
        var moved = station("F", 1)
        moved.subdistrict = "T"
        let world = study(Self.communities, facilities: [moved])
        #expect(
            verdicts(world, pack { $0.tierStandards = [tier(.subdistrict)] })
                == ["East/S fail", "West/S fail", "West/T pass"])
    }

    /// One outside all communities counts in the only subdistrict of the name that it states, and in no other.
    @Test func aFacilityThatKnowsItsSubdistrictAlone() {
        func world(_ name: String) -> Study {
            var outside = station("F", nil)
            outside.subdistrict = name
            return study(Self.communities, facilities: [outside])
        }
        let subdistricts = pack { $0.tierStandards = [tier(.subdistrict)] }
        #expect(verdicts(world("T"), subdistricts) == ["East/S fail", "West/S fail", "West/T pass"])
        // S is the name of two.
        #expect(verdicts(world("S"), subdistricts) == ["East/S fail", "West/S fail", "West/T fail"])
        #expect(
            verdicts(world("T"), pack { $0.tierStandards = [tier(.district)] })
                == ["East fail", "West pass"])
    }

    @Test func onlyAreasThatAreMeant() {
        let world = study(Self.communities, facilities: [])
        let rural = pack { $0.tierStandards = [tier(.community, where: PolicyArea(setting: .rural))] }
        #expect(verdicts(world, rural) == ["C fail"])
        let west = pack { $0.tierStandards = [tier(.district, where: PolicyArea(districts: ["West"]))] }
        #expect(verdicts(world, west) == ["West fail"])
    }

    @Test func beforeItsDayItIsPending() {
        let own = pack { $0.tierStandards = [tier(.community, due: "2020")] }
        let world = study([Self.communities[0]])
        let finding = Findings.all(study: world, pack: own, on: day("2020-12-30")).first
        #expect(finding?.verdict == .pending)
        #expect(finding?.due == date("2020"))
        #expect(finding?.remedy == .open(1, candidate: nil))
        #expect(verdicts(world, own, on: "2020-12-31") == ["A fail"])
    }

    /// A facility counts where it passes the standards that the rule names; where that is not known, neither is the
    /// verdict.
    @Test func onlyWhatMeetsTheStandardsCounts() {
        let own = pack {
            $0.facilityStandards = [
                standard(.floorArea(minimum: number("100"), orShareOfPublicService: nil))
            ]
            $0.tierStandards = [tier(.community, meeting: ["facility.test"])]
        }
        func findings(_ areas: [String?]) -> Finding? {
            let world = study(
                [Self.communities[0]],
                facilities: areas.enumerated().map { station("F\($0)", 0, area: $1) })
            return Findings.all(study: world, pack: own, on: day("2025-12-31")).first {
                $0.rule == "tier.test"
            }
        }
        #expect(findings(["100"])?.verdict == .pass)
        #expect(findings(["99", nil])?.verdict == .unknown)
        // The one that lacks least is enlarged.
        let failing = findings(["60", "90"])
        #expect(failing?.verdict == .fail)
        #expect(failing?.remedy == .upgrade(facility: "F1", FacilityLack(area: number("10"))))
    }

    /// Without a facility to enlarge, the first candidate of the area that is large enough.
    @Test func aCandidateOfTheAreaIsNamed() {
        let own = pack {
            $0.facilityStandards = [
                standard(.floorArea(minimum: number("100"), orShareOfPublicService: nil))
            ]
            $0.tierStandards = [tier(.community, atLeast: 2, meeting: ["facility.test"])]
        }
        func candidate(_ id: String, _ community: Int, _ area: String) -> Candidate {
            Candidate(id: id, area: number(area), community: community, point: somewhere)
        }
        let world = study(
            Array(Self.communities.prefix(2)),
            candidates: [
                candidate("far", 1, "500"), candidate("small", 0, "99"), candidate("fits", 0, "100"),
            ])
        let findings = Findings.all(study: world, pack: own, on: day("2025-12-31"))
        #expect(
            findings.map(\.remedy) == [.open(2, candidate: "fits"), .open(2, candidate: "far")])
    }

    /// A body that is large enough and does too little is to do more; one that lacks m² comes after it.
    @Test func servicesAreARemedyToo() {
        let own = pack {
            $0.facilityStandards = [
                standard(.floorArea(minimum: number("100"), orShareOfPublicService: nil)),
                standard(.services(["health", "comfort"]), id: "facility.does"),
            ]
            $0.tierStandards = [tier(.community, meeting: ["facility.test", "facility.does"])]
        }
        func remedy(_ bodies: [(area: String, services: [String])]) -> Remedy? {
            let world = study(
                [Self.communities[0]],
                facilities: bodies.enumerated().map { index, body in
                    var facility = station("F\(index)", 0, area: body.area)
                    facility.services = body.services
                    return facility
                })
            return Findings.all(study: world, pack: own, on: day("2025-12-31")).first {
                $0.rule == "tier.test"
            }?.remedy
        }
        #expect(
            remedy([("99", ["health", "comfort"]), ("100", ["health"])])
                == .upgrade(facility: "F1", FacilityLack(area: .zero, services: ["comfort"])))
        #expect(
            remedy([("90", ["meals"])])
                == .upgrade(
                    facility: "F0", FacilityLack(area: number("10"), services: ["health", "comfort"])))
    }

    /// Of the candidates that will do the cheapest is named; a share of the public service space may be enough.
    @Test func theCheapestCandidateThatWillDo() {
        let own = pack {
            $0.facilityStandards = [
                standard(.floorArea(minimum: number("100"), orShareOfPublicService: number("0.4")))
            ]
            $0.tierStandards = [tier(.community, meeting: ["facility.test"])]
        }
        func candidate(_ id: String, _ area: String, _ cost: String?) -> Candidate {
            Candidate(
                id: id, area: number(area), cost: cost.map { number($0) }, community: 0, point: somewhere)
        }
        func remedy(publicService: String?) -> Remedy? {
            var community = Self.communities[0]
            community.publicServiceArea = publicService.map { number($0) }
            let world = study(
                [community],
                candidates: [
                    candidate("unpriced", "200", nil), candidate("dear", "200", "900"),
                    candidate("cheap", "100", "500"), candidate("small", "40", "100"),
                ])
            return Findings.all(study: world, pack: own, on: day("2025-12-31")).first?.remedy
        }
        #expect(remedy(publicService: nil) == .open(1, candidate: "cheap"))
        #expect(remedy(publicService: "100") == .open(1, candidate: "small"))
        #expect(remedy(publicService: "101") == .open(1, candidate: "cheap"))
    }
}
