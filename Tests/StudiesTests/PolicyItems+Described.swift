import Places
import Policy

extension PolicyItems {
    /// What the documents describe or report without asking anybody for it: the rule that holds it is the test's own.
    static let described: [PolicyItem] = ofTiers + ofKinds + ofReports

    /// A6: four tiers on one map, and a plan to 2035, which counts nothing at any of them.
    private static let ofTiers: [PolicyItem] = [Level.city, .district, .subdistrict, .community].map {
        level in
        PolicyItem(
            item: "A6 \(level.rawValue)", pack: "wuhan", rule: "tier.\(level.rawValue)-layout",
            passing: ItemWorld(facilities: [.init(level: level)]),
            failing: ItemWorld(facilities: [.init(level: .micro)]),
            shortfall: "1",
            changed: { $0.tier("tier.\(level.rawValue)-layout", atLeast: 2) }, asOf: "2035-12-31",
            adding: { $0.addTier("tier.\(level.rawValue)-layout", at: level, due: "2035") })
    }

    /// B3: four kinds of facility, each under its own name; A12: micro sites in ordinary flats.
    private static let ofKinds: [PolicyItem] =
        [
            ("B3 stations", "xuzhou", FacilityKind.station, FacilityKind.dayCare),
            ("B3 day-care centres", "xuzhou", .dayCare, .station),
            ("B3 meal points", "xuzhou", .mealPoint, .dayCare),
            ("B3 rural homes", "xuzhou", .ruralHome, .institution),
            ("A12 micro sites", "wuhan", .micro, .station),
        ].map { item, pack, kind, other in
            PolicyItem(
                item: item, pack: pack, rule: "target.kinds",
                passing: ItemWorld(facilities: [.init(kind: kind), .init(kind: kind), .init(kind: other)]),
                failing: ItemWorld(facilities: [.init(kind: kind), .init(kind: other), .init(kind: other)]),
                shortfall: "1",
                changed: { $0.target("kinds", atLeast: "3") },
                adding: {
                    $0.addTarget(
                        "kinds", .facilities, atLeast: "2", selector: FacilitySelector(kinds: [kind]))
                })
        }

    /// B1: 100 % and 74 % at the end of 2016; E3: a care home of 21,250 m² with 500 beds; E6: centres in 7 of 11
    /// subdistricts.
    private static let ofReports: [PolicyItem] = [
        PolicyItem(
            item: "B1 urban", pack: "xuzhou", rule: "target.coverage-2016",
            passing: ItemWorld(
                communities: Array(repeating: .init(setting: .urban), count: 4) + [.init(setting: .rural)],
                facilities: (0..<4).map { .init(kind: .station, community: $0) }),
            failing: ItemWorld(
                communities: Array(repeating: .init(setting: .urban), count: 4) + [.init(setting: .rural)],
                facilities: (1..<5).map { .init(kind: .station, community: $0) }),
            shortfall: "0.25",
            changed: { $0.target("coverage-2016", atLeast: "0.75") }, flips: .failingPasses,
            asOf: "2016-12-31",
            adding: {
                $0.addTarget(
                    "coverage-2016", .coverage(.hasFacility), atLeast: "1", extent: .setting(.urban),
                    due: "2016-12-31")
            }),
        PolicyItem(
            item: "B1 rural", pack: "xuzhou", rule: "target.coverage-2016",
            passing: ItemWorld(
                communities: Array(repeating: .init(setting: .rural), count: 50),
                facilities: (0..<37).map { .init(kind: .ruralHome, community: $0) }),
            failing: ItemWorld(
                communities: Array(repeating: .init(setting: .rural), count: 50),
                facilities: (0..<36).map { .init(kind: .ruralHome, community: $0) }),
            shortfall: "0.02",
            changed: { $0.target("coverage-2016", atLeast: "0.75") }, asOf: "2016-12-31",
            adding: {
                $0.addTarget(
                    "coverage-2016", .coverage(.hasFacility), atLeast: "0.74", extent: .setting(.rural),
                    due: "2016-12-31")
            }),
        PolicyItem(
            item: "E3 m² a bed", pack: "panjin", rule: "facility.bed-area",
            passing: ItemWorld(facilities: [.init(kind: .institution, area: "21250", beds: "500")]),
            failing: ItemWorld(facilities: [.init(kind: .institution, area: "17499", beds: "500")]),
            shortfall: "1",
            changed: { $0.standard("facility.bed-area", .areaPerBed(ExactDecimal(43))) }),
        PolicyItem(
            item: "E3 nursing beds", pack: "panjin", rule: "target.nursing",
            passing: ItemWorld(facilities: [.init(kind: .institution, beds: "500", nursing: "350")]),
            failing: ItemWorld(facilities: [.init(kind: .institution, beds: "500", nursing: "349")]),
            shortfall: "0.002",
            changed: { $0.target("nursing", atLeast: "0.71") },
            adding: {
                $0.addTarget(
                    "nursing", .nursingBedShare, atLeast: "0.7",
                    selector: FacilitySelector(kinds: [.institution]))
            }),
        PolicyItem(
            item: "E3 network's beds", pack: "panjin", rule: "target.network-beds",
            passing: ItemWorld(facilities: network(beds: ["60", "60", "60", "50"])),
            failing: ItemWorld(facilities: network(beds: ["60", "60", "60", "49"])),
            shortfall: "1",
            changed: { $0.target("network-beds", atLeast: "231") },
            adding: {
                $0.addTarget(
                    "network-beds", .beds, atLeast: "230", selector: FacilitySelector(kinds: [.centre]))
            }),
        PolicyItem(
            item: "E6", pack: "panjin", rule: "target.subdistricts",
            passing: xinglongtai(covering: 7), failing: xinglongtai(covering: 6),
            // 0.636 − 6/11.
            shortfall: "0.090545",
            changed: { $0.target("subdistricts", atLeast: "0.637") },
            adding: {
                $0.addTarget(
                    "subdistricts", .named(.subdistrictHasCentre), atLeast: "0.636",
                    selector: FacilitySelector(kinds: [.centre], levels: [.subdistrict]))
            }),
        PolicyItem(
            item: "E6 beds", pack: "panjin", rule: "target.centre-beds",
            passing: ItemWorld(facilities: network(beds: ["400", "50"])),
            failing: ItemWorld(facilities: network(beds: ["400", "49"])),
            shortfall: "1",
            changed: { $0.target("centre-beds", atLeast: "451") },
            adding: {
                $0.addTarget(
                    "centre-beds", .beds, atLeast: "450", selector: FacilitySelector(kinds: [.centre]))
            }),
    ]

    private static func network(beds: [String]) -> [ItemWorld.FacilityFacts] {
        beds.map { .init(kind: .centre, level: .subdistrict, beds: $0) }
    }

    /// Eleven subdistricts and eight centres, of which the last ones stand together.
    private static func xinglongtai(covering subdistricts: Int) -> ItemWorld {
        ItemWorld(
            communities: (0..<11).map { .init(subdistrict: "S\($0)") },
            facilities: (0..<8).map {
                .init(kind: .centre, level: .subdistrict, community: min($0, subdistricts - 1))
            })
    }
}
