import Geometry
import Places
import Policy
import Studies
import Testing

/// The packs that come with the program, against the figures of the documents that they cite.
@Suite struct PacksBundledTests {
    static func pack(_ id: String) throws -> PolicyPack {
        try PolicyPackReader.read(.bundled(id)).pack
    }

    @Test(arguments: PolicyPackReader.bundledIDs) func eachReadsUnderItsOwnID(id: String) throws {
        let reading = try PolicyPackReader.read(.bundled(id))
        #expect(reading.pack.id == id)
        #expect(reading.files.isEmpty)
        // What is walked and what counts are the defaults of every measure.
        #expect(reading.pack.walking == WalkingStandard(minutes: 15, speed: 1, snapLimit: Metres(300)))
        #expect(reading.pack.radius == Metres(1000))
        #expect(CoverageMeasure.allCases.allSatisfy { reading.pack.selector(for: $0) == .any })
        #expect(!reading.pack.takesWaterOutOfArea)
    }

    @Test func bothAreThere() { #expect(PolicyPackReader.bundledIDs == ["hubei", "wuhan"]) }

    /// 20 m² per 100 households of what is planned from 31 August 2017 on; nothing of what stood before.
    @Test func wuhanAsksForSpaceOfNewCompounds() throws {
        let pack = try Self.pack("wuhan")
        let space = try #require(pack.space)
        #expect(space.effectiveFrom == Day(year: 2017, month: 8, day: 31))
        #expect(space.classDate == .planned)
        #expect(space.newRate == ExactDecimal(20))
        #expect(space.existingRate == nil)
        #expect(pack.firstPhase?.builtBeforeShare == nil)
        #expect(pack.firstPhase != nil)
        #expect(pack.synchronizations.map(\.milestone) == Milestone.allCases)
        #expect(pack.synchronizations.allSatisfy { $0.phase == 1 && $0.effectiveFrom == nil })
        #expect(pack.synchronizations.allSatisfy { $0.clause.citation.number == "武民函〔2020〕125号" })
    }

    /// From 5 September 2022; where the first phase is missed, before half of the dwellings are built.
    @Test func hubeiHasAFallback() throws {
        let pack = try Self.pack("hubei")
        #expect(pack.space?.effectiveFrom == Day(year: 2022, month: 9, day: 5))
        #expect(pack.space?.newRate == ExactDecimal(20))
        #expect(pack.space?.existingRate == nil)
        #expect(pack.firstPhase?.builtBeforeShare == ExactDecimal("0.5"))
        #expect(pack.synchronizations.map(\.milestone) == Milestone.allCases)
        #expect(pack.subsidies.isEmpty)
    }

    /// 150,000 / 90,000 yuan for building, 100,000 / 50,000 a year for running, by kind; half of the cost of
    /// network points up to 500,000 / 1,000,000.
    @Test func wuhanPaysByKindAndByNetwork() throws {
        let pack = try Self.pack("wuhan")
        let opened = try #require(Day(year: 2020, month: 6, day: 1))
        func facility(
            _ kind: FacilityKind?, _ network: NetworkRole? = nil, level: Level = .community
        ) -> Facility {
            var facility = Facility(
                id: "F", level: level, point: GeographicPoint(longitude: 114.3, latitude: 30.6))
            facility.kind = kind
            facility.network = network
            return facility
        }
        func once(_ facility: Facility, cost: Int) -> ExactDecimal {
            pack.subsidyOnce(for: facility, cost: ExactDecimal(cost), on: opened)
        }
        // By kind, not by tier.
        for level in Level.allCases {
            #expect(once(facility(.centre, level: level), cost: 900_000) == ExactDecimal(150_000))
            #expect(once(facility(.station, level: level), cost: 900_000) == ExactDecimal(90_000))
        }
        #expect(pack.subsidyYearly(for: facility(.centre), on: opened) == ExactDecimal(100_000))
        #expect(pack.subsidyYearly(for: facility(.station), on: opened) == ExactDecimal(50_000))
        #expect(pack.subsidyYearly(for: facility(.institution), on: opened) == .zero)
        // The caps bind at costs of 1 and 2 million.
        #expect(once(facility(nil, .embedded), cost: 999_998) == ExactDecimal(499_999))
        #expect(once(facility(nil, .embedded), cost: 1_000_000) == ExactDecimal(500_000))
        #expect(once(facility(nil, .embedded), cost: 3_000_000) == ExactDecimal(500_000))
        #expect(once(facility(nil, .radiating), cost: 1_999_998) == ExactDecimal(999_999))
        #expect(once(facility(nil, .radiating), cost: 3_000_000) == ExactDecimal(1_000_000))
    }

    @Test func wuhansTargetsAreDatedAndCited() throws {
        let pack = try Self.pack("wuhan")
        #expect(
            pack.targets.map {
                "\($0.id) \($0.measure.name) \($0.basis.rawValue) ≥\($0.atLeast) \($0.due.text)"
            }
                == [
                    "network-points facilities count ≥300 2020",
                    "network-1km within_1km elders ≥1 2020",
                    "community-centres has_facility count ≥1 2020",
                    "street-centres subdistrict_has_centre count ≥1 2020",
                    "beds-2025 beds_per_1000_elders elders ≥50 2025",
                    "community-coverage-2025 has_facility count ≥1 2025",
                ])
        let points = try #require(pack.targets.first { $0.id == "network-1km" })
        #expect(pack.selector(for: points).text == "network=embedded|radiating")
        #expect(points.clause.label == "武民函〔2020〕125号 1公里服务半径")
    }

    /// A demonstration centre is a subdistrict's in Wuhan.
    @Test func wuhansOwnNames() throws {
        let pack = try Self.pack("wuhan")
        let centre = try #require(pack.facilityNames.first { $0.name == "示范中心" })
        #expect(centre.level == .subdistrict)
        #expect(centre.kind == .centre)
    }

    @Test func anUnknownPackNamesThoseThatAreKnown() {
        #expect {
            try PolicyPackReader.read(.bundled("wuhn"), askedBy: .init(line: 4))
        } throws: { error in
            (error as? Problems)?.list
                == [
                    Problem(
                        file: "study.yaml", row: 4, column: "policy",
                        .unknownPolicy(name: "wuhn", known: ["hubei", "wuhan"]))
                ]
        }
    }
}
