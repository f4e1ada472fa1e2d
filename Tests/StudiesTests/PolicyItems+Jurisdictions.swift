import Places
import Policy

extension PolicyItems {
    /// The rules of further jurisdictions, and the national standards.
    static let ofJurisdictions: [PolicyItem] = [
        PolicyItem(
            item: "Hubei", pack: "hubei", rule: "space",
            passing: ItemWorld(compounds: [.init(households: "100", space: "20", planned: "2022-09-05")]),
            failing: ItemWorld(compounds: [.init(households: "100", space: "19", planned: "2022-09-05")]),
            shortfall: "1",
            changed: { $0.rates(new: 21, existing: 21) }),
        PolicyItem(
            item: "Hubei first phase", pack: "hubei", rule: "space.first_phase",
            passing: ItemWorld(compounds: [
                .init(
                    households: "100", planned: "2023",
                    phases: [("0", "2024-01-01", "2024-01-01"), ("20", "2025-01-01", "2024-01-01")])
            ]),
            failing: ItemWorld(compounds: [
                .init(
                    households: "100", planned: "2023",
                    phases: [("0", "2024-01-01", "2024-01-01"), ("20", "2025-01-01", "2024-01-02")])
            ]),
            shortfall: "20",
            changed: { $0.fallback("0.51") }, flips: .failingPasses),
        PolicyItem(
            item: "Hubei land", pack: "hubei", rule: "space.land",
            passing: ItemWorld(
                compounds: [.init(households: "100", population: "100")],
                facilities: [.init(land: "10", compound: 0)]),
            failing: ItemWorld(
                compounds: [.init(households: "100", population: "100")],
                facilities: [.init(land: "9", compound: 0)]),
            shortfall: "1",
            changed: { $0.land("0.11") }),
        PolicyItem(
            item: "Hubei 100 %", pack: "hubei", rule: "target.new-compounds-2022",
            passing: ItemWorld(compounds: [
                .init(households: "100", space: "20"), .init(households: "100", space: "20"),
            ]),
            failing: ItemWorld(compounds: [
                .init(households: "100", space: "20"), .init(households: "100", space: "19"),
            ]),
            shortfall: "0.5",
            changed: { $0.target("new-compounds-2022", atLeast: "0.5") }, flips: .failingPasses),
        PolicyItem(
            item: "Jiangsu new", pack: "jiangsu", rule: "space",
            passing: ItemWorld(compounds: [.init(households: "100", space: "20", planned: "2024-01-01")]),
            failing: ItemWorld(compounds: [.init(households: "100", space: "19", planned: "2024-01-01")]),
            shortfall: "1",
            changed: { $0.rates(new: 21, existing: 21) }),
        PolicyItem(
            item: "Jiangsu existing", pack: "jiangsu", rule: "space",
            passing: ItemWorld(compounds: [.init(households: "100", space: "15", planned: "2010")]),
            failing: ItemWorld(compounds: [.init(households: "100", space: "14", planned: "2010")]),
            shortfall: "1",
            changed: { $0.rates(new: 16, existing: 16) }),
        PolicyItem(
            item: "Jiangsu pooling", pack: "jiangsu", rule: "space.pooled",
            passing: ItemWorld(compounds: [
                .init(households: "50", space: "20", pool: "P"),
                .init(households: "50", space: "0", pool: "P"),
            ]),
            failing: ItemWorld(compounds: [
                .init(households: "50", space: "19", pool: "P"),
                .init(households: "50", space: "0", pool: "P"),
            ]),
            shortfall: "1",
            changed: { $0.rates(new: 21, existing: 15) }),
        PolicyItem(
            item: "Guizhou new", pack: "guizhou", rule: "space",
            passing: ItemWorld(compounds: [.init(households: "100", space: "20", planned: "2024-01-01")]),
            failing: ItemWorld(compounds: [.init(households: "100", space: "19", planned: "2024-01-01")]),
            shortfall: "1",
            changed: { $0.rates(new: 21, existing: 21) }),
        PolicyItem(
            item: "Guizhou existing", pack: "guizhou", rule: "space",
            passing: ItemWorld(compounds: [.init(households: "100", space: "15", planned: "2010")]),
            failing: ItemWorld(compounds: [.init(households: "100", space: "14", planned: "2010")]),
            shortfall: "1",
            changed: { $0.rates(new: 16, existing: 16) }),
        PolicyItem(
            item: "Guizhou single", pack: "guizhou", rule: "space.min_single",
            passing: ItemWorld(compounds: [.init(households: "100", space: "350")]),
            failing: ItemWorld(compounds: [.init(households: "100", space: "349")]),
            shortfall: "1",
            changed: { $0.singleSite("351") }),
        PolicyItem(
            item: "Guizhou centre", pack: "guizhou", rule: "facility.subdistrict-centre-area",
            passing: ItemWorld(facilities: [.init(kind: .centre, level: .subdistrict, area: "1000")]),
            failing: ItemWorld(facilities: [.init(kind: .centre, level: .subdistrict, area: "999")]),
            shortfall: "1",
            changed: { $0.areaStandards(minimum: 1001) }),
        PolicyItem(
            item: "Guizhou floors", pack: "guizhou", rule: "facility.floors",
            passing: ItemWorld(facilities: [.init(floor: 3)]),
            failing: ItemWorld(facilities: [.init(floor: 4)]),
            shortfall: "1",
            changed: { $0.standard("facility.floors", .floors(highest: 2, aboveGround: true)) }),
        PolicyItem(
            item: "Guizhou basement", pack: "guizhou", rule: "facility.floors",
            passing: ItemWorld(facilities: [.init(floor: 1)]),
            failing: ItemWorld(facilities: [.init(floor: 0)]),
            shortfall: "1",
            changed: { $0.standard("facility.floors", .floors(highest: 3, aboveGround: false)) },
            flips: .failingPasses),
        PolicyItem(
            item: "Anhui new", pack: "anhui", rule: "space",
            passing: ItemWorld(compounds: [.init(households: "100", space: "30", planned: "2024-01-01")]),
            failing: ItemWorld(compounds: [.init(households: "100", space: "29", planned: "2024-01-01")]),
            shortfall: "1",
            changed: { $0.rates(new: 31, existing: 31) }),
        PolicyItem(
            item: "Anhui existing", pack: "anhui", rule: "space",
            passing: ItemWorld(compounds: [.init(households: "100", space: "20", planned: "2010")]),
            failing: ItemWorld(compounds: [.init(households: "100", space: "19", planned: "2010")]),
            shortfall: "1",
            changed: { $0.rates(new: 21, existing: 21) }),
        PolicyItem(
            item: "Anhui single", pack: "anhui", rule: "space.min_single",
            passing: ItemWorld(compounds: [.init(households: "100", space: "350")]),
            failing: ItemWorld(compounds: [.init(households: "100", space: "349")]),
            shortfall: "1",
            changed: { $0.singleSite("351") }),
        PolicyItem(
            item: "Anhui pooling", pack: "anhui", rule: "space.pooled",
            passing: ItemWorld(compounds: [
                .init(households: "50", space: "30"), .init(households: "50", space: "0"),
            ]),
            failing: ItemWorld(compounds: [
                .init(households: "50", space: "29"), .init(households: "50", space: "0"),
            ]),
            shortfall: "1",
            changed: { $0.rates(new: 31, existing: 20) }),
        PolicyItem(
            item: "Yinchuan new", pack: "yinchuan", rule: "space",
            passing: ItemWorld(compounds: [.init(households: "100", space: "30", planned: "2024-01-01")]),
            failing: ItemWorld(compounds: [.init(households: "100", space: "29", planned: "2024-01-01")]),
            shortfall: "1",
            changed: { $0.rates(new: 31, existing: 31) }),
        PolicyItem(
            item: "Yinchuan existing", pack: "yinchuan", rule: "space",
            passing: ItemWorld(compounds: [.init(households: "100", space: "20", planned: "2010")]),
            failing: ItemWorld(compounds: [.init(households: "100", space: "19", planned: "2010")]),
            shortfall: "1",
            changed: { $0.rates(new: 21, existing: 21) }),
        PolicyItem(
            item: "Jiangsu first phase", pack: "jiangsu", rule: "space.first_phase",
            passing: ItemWorld(compounds: [
                .init(households: "100", phases: [("20", "2025", "2025"), ("1", "2026", "2026")])
            ]),
            failing: ItemWorld(compounds: [
                .init(households: "100", phases: [("19", "2025", "2025"), ("2", "2026", "2026")])
            ]),
            shortfall: "1",
            changed: { $0.rates(new: 21, existing: 15) }),
        PolicyItem(
            item: "Jiangsu with the main housing", pack: "jiangsu", rule: "sync.built",
            passing: ItemWorld(compounds: [
                .init(
                    households: "100",
                    phases: [("20", "2025-01-10", "2025-01-10"), ("0", "2025-01-09", "2025-01-09")])
            ]),
            failing: ItemWorld(compounds: [
                .init(
                    households: "100",
                    phases: [("20", "2025-01-10", "2025-01-11"), ("0", "2025-01-09", "2025-01-09")])
            ]),
            shortfall: "1",
            changed: { $0.synchronize(withPhase: 2) }),
        PolicyItem(
            item: "Yinchuan existing, bought elsewhere", pack: "yinchuan", rule: "space",
            passing: ItemWorld(compounds: [
                .init(households: "100", space: "12", planned: "2010", elsewhere: "8")
            ]),
            failing: ItemWorld(compounds: [
                .init(households: "100", space: "12", planned: "2010", elsewhere: "7")
            ]),
            shortfall: "1",
            changed: { $0.elsewhere(false) },
            adding: { $0.elsewhere(true) }),
        PolicyItem(
            item: "Harbin new, with a day", pack: "harbin", rule: "space",
            passing: ItemWorld(compounds: [.init(households: "100", space: "30", planned: "2024-01-01")]),
            failing: ItemWorld(compounds: [.init(households: "100", space: "29", planned: "2024-01-01")]),
            shortfall: "1",
            changed: { $0.rates(new: 31, existing: 20) },
            adding: { $0.spaceHolds(from: "2024-01-01") }),
        PolicyItem(
            item: "Harbin existing, with a day", pack: "harbin", rule: "space",
            passing: ItemWorld(compounds: [.init(households: "100", space: "20", planned: "2023-12-31")]),
            failing: ItemWorld(compounds: [.init(households: "100", space: "19", planned: "2023-12-31")]),
            shortfall: "1",
            changed: { $0.rates(new: 30, existing: 21) },
            adding: { $0.spaceHolds(from: "2024-01-01") }),
        PolicyItem(
            item: "Guangzhou centre", pack: "guangzhou", rule: "facility.subdistrict-centre-area",
            passing: ItemWorld(facilities: [.init(kind: .centre, level: .subdistrict, area: "1000")]),
            failing: ItemWorld(facilities: [.init(kind: .centre, level: .subdistrict, area: "999")]),
            shortfall: "1",
            changed: { $0.areaStandards(minimum: 1001) }),
        PolicyItem(
            item: "Guangzhou body", pack: "guangzhou", rule: "facility.community-body-area",
            passing: ItemWorld(facilities: [.init(area: "200")]),
            failing: ItemWorld(facilities: [.init(area: "199")]),
            shortfall: "1",
            changed: { $0.areaStandards(minimum: 201) }),
        PolicyItem(
            item: "Wuhan 2025 beds", pack: "wuhan", rule: "target.institution-beds-2025",
            passing: ItemWorld(facilities: [.init(kind: .institution, beds: "60000")]),
            failing: ItemWorld(facilities: [.init(kind: .institution, beds: "59999")]),
            shortfall: "1",
            changed: { $0.target("institution-beds-2025", atLeast: "60001") }),
        PolicyItem(
            item: "Wuhan 2025 per 1,000", pack: "wuhan", rule: "target.beds-2025",
            passing: ItemWorld(
                communities: [.init(elders: "1000")], facilities: [.init(kind: .institution, beds: "50")]),
            failing: ItemWorld(
                communities: [.init(elders: "1000")], facilities: [.init(kind: .institution, beds: "49")]),
            shortfall: "1",
            changed: { $0.target("beds-2025", atLeast: "51") }),
        PolicyItem(
            item: "Wuhan 2025 nursing", pack: "wuhan", rule: "target.nursing-beds-2025",
            passing: ItemWorld(facilities: [.init(kind: .institution, beds: "100", nursing: "65")]),
            failing: ItemWorld(facilities: [.init(kind: .institution, beds: "100", nursing: "64")]),
            shortfall: "0.01",
            changed: { $0.target("nursing-beds-2025", atLeast: "0.66") }),
        PolicyItem(
            item: "Wuhan 2025 new compounds", pack: "wuhan", rule: "target.new-compounds-2025",
            passing: ItemWorld(compounds: [
                .init(households: "100", space: "20"), .init(households: "100", space: "20"),
            ]),
            failing: ItemWorld(compounds: [
                .init(households: "100", space: "20"), .init(households: "100", space: "19"),
            ]),
            shortfall: "0.5",
            changed: { $0.target("new-compounds-2025", atLeast: "0.5") }, flips: .failingPasses),
        PolicyItem(
            item: "Wuhan 2025 communities", pack: "wuhan", rule: "target.community-coverage-2025",
            passing: ItemWorld(
                communities: Array(repeating: .init(setting: .urban), count: 5),
                facilities: (0..<5).map { .init(kind: .station, community: $0) }),
            failing: ItemWorld(
                communities: Array(repeating: .init(setting: .urban), count: 5),
                facilities: (0..<4).map { .init(kind: .station, community: $0) }),
            shortfall: "0.2",
            changed: { $0.target("community-coverage-2025", atLeast: "0.8") }, flips: .failingPasses),
        PolicyItem(
            item: "Wuhan plan of 2012", pack: "wuhan", rule: "target.beds-2020",
            passing: ItemWorld(facilities: [.init(kind: .institution, beds: "114000")]),
            failing: ItemWorld(facilities: [.init(kind: .institution, beds: "113999")]),
            shortfall: "1",
            changed: { $0.target("beds-2020", atLeast: "114001") }),
        PolicyItem(
            item: "Wuhan plan of 2012", pack: "wuhan", rule: "target.institutions-2020",
            passing: ItemWorld(facilities: Array(repeating: .init(kind: .institution), count: 1825)),
            failing: ItemWorld(facilities: Array(repeating: .init(kind: .institution), count: 1824)),
            shortfall: "1",
            changed: { $0.target("institutions-2020", atLeast: "1826") }),
        PolicyItem(
            item: "GB 50437 per bed", pack: "national", rule: "facility.bed-area",
            passing: ItemWorld(facilities: [.init(kind: .institution, area: "350", beds: "10")]),
            failing: ItemWorld(facilities: [.init(kind: .institution, area: "349", beds: "10")]),
            shortfall: "1",
            changed: { $0.standard("facility.bed-area", .areaPerBed(ExactDecimal(36))) }),
        PolicyItem(
            item: "GB 50437 beds", pack: "national", rule: "target.beds-per-1000",
            passing: ItemWorld(
                communities: [.init(elders: "1000")], facilities: [.init(kind: .institution, beds: "40")]),
            failing: ItemWorld(
                communities: [.init(elders: "1000")], facilities: [.init(kind: .institution, beds: "39")]),
            shortfall: "1",
            changed: { $0.target("beds-per-1000", atLeast: "41") }),
    ]
}
