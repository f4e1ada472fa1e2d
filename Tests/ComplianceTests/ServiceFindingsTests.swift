import Compliance
import Coverage
import Places
import Policy
import Testing

/// Hours of entitled people against carers, and services bought against services offered.
@Suite struct ServiceFindingsTests {
    private func entitlement(_ amount: Entitlement.Amount, services: [String] = []) -> Entitlement {
        Entitlement(
            id: "help", name: BilingualText(en: "Help", zh: "服务"), clause: clause, groups: ["poor"],
            amount: amount, services: services)
    }

    private func hours(
        people: String?, carers: [String?], each: String = "105", tier: TierStandard.Tier = .city
    ) -> [Finding] {
        var world = study(
            [community("C", district: "D")],
            facilities: carers.enumerated().map { index, count in
                facility("F\(index)") {
                    $0.community = 0
                    $0.carers = count.map(number)
                }
            })
        world.groups =
            people.map {
                [
                    EntitledGroup(area: .community(0), group: "poor", count: number($0), year: 2024),
                    EntitledGroup(area: .community(0), group: "rich", count: number("999"), year: 2024),
                ]
            } ?? []
        let own = pack {
            $0.entitlements = [
                entitlement(.hours(aMonth: number("8"), yuanAnHour: number("20"), months: 12))
            ]
            $0.serviceRules = [
                ServiceRule(
                    id: "service.hours", clause: clause, entitlement: "help", tier: tier,
                    demand: .hours(aCarerAMonth: number(each)))
            ]
        }
        return Findings.all(study: world, pack: own, on: day("2025-12-31"))
    }

    /// 433 people × 8 h = 3,464 h; 33 carers × 105 h = 3,465 h, × 104 h = 3,432 h.
    @Test func carersSufficeForTheHours() {
        let pass = hours(people: "433", carers: ["30", "3"])
        #expect(pass.map(\.verdict) == [.pass])
        #expect(pass.map(\.measured) == [number("3465")] && pass.map(\.required) == [number("3464")])
        #expect(pass.map(\.unit.rawValue) == ["h"] && pass.map(\.scope) == [.city])
        let fail = hours(people: "433", carers: ["33"], each: "104")
        #expect(fail.map(\.verdict) == [.fail] && fail.map(\.shortfall) == [number("32")])
        // A carer more gives 104 h, and 32 are missing; of 8 people 64 h, which 16 carers of 4 h give exactly.
        #expect(fail[0].remedy == .addCarers(1, each: number("104")))
        #expect(
            hours(people: "8", carers: ["0"], each: "4")[0].remedy == .addCarers(16, each: number("4")))
        #expect(
            hours(people: "8", carers: ["0"], each: "3.9")[0].remedy == .addCarers(17, each: number("3.9")))
        #expect(
            fail[0].detail
                == .serviceHours(
                    people: number("433"), hours: number("8"), carers: number("33"), each: number("104"),
                    open: 0))
    }

    @Test func whatIsNotStatedIsUnknown() {
        #expect(hours(people: nil, carers: ["33"]).map(\.verdict) == [.unknown])
        #expect(hours(people: "433", carers: ["33", nil], each: "104").map(\.verdict) == [.unknown])
        #expect(hours(people: "433", carers: ["33", nil]).map(\.verdict) == [.pass])
        #expect(hours(people: "0", carers: []).map(\.verdict) == [.exempt])
        #expect(hours(people: "1", carers: []).map(\.shortfall) == [number("8")])
    }

    @Test func eachAreaOfTheTier() {
        for (tier, subject) in [(TierStandard.Tier.district, "D"), (.community, "C"), (.city, "s")] {
            #expect(hours(people: "1", carers: ["1"], tier: tier).map(\.subject) == [subject])
        }
        #expect(hours(people: "1", carers: ["1"], tier: .subdistrict).isEmpty)
    }

    private func offered(_ services: [[String]]) -> [Finding] {
        var world = study(
            [community("C")],
            facilities: services.enumerated().map { index, words in
                facility("F\(index)") {
                    $0.community = 0
                    $0.services = words
                }
            })
        world.groups = [EntitledGroup(area: .community(0), group: "poor", count: number("5"), year: 2025)]
        let own = pack {
            $0.entitlements = [entitlement(.unstated, services: ["meals", "bathing", "comfort"])]
            $0.serviceRules = [
                ServiceRule(id: "service.offered", clause: clause, entitlement: "help", demand: .offered)
            ]
        }
        return Findings.all(study: world, pack: own, on: day("2025-12-31"))
    }

    @Test func whatIsBoughtIsOfferedTogether() {
        #expect(offered([["meals", "bathing"], ["comfort"]]).map(\.verdict) == [.pass])
        let fail = offered([["meals"], ["comfort"]])
        #expect(fail.map(\.verdict) == [.fail] && fail.map(\.shortfall) == [number("1")])
        #expect(fail.map(\.remedy) == [.offer(["bathing"])])
        #expect(offered([["meals"], []]).map(\.verdict) == [.unknown])
        #expect(offered([]).map(\.shortfall) == [number("3")])
    }

    /// Of a group the row of an area itself counts, else those within it; never both, and of years the latest.
    @Test func peopleOfATierAreCountedOnce() {
        var world = study([
            community("C1", subdistrict: "S", district: "D"),
            community("C2", subdistrict: "S", district: "D"),
            community("C3", district: "E"), community("C4"),
        ])
        func row(_ area: StatedArea, _ count: String, _ year: Int, _ group: String = "poor") {
            world.groups.append(
                EntitledGroup(area: area, group: group, count: number(count), year: year))
        }
        let city = StatedArea.scope(.city("s"))
        let subdistrict = StatedArea.scope(.subdistrict(district: "D", name: "S"))
        row(.community(0), "1", 2020)
        row(.community(0), "2", 2023)
        row(.community(1), "4", 2020)
        row(subdistrict, "10", 2022)
        row(.community(2), "20", 2020)
        row(.community(3), "40", 2020)
        row(.community(3), "80", 2020, "old")
        let help = entitlement(.yearly(number("1")))
        func count(_ area: StatedArea, _ year: Int) -> String? {
            EntitledPeople(of: world, membership: ScopeMembership(of: world).members)
                .count(of: help, in: area, year: year)?.description
        }
        #expect(count(.community(0), 2022) == "1" && count(.community(0), 2023) == "2")
        #expect(count(.community(0), 2019) == nil)
        #expect(count(subdistrict, 2021) == "5" && count(subdistrict, 2022) == "10")
        #expect(count(.scope(.district("D")), 2022) == "10")
        #expect(count(city, 2022) == "70" && count(city, 2021) == "65")
        row(city, "100", 2021)
        #expect(count(city, 2022) == "100" && count(city, 2020) == "65")
    }
}
