import Compliance
import Places
import Policy
import Testing

/// What keeps a facility from counting in its area, and what would make it count.
@Suite struct TierRemediesTests {
    private func tier(_ selector: FacilitySelector, meeting: [String] = []) -> TierStandard {
        TierStandard(
            id: "tier.test", name: BilingualText(en: "Test", zh: "测试"), clause: clause, tier: .community,
            selector: selector, meeting: meeting)
    }

    /// A public station of 150 m² with 10 beds in the community A of the district D.
    private func world(candidates: [Candidate] = [], _ change: (inout Facility) -> Void = { _ in }) -> Study {
        study(
            [community("A", district: "D")],
            facilities: [
                facility("F") {
                    $0.kind = .station
                    $0.community = 0
                    $0.area = number("150")
                    $0.beds = number("10")
                    $0.operator = .public
                    change(&$0)
                }
            ], candidates: candidates)
    }

    private func finding(_ world: Study, _ own: PolicyPack) -> Finding? {
        Findings.all(study: world, pack: own, on: day("2024-12-31")).first { $0.rule == "tier.test" }
    }

    /// A rule that asks nothing of a facility keeps it from nothing; the same rule in force, and for it, does.
    ///
    /// Such is one that is not in force yet, or no longer, one for another district, one for centres, and one of beds where there
    /// are none.
    @Test func whatDoesNotApplyKeepsNothingFromCounting() {
        let large = FacilityStandard.Requirement.floorArea(
            minimum: number("200"), orShareOfPublicService: nil)
        let silent = [
            standard(large, period: EffectivePeriod(from: date("2030-01-01"))),
            standard(large, period: EffectivePeriod(to: date("2020"))),
            standard(large, where: PolicyArea(districts: ["E"])),
            standard(large, for: FacilitySelector(kinds: [.centre])),
        ]
        func judged(_ standard: FacilityStandard, _ world: Study) -> Finding? {
            finding(
                world,
                pack {
                    $0.facilityStandards = [standard]
                    $0.tierStandards = [tier(.any, meeting: ["facility.test"])]
                })
        }
        for standard in silent { #expect(judged(standard, world())?.verdict == .pass) }
        #expect(judged(standard(large), world())?.verdict == .fail)
        #expect(judged(standard(large), world { $0.area = nil })?.verdict == .unknown)
        // 150 m² are 15 for each of 10 beds, and 16 are asked for; without beds nothing is.
        let perBed = standard(.areaPerBed(number("16")))
        #expect(judged(perBed, world())?.verdict == .fail)
        #expect(judged(perBed, world { $0.beds = .zero })?.verdict == .pass)
    }

    /// What the facility that stands there lacks, and not another one: its grade, 10 beds, who runs it, a role.
    @Test func whatStandsThereIsMadeToCount() {
        func lack(_ selector: FacilitySelector) -> Remedy? {
            finding(world(), pack { $0.tierStandards = [tier(selector)] })?.remedy
        }
        func upgrade(_ change: (inout FacilityLack) -> Void) -> Remedy {
            var lack = FacilityLack()
            change(&lack)
            return .upgrade(facility: "F", lack)
        }
        #expect(lack(FacilitySelector(grades: ["A"])) == upgrade { $0.grades = ["A"] })
        #expect(lack(FacilitySelector(minimumBeds: number("20"))) == upgrade { $0.beds = number("10") })
        #expect(lack(FacilitySelector(operators: [.social])) == upgrade { $0.operators = [.social] })
        #expect(lack(FacilitySelector(networks: [.embedded])) == upgrade { $0.networks = [.embedded] })
        #expect(lack(FacilitySelector(operators: [.public])) == nil)
        // A station becomes no centre.
        #expect(lack(FacilitySelector(kinds: [.centre])) == .open(1, candidate: nil))
    }

    /// Whether 40 % of the public service space suffice is unknown where that is not stated: the whole area does in any case.
    @Test func whatSufficesInAnyCaseIsNamed() {
        let remedy = finding(
            world { $0.services = ["meals"] },
            pack {
                $0.facilityStandards = [
                    standard(.floorArea(minimum: number("200"), orShareOfPublicService: number("0.4"))),
                    standard(.services(["meals", "health"]), id: "facility.services"),
                ]
                $0.tierStandards = [tier(.any, meeting: ["facility.test", "facility.services"])]
            })?.remedy
        #expect(remedy == .upgrade(facility: "F", FacilityLack(area: number("50"), services: ["health"])))
    }

    /// A site has no grade of itself: a facility there would have to be graded.
    ///
    /// An upgrade does if it makes its facility count.
    @Test func whatASiteHasToBeGiven() {
        let site = Candidate(id: "N", community: 0, point: somewhere)
        func remedy(_ selector: FacilitySelector, _ candidates: [Candidate]) -> Remedy? {
            finding(world(candidates: candidates), pack { $0.tierStandards = [tier(selector)] })?.remedy
        }
        var graded = FacilityLack()
        graded.grades = ["A"]
        #expect(
            remedy(FacilitySelector(kinds: [.centre], grades: ["A"]), [site])
                == .open(1, candidate: "N", with: graded))
        var upgrade = Candidate(id: "U", cost: number("5"), community: 0, point: somewhere)
        upgrade.upgrades = 0
        upgrade.level = .subdistrict
        let centres = FacilitySelector(kinds: [.station], levels: [.subdistrict])
        #expect(remedy(centres, [upgrade]) == .useUpgrade(candidate: "U", of: "F"))
        // Without the level it would stay what it is.
        upgrade.level = nil
        #expect(remedy(centres, [upgrade]) == .open(1, candidate: nil))
    }
}
