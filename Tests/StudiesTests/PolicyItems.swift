import Places
import Policy

/// What the published documents and notices ask for, item by item.
enum PolicyItems {
    static let all = ofDocuments + synchronizations + ofServices + described + ofJurisdictions

    /// Each of the four synchronizations, on the day of the housing and a day after it.
    private static let synchronizations = Milestone.allCases.map { milestone in
        func world(care: String) -> ItemWorld {
            ItemWorld(compounds: [
                .init(
                    households: "100",
                    phases: [("20", "2020-01-10", care), ("1", "2020-01-09", "2020-01-09")],
                    milestone: milestone)
            ])
        }
        return PolicyItem(
            item: "A3 \(milestone.rawValue)", pack: "wuhan", rule: "sync.\(milestone.rawValue)",
            passing: world(care: "2020-01-10"), failing: world(care: "2020-01-11"), shortfall: "1",
            changed: { $0.synchronize(withPhase: 2) })
    }

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
}
