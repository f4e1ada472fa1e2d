import Compliance
import Places
import Policy
import Testing

/// What each kind of standard says at its edge, and where a column is empty.
@Suite struct FacilityStandardsTests {
    private func finding(
        _ requirement: FacilityStandard.Requirement, publicService: String? = nil,
        classes: ServiceClassing = .none, _ change: (inout Facility) -> Void
    ) -> Finding? {
        let own = pack {
            $0.facilityStandards = [standard(requirement)]
            $0.serviceClasses = classes
        }
        let study = study(
            [community("C", publicService: publicService)],
            facilities: [
                facility {
                    $0.community = 0
                    change(&$0)
                }
            ])
        return Findings.all(study: study, pack: own, on: day("2025-12-31")).first
    }

    private static let area = FacilityStandard.Requirement.floorArea(
        minimum: number("100"), orShareOfPublicService: number("0.4"))

    /// 100 m², or 40 % of the community's public service space: either suffices.
    @Test(
        arguments: [
            ("100", nil, Verdict.pass, "100", "0"), ("99.99", nil, .unknown, "100", nil),
            ("99.99", "249.975", .pass, "99.99", "0"), ("99.99", "250", .fail, "100", "0.01"),
            ("40", "100", .pass, "40", "0"), ("39.99", "100", .fail, "40", "0.01"),
            (nil, "100", .unknown, "100", nil),
        ] as [(String?, String?, Verdict, String, String?)]) func floorAreaOrShare(
            _ own: String?, _ publicService: String?, _ verdict: Verdict, _ required: String,
            _ shortfall: String?
        )
    {
        let finding = finding(Self.area, publicService: publicService) { $0.area = own.map(number) }
        #expect(finding?.verdict == verdict)
        #expect(finding?.required?.description == required)
        #expect(finding?.shortfall?.description == shortfall)
        #expect(finding?.scope == .facility)
    }

    /// 35 m² for each bed, exact: 3 beds ask for 105 m².
    @Test(
        arguments: [
            ("105", "3", Verdict.pass, "105", "0"), ("104.9", "3", .fail, "105", "0.1"),
            ("10", "0", .exempt, nil, nil), ("10", nil, .unknown, nil, nil), (nil, "3", .unknown, "105", nil),
        ] as [(String?, String?, Verdict, String?, String?)]) func areaPerBed(
            _ area: String?, _ beds: String?, _ verdict: Verdict, _ required: String?, _ shortfall: String?
        )
    {
        let finding = finding(.areaPerBed(number("35"))) {
            $0.area = area.map(number)
            $0.beds = beds.map(number)
        }
        #expect(finding?.verdict == verdict)
        #expect(finding?.required?.description == required)
        #expect(finding?.shortfall?.description == shortfall)
    }

    @Test(
        arguments: [
            (3, true, Verdict.pass), (4, true, .fail), (0, true, .fail), (-1, false, .pass),
            (nil, true, .unknown),
        ] as [(Int?, Bool, Verdict)]) func floors(_ floor: Int?, _ aboveGround: Bool, _ verdict: Verdict)
    {
        let finding = finding(.floors(highest: 3, aboveGround: aboveGround)) { $0.floor = floor }
        #expect(finding?.verdict == verdict)
    }

    @Test func services() {
        func finding(_ services: [String]) -> Finding? {
            self.finding(.services(["comfort", "day_care", "health"])) { $0.services = services }
        }
        #expect(finding(["health", "comfort", "day_care", "meals"])?.verdict == .pass)
        #expect(finding(["health", "comfort"])?.verdict == .fail)
        #expect(finding(["health", "comfort"])?.remedy == .offer(["day_care"]))
        #expect(finding([])?.verdict == .unknown)
    }

    /// The class that a facility states goes before the one that its services give.
    @Test func serviceClasses() {
        let classes = ServiceClassing(
            services: [.one: ["culture"], .two: ["meals"], .three: ["short_stay"]])
        func verdict(_ services: [String], stated: ServiceClass? = nil) -> Verdict? {
            finding(.serviceClass(.two), classes: classes) {
                $0.services = services
                $0.serviceClass = stated
            }?.verdict
        }
        #expect(verdict(["culture"]) == .fail)
        #expect(verdict(["culture", "meals"]) == .pass)
        #expect(verdict(["short_stay"]) == .pass)
        #expect(verdict(["short_stay"], stated: .one) == .fail)
        #expect(verdict(["singing"]) == .unknown)
        #expect(verdict([]) == .unknown)
    }

    /// Any service of the class would do, or where the pack names none, any of the next higher one; stays are shortened.
    @Test func remediesOfClassesAndStays() {
        func remedy(_ services: [ServiceClass: [String]]) -> Remedy? {
            finding(.serviceClass(.two), classes: ServiceClassing(services: services)) {
                $0.services = ["culture"]
            }?.remedy
        }
        #expect(
            remedy([.one: ["culture"], .two: ["meals", "bathing"], .three: ["short_stay"]])
                == .offerAny(["bathing", "meals"], serviceClass: .two))
        #expect(
            remedy([.one: ["culture"], .three: ["short_stay"]])
                == .offerAny(["short_stay"], serviceClass: .three))
        #expect(remedy([.one: ["culture"]]) == nil)
        func stays(_ months: Int) -> Remedy? {
            finding(.longestStay(months: 3)) { $0.longestStay = months }?.remedy
        }
        #expect(stays(4) == .shortenStays(3) && stays(3) == nil)
    }

    /// A standard speaks of open facilities of its kind, where and when it holds.
    @Test func whichFacilities() {
        let own = pack {
            $0.facilityStandards = [
                standard(
                    .floorArea(minimum: number("100"), orShareOfPublicService: nil),
                    for: FacilitySelector(kinds: [.station]),
                    where: PolicyArea(districts: ["East"], setting: .urban),
                    period: EffectivePeriod(from: date("2020-06"), to: date("2021")))
            ]
        }
        let communities = [
            community("A", district: "East", setting: .urban),
            community("B", district: "West", setting: .urban),
            community("C", district: "East", setting: .rural),
        ]
        func station(_ id: String, _ community: Int?, _ change: (inout Facility) -> Void = { _ in })
            -> Facility
        {
            facility(id) {
                $0.kind = .station
                $0.community = community
                $0.area = number("100")
                change(&$0)
            }
        }
        let study = study(
            communities,
            facilities: [
                station("in", 0), station("west", 1), station("rural", 2), station("nowhere", nil),
                station("centre", 0) { $0.kind = .centre }, station("closed", 0) { $0.closed = date("2019") },
            ])
        #expect(verdicts(study, own, on: "2020-06-30") == ["in pass"])
        #expect(verdicts(study, own, on: "2020-06-29") == [])
        #expect(verdicts(study, own, on: "2021-12-31") == ["in pass"])
        #expect(verdicts(study, own, on: "2022-01-01") == [])
    }
}
