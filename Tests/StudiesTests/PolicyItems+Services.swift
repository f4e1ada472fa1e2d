import Places
import Policy

extension PolicyItems {
    /// Services, staff, stays, land and places of the five documents.
    static let ofServices: [PolicyItem] = [
        PolicyItem(
            item: "A11 visiting doctors", pack: "wuhan", rule: "target.doctors",
            passing: ItemWorld(
                facilities: Array(repeating: .init(services: ["visiting_doctor"]), count: 4)
                    + [.init(services: ["meals"])]),
            failing: ItemWorld(
                facilities: Array(repeating: .init(services: ["visiting_doctor"]), count: 3)
                    + Array(repeating: .init(services: ["meals"]), count: 2)),
            shortfall: "0.2",
            changed: { $0.target("doctors", atLeast: "0.81") },
            adding: { $0.addTarget("doctors", .visitingDoctorShare, atLeast: "0.8") }),
        PolicyItem(
            item: "A12 stays", pack: "wuhan", rule: "facility.short-stay",
            passing: ItemWorld(facilities: [.init(stay: 3)]),
            failing: ItemWorld(facilities: [.init(stay: 4)]),
            shortfall: "1",
            changed: { $0.standard("facility.short-stay", .longestStay(months: 2)) },
            adding: { $0.addStandard("facility.short-stay", .longestStay(months: 3)) }),
        PolicyItem(
            item: "B5 bought services", pack: "xuzhou", rule: "service.offered",
            passing: ItemWorld(
                facilities: [
                    .init(services: ["cleaning", "meals", "bathing"]),
                    .init(services: ["mobility", "comfort"]),
                ], entitled: "10"),
            failing: ItemWorld(
                facilities: [.init(services: ["cleaning", "meals", "bathing", "mobility"])], entitled: "10"),
            shortfall: "1",
            changed: { $0.alsoBuy("errands") }),
        PolicyItem(
            item: "C1 and C3", pack: "gaoxin", rule: "service.hours",
            passing: ItemWorld(facilities: [.init(carers: "33")], entitled: "433"),
            failing: ItemWorld(facilities: [.init(carers: "33")], entitled: "433.25"),
            shortfall: "1",
            changed: { $0.hours(aCarer: 104) },
            adding: { $0.hours(aCarer: 105) }),
        PolicyItem(
            item: "C4", pack: "gaoxin", rule: "target.centres",
            passing: ItemWorld(
                facilities: Array(repeating: .init(kind: .centre, level: .subdistrict), count: 2)),
            failing: ItemWorld(facilities: [.init(kind: .centre, level: .subdistrict)]),
            shortfall: "1",
            changed: { $0.target("centres", atLeast: "3") },
            adding: { $0.addTarget("centres", .facilities, atLeast: "2") }),
        PolicyItem(
            item: "C5 land", pack: "gaoxin", rule: "facility.day-care-land",
            passing: ItemWorld(facilities: [.init(kind: .dayCare, land: "750")]),
            failing: ItemWorld(facilities: [.init(kind: .dayCare, land: "749")]),
            shortfall: "1",
            changed: { $0.standard("facility.day-care-land", .landArea(ExactDecimal(751))) },
            adding: { $0.addStandard("facility.day-care-land", .landArea(ExactDecimal(750))) }),
        PolicyItem(
            item: "D2 9073 community", pack: "yunfu", rule: "target.9073-community",
            passing: ItemWorld(
                communities: [.init(elders: "1000")], facilities: [.init(beds: "30", dayCare: "40")]),
            failing: ItemWorld(
                communities: [.init(elders: "1000")], facilities: [.init(beds: "30", dayCare: "39")]),
            shortfall: "1",
            changed: { $0.target("9073-community", atLeast: "71") }),
        PolicyItem(
            item: "D2 9073 institutions", pack: "yunfu", rule: "target.9073-institutions",
            passing: ItemWorld(
                communities: [.init(elders: "1000")], facilities: [.init(kind: .institution, beds: "30")]),
            failing: ItemWorld(
                communities: [.init(elders: "1000")], facilities: [.init(kind: .institution, beds: "29")]),
            shortfall: "1",
            changed: { $0.target("9073-institutions", atLeast: "31") }),
    ]
}
