import Places
import Policy

/// What the published documents and notices ask for, item by item.
enum PolicyItems {
    static let all = ofDocuments + ofServices + ofJurisdictions

    /// The five city documents.
    private static let ofDocuments: [PolicyItem] = [
        PolicyItem(
            item: "A1", pack: "wuhan", rule: "space",
            passing: ItemWorld(compounds: [.init(households: "100", space: "20", planned: "2017-08-31")]),
            failing: ItemWorld(compounds: [.init(households: "100", space: "19", planned: "2017-08-31")]),
            shortfall: "1",
            changed: { $0.rates(new: 21, existing: 21) }),
        PolicyItem(
            item: "A2", pack: "wuhan", rule: "space.first_phase",
            passing: ItemWorld(compounds: [
                .init(households: "100", phases: [("20", "2020", "2020"), ("1", "2021", "2021")])
            ]),
            failing: ItemWorld(compounds: [
                .init(households: "100", phases: [("19", "2020", "2020"), ("2", "2021", "2021")])
            ]),
            shortfall: "1",
            changed: { $0.rates(new: 21, existing: nil) }),
        PolicyItem(
            item: "A3", pack: "wuhan", rule: "sync.built",
            passing: ItemWorld(compounds: [
                .init(
                    households: "100",
                    phases: [("20", "2020-01-10", "2020-01-10"), ("1", "2020-01-09", "2020-01-09")])
            ]),
            failing: ItemWorld(compounds: [
                .init(
                    households: "100",
                    phases: [("20", "2020-01-10", "2020-01-11"), ("1", "2020-01-09", "2020-01-09")])
            ]),
            shortfall: "1",
            changed: { $0.synchronize(withPhase: 2) }),
        PolicyItem(
            item: "A4", pack: "wuhan", rule: "facility.community-body",
            passing: ItemWorld(facilities: [.init(area: "100")]),
            failing: ItemWorld(communities: [.init(publicService: "1000")], facilities: [.init(area: "99")]),
            shortfall: "1",
            changed: { $0.areaStandards(minimum: 101) }),
        PolicyItem(
            item: "A4 40 %", pack: "wuhan", rule: "facility.community-body",
            passing: ItemWorld(communities: [.init(publicService: "100")], facilities: [.init(area: "40")]),
            failing: ItemWorld(communities: [.init(publicService: "100")], facilities: [.init(area: "39")]),
            shortfall: "1",
            changed: { $0.areaStandards(minimum: 100, orShare: "0.41") }),
        PolicyItem(
            item: "A4", pack: "wuhan", rule: "tier.community-body",
            passing: ItemWorld(facilities: [.init(area: "100", services: ["day_care", "health", "comfort"])]),
            failing: ItemWorld(
                communities: [.init(publicService: "1000")],
                facilities: [.init(area: "99", services: ["day_care", "health", "comfort"])]),
            shortfall: "1",
            changed: { $0.tiers(atLeast: 2) }),
        PolicyItem(
            item: "A13", pack: "wuhan", rule: "tier.community-body",
            passing: ItemWorld(facilities: [.init(area: "100", services: ["day_care", "health", "comfort"])]),
            failing: ItemWorld(facilities: [.init(area: "100", services: ["day_care", "health", "meals"])]),
            shortfall: "1",
            changed: { $0.standard("facility.community-body-services", .services(["bathing", "day_care"])) }),
        PolicyItem(
            item: "A13", pack: "wuhan", rule: "facility.community-body-services",
            passing: ItemWorld(facilities: [.init(services: ["day_care", "health", "comfort"])]),
            failing: ItemWorld(facilities: [.init(services: ["day_care", "health", "meals"])]),
            shortfall: "1",
            changed: { $0.standard("facility.community-body-services", .services(["bathing", "day_care"])) }),
        PolicyItem(
            item: "A5", pack: "wuhan", rule: "tier.street-centre",
            passing: ItemWorld(facilities: [.init(kind: .centre, level: .subdistrict)]),
            failing: ItemWorld(facilities: [.init(kind: .centre, level: .community)]),
            shortfall: "1",
            changed: { $0.tiers(atLeast: 2) }),
        PolicyItem(
            item: "A7", pack: "wuhan", rule: "target.network-points",
            passing: ItemWorld(facilities: Array(repeating: .init(network: .embedded), count: 300)),
            failing: ItemWorld(facilities: Array(repeating: .init(network: .radiating), count: 299)),
            shortfall: "1",
            changed: { $0.target("network-points", atLeast: "301") }),
        PolicyItem(
            item: "A7", pack: "wuhan", rule: "target.network-1km",
            passing: ItemWorld(communities: [.init(elders: "10")], facilities: [.init(network: .embedded)]),
            failing: ItemWorld(
                communities: [.init(elders: "9"), .init(elders: "1")], facilities: [.init(network: .embedded)]
            ),
            shortfall: "0.1",
            changed: { $0.target("network-1km", atLeast: "0.9") }, flips: .failingPasses),
        PolicyItem(
            item: "A13 central districts", pack: "wuhan", rule: "target.network-1km",
            passing: ItemWorld(
                communities: [.init(district: "Centre", elders: "10"), .init(elders: "5")],
                facilities: [.init(network: .embedded)]),
            failing: ItemWorld(
                communities: [
                    .init(district: "Centre", elders: "9"), .init(district: "Centre", elders: "1"),
                ], facilities: [.init(network: .embedded)]),
            shortfall: "0.1",
            changed: { $0.target("network-1km", atLeast: "0.9", extent: .districts(["Centre"])) },
            flips: .failingPasses,
            adding: { $0.target("network-1km", atLeast: "1", extent: .districts(["Centre"])) }),
        PolicyItem(
            item: "A9", pack: "wuhan", rule: "facility.class",
            passing: ItemWorld(facilities: [.init(services: ["meals"])]),
            failing: ItemWorld(facilities: [.init(services: ["culture"])]),
            shortfall: "1",
            changed: { $0.standard("facility.class", .serviceClass(.three)) },
            adding: { $0.addStandard("facility.class", .serviceClass(.two)) }),
        PolicyItem(
            item: "A10", pack: "wuhan", rule: "target.social-operation",
            passing: ItemWorld(
                facilities: Array(repeating: .init(operatedBy: .social), count: 4)
                    + Array(repeating: .init(operatedBy: .public), count: 1)),
            failing: ItemWorld(
                facilities: Array(repeating: .init(operatedBy: .social), count: 3)
                    + Array(repeating: .init(operatedBy: .public), count: 2)),
            shortfall: "0.2",
            changed: { $0.target("social-operation", atLeast: "0.81") }),
        PolicyItem(
            item: "A11", pack: "wuhan", rule: "target.medical",
            passing: ItemWorld(
                facilities: Array(repeating: .init(medicalPoint: true), count: 4)
                    + Array(repeating: .init(medicalPoint: false), count: 1)),
            failing: ItemWorld(
                facilities: Array(repeating: .init(medicalPoint: true), count: 3)
                    + Array(repeating: .init(medicalPoint: false), count: 2)),
            shortfall: "0.2",
            changed: { $0.target("medical", atLeast: "0.81") },
            adding: { $0.addTarget("medical", .medicalPointShare, atLeast: "0.8") }),
        PolicyItem(
            item: "B2 urban", pack: "xuzhou", rule: "target.standardised-urban-2020",
            passing: ItemWorld(
                communities: Array(repeating: .init(setting: .urban), count: 5),
                facilities: (0..<4).map { .init(kind: .station, grade: "标准化", community: $0) }),
            failing: ItemWorld(
                communities: Array(repeating: .init(setting: .urban), count: 5),
                facilities: (0..<3).map { .init(kind: .station, grade: "标准化", community: $0) }),
            shortfall: "0.2",
            changed: { $0.target("standardised-urban-2020", atLeast: "0.81") }),
        PolicyItem(
            item: "B2 rural", pack: "xuzhou", rule: "target.standardised-rural-2020",
            passing: ItemWorld(
                communities: Array(repeating: .init(setting: .rural), count: 5),
                facilities: (0..<2).map { .init(kind: .station, grade: "标准化", community: $0) }),
            failing: ItemWorld(
                communities: Array(repeating: .init(setting: .rural), count: 5),
                facilities: (0..<1).map { .init(kind: .station, grade: "标准化", community: $0) }),
            shortfall: "0.2",
            changed: { $0.target("standardised-rural-2020", atLeast: "0.41") }),
        PolicyItem(
            item: "B2 rural homes", pack: "xuzhou", rule: "target.rural-homes-2020",
            passing: ItemWorld(
                communities: Array(repeating: .init(setting: .rural), count: 5),
                facilities: (0..<1).map { .init(kind: .ruralHome, community: $0) }),
            failing: ItemWorld(
                communities: Array(repeating: .init(setting: .rural), count: 5),
                facilities: (0..<0).map { .init(kind: .ruralHome, community: $0) }),
            shortfall: "0.2",
            changed: { $0.target("rural-homes-2020", atLeast: "0.21") }),
        PolicyItem(
            item: "C6", pack: "gaoxin", rule: "target.space-in-every-compound",
            passing: ItemWorld(compounds: [.init(space: "1"), .init(space: "1")]),
            failing: ItemWorld(compounds: [.init(space: "1"), .init(space: "0")]),
            shortfall: "0.5",
            changed: { $0.target("space-in-every-compound", atLeast: "0.5") }, flips: .failingPasses),
        PolicyItem(
            item: "D3 urban", pack: "yunfu", rule: "target.urban-coverage-2022",
            passing: ItemWorld(
                communities: Array(repeating: .init(setting: .urban), count: 5),
                facilities: (0..<5).map { .init(kind: .station, community: $0) }),
            failing: ItemWorld(
                communities: Array(repeating: .init(setting: .urban), count: 5),
                facilities: (0..<4).map { .init(kind: .station, community: $0) }),
            shortfall: "0.2",
            changed: { $0.target("urban-coverage-2022", atLeast: "0.8") }, flips: .failingPasses),
        PolicyItem(
            item: "D3 rural", pack: "yunfu", rule: "target.rural-coverage-2022",
            passing: ItemWorld(
                communities: Array(repeating: .init(setting: .rural), count: 5),
                facilities: (0..<3).map { .init(kind: .station, community: $0) }),
            failing: ItemWorld(
                communities: Array(repeating: .init(setting: .rural), count: 5),
                facilities: (0..<2).map { .init(kind: .station, community: $0) }),
            shortfall: "0.2",
            changed: { $0.target("rural-coverage-2022", atLeast: "0.61") }),
        PolicyItem(
            item: "D4", pack: "yunfu", rule: "tier.city-centre",
            passing: ItemWorld(facilities: [.init(kind: .centre, level: .city)]),
            failing: ItemWorld(facilities: [.init(kind: .dayCare, level: .city)]),
            shortfall: "1",
            changed: { $0.tiers(atLeast: 2) }),
        PolicyItem(
            item: "D4", pack: "yunfu", rule: "tier.county-centre",
            passing: ItemWorld(facilities: [.init(kind: .centre, level: .district)]),
            failing: ItemWorld(facilities: [.init(kind: .dayCare, level: .district)]),
            shortfall: "1",
            changed: { $0.tiers(atLeast: 2) }),
        PolicyItem(
            item: "D4", pack: "yunfu", rule: "tier.town-station",
            passing: ItemWorld(facilities: [.init(kind: .station, level: .subdistrict)]),
            failing: ItemWorld(facilities: [.init(kind: .dayCare, level: .subdistrict)]),
            shortfall: "1",
            changed: { $0.tiers(atLeast: 2) }),
        PolicyItem(
            item: "D4", pack: "yunfu", rule: "tier.community-station",
            passing: ItemWorld(facilities: [.init(kind: .station, level: .community)]),
            failing: ItemWorld(facilities: [.init(kind: .dayCare, level: .community)]),
            shortfall: "1",
            changed: { $0.tiers(atLeast: 2) }),
        PolicyItem(
            item: "D5", pack: "yunfu", rule: "tier.county-base",
            passing: ItemWorld(facilities: [.init(level: .district, services: ["domestic_service"])]),
            failing: ItemWorld(facilities: [.init(level: .district, services: ["meals"])]),
            shortfall: "1",
            changed: { $0.tiers(atLeast: 2) }),
        PolicyItem(
            item: "E2", pack: "panjin", rule: "target.beds-per-1000",
            passing: ItemWorld(
                communities: [.init(elders: "1000")], facilities: [.init(kind: .institution, beds: "40")]),
            failing: ItemWorld(
                communities: [.init(elders: "1000")], facilities: [.init(kind: .institution, beds: "39")]),
            shortfall: "1",
            changed: { $0.target("beds-per-1000", atLeast: "41") }),
        PolicyItem(
            item: "E7", pack: "panjin", rule: "target.subdistrict-complexes-2023",
            passing: ItemWorld(
                communities: (0..<4).map { .init(subdistrict: "S\($0)") },
                facilities: (0..<3).map { .init(kind: .centre, level: .subdistrict, community: $0) }),
            failing: ItemWorld(
                communities: (0..<4).map { .init(subdistrict: "S\($0)") },
                facilities: (0..<2).map { .init(kind: .centre, level: .subdistrict, community: $0) }),
            shortfall: "0.17",
            changed: { $0.target("subdistrict-complexes-2023", atLeast: "0.76") }),
        PolicyItem(
            item: "E5", pack: "panjin", rule: "target.community-coverage",
            passing: ItemWorld(
                communities: Array(repeating: .init(setting: .urban), count: 5),
                facilities: (0..<5).map { .init(kind: .station, community: $0) }),
            failing: ItemWorld(
                communities: Array(repeating: .init(setting: .urban), count: 5),
                facilities: (0..<4).map { .init(kind: .station, community: $0) }),
            shortfall: "0.2",
            changed: { $0.target("community-coverage", atLeast: "0.8") }, flips: .failingPasses),
    ]

    /// The rules of further jurisdictions, and the national standards.
    private static let ofJurisdictions: [PolicyItem] = [
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
