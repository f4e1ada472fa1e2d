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
        // Guizhou alone names a radius of its own.
        #expect(reading.pack.radius == Metres(id == "guizhou" ? 700 : 1000))
        #expect(CoverageMeasure.allCases.allSatisfy { reading.pack.selector(for: $0) == .any })
        #expect(!reading.pack.takesWaterOutOfArea)
    }

    @Test func allAreThere() {
        #expect(
            PolicyPackReader.bundledIDs == [
                "anhui", "gaoxin", "guangzhou", "guizhou", "harbin", "hubei", "jiangsu", "national", "panjin",
                "wuhan", "xuzhou", "yinchuan", "yunfu",
            ])
    }

    /// 20 m² per 100 households of what is planned from 31 August 2017 on; nothing of what stood before.
    @Test func wuhanAsksForSpaceOfNewCompounds() throws {
        let pack = try Self.pack("wuhan")
        let space = try #require(pack.space.first)
        #expect(space.period.from == PartialDate(year: 2017, month: 8, day: 31))
        #expect(space.classDate == .planned)
        #expect(space.newRate == ExactDecimal(20))
        #expect(space.existingRate == nil)
        #expect(pack.firstPhase.first?.builtBeforeShare == nil)
        #expect(pack.firstPhase.count == 1)
        #expect(pack.synchronizations.map(\.milestone) == Milestone.allCases)
        #expect(pack.synchronizations.allSatisfy { $0.phase == 1 && $0.period == .always })
        #expect(pack.synchronizations.allSatisfy { $0.clause.citation.number == "武民函〔2020〕125号" })
    }

    /// From 5 September 2022; where the first phase is missed, before half of the dwellings are built.
    @Test func hubeiHasAFallback() throws {
        let pack = try Self.pack("hubei")
        #expect(pack.space.first?.period.from == PartialDate(year: 2022, month: 9, day: 5))
        #expect(pack.space.first?.newRate == ExactDecimal(20))
        #expect(pack.space.first?.existingRate == nil)
        #expect(pack.firstPhase.first?.builtBeforeShare == ExactDecimal("0.5"))
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
                "\($0.id) \($0.measure.name) \($0.basis.rawValue) ≥\($0.atLeast) \($0.due?.text ?? "-")"
            }
                == [
                    "network-points facilities count ≥300 2020",
                    "network-1km within_1km elders ≥1 2020",
                    "community-centres has_facility count ≥1 2020",
                    "street-centres subdistrict_has_centre count ≥1 2020",
                    "social-operation social_operation_share count ≥0.8 -",
                    "beds-2020 beds count ≥114000 2020",
                    "institutions-2020 facilities count ≥1825 2020",
                    "institution-beds-2025 beds count ≥60000 2025",
                    "nursing-beds-2025 nursing_bed_share count ≥0.65 2025",
                    "new-compounds-2025 new_compounds_meet_space count ≥1 2025",
                    "beds-2025 beds_per_1000_elders elders ≥50 2025",
                    "community-coverage-2025 has_facility count ≥1 2025",
                ])
        let points = try #require(pack.targets.first { $0.id == "network-1km" })
        #expect(pack.selector(for: points).text == "network=embedded|radiating")
        #expect(points.clause.label == "武民函〔2020〕125号 1公里服务半径")
    }

    /// The rates of the jurisdictions: new and existing, m² per 100 households, and from when.
    @Test(
        arguments: [
            ("hubei", "2022-09-05", "20", nil), ("jiangsu", "2022", "20", "15"),
            ("guizhou", "2022", "20", "15"),
            ("anhui", "2022-07-20", "30", "20"), ("yinchuan", "2023", "30", "20"),
            ("harbin", nil, "30", "20"),
            ("wuhan", "2017-08-31", "20", nil),
        ] as [(String, String?, String, String?)]) func ratesOfSpace(
            _ id: String, _ from: String?, _ new: String, _ existing: String?
        ) throws
    {
        let rule = try #require(try Self.pack(id).space.first)
        #expect(rule.period.from?.text == from)
        #expect(rule.newRate?.description == new)
        #expect(rule.existingRate?.description == existing)
    }

    /// 350 m² for a single place in Guizhou and Anhui, 0.1 m² of land a person in Hubei; small compounds pool as
    /// groups in Jiangsu, within a walk of 300 m in Anhui.
    @Test func furtherRulesOfSpace() throws {
        for id in ["guizhou", "anhui"] {
            #expect(try Self.pack(id).singleSite.map(\.minimum) == [ExactDecimal(350)])
        }
        #expect(try Self.pack("hubei").land.map(\.perPerson) == [ExactDecimal("0.1")])
        #expect(try Self.pack("jiangsu").pooledSpace.map(\.grouping) == [.pool])
        #expect(try Self.pack("anhui").pooledSpace.map(\.grouping) == [.walk(ExactDecimal(300))])
    }

    @Test func standardsOfFacilities() throws {
        func asked(_ id: String) throws -> [String] {
            try Self.pack(id).facilityStandards.map { "\($0.id) \($0.selector.text) \($0.requirement)" }
        }
        #expect(try asked("guangzhou").count == 2)
        let area = try Self.pack("guangzhou").facilityStandards.map(\.requirement)
        #expect(
            area == [1000, 200].map { .floorArea(minimum: ExactDecimal($0), orShareOfPublicService: nil) })
        let guizhou = try Self.pack("guizhou").facilityStandards.map(\.requirement)
        #expect(
            guizhou == [
                .floorArea(minimum: ExactDecimal(1000), orShareOfPublicService: nil),
                .floors(highest: 3, aboveGround: true),
            ])
        let national = try Self.pack("national")
        #expect(national.facilityStandards.map(\.requirement) == [.areaPerBed(ExactDecimal(35))])
        #expect(national.targets.map(\.atLeast) == [ExactDecimal(40)])
        #expect(national.targets.map(\.due) == [nil])
        #expect(national.circles.map(\.minutes) == [5, 10, 15])
        #expect(national.circles.map(\.mostMetres) == [300, 500, 1000].map { ExactDecimal($0) })
        #expect(national.citations.allSatisfy { $0.known == .secondHand })
        let wuhan = try Self.pack("wuhan").facilityStandards.map(\.requirement)
        #expect(
            wuhan == [
                .floorArea(minimum: ExactDecimal(100), orShareOfPublicService: ExactDecimal("0.4")),
                .services(["comfort", "day_care", "health"]),
            ])
    }

    @Test func tiers() throws {
        let yunfu = try Self.pack("yunfu").tierStandards
        #expect(
            yunfu.map { "\($0.id) \($0.tier.rawValue) \($0.selector.text) \($0.atLeast)" } == [
                "tier.city-centre city kind=centre;level=city 1",
                "tier.county-centre district kind=centre;level=district 1",
                "tier.town-station subdistrict kind=centre|station;level=subdistrict 1",
                "tier.community-station community kind=centre|station;level=community 1",
                "tier.county-base district level=district;services=domestic_service 1",
            ])
        let wuhan = try Self.pack("wuhan").tierStandards
        #expect(wuhan.map(\.noteAbove) == [nil, 2])
        #expect(
            wuhan.map(\.meeting) == [
                ["facility.community-body", "facility.community-body-services"], [],
            ])
    }

    /// Targets of the other documents, each with its setting and year.
    @Test func targetsOfTheOthers() throws {
        func targets(_ id: String) throws -> [String] {
            try Self.pack(id).targets.map {
                "\($0.id) \($0.measure.name) ≥\($0.atLeast) \($0.extent) \($0.due?.text ?? "-")"
            }
        }
        #expect(
            try targets("xuzhou") == [
                "standardised-urban-2020 has_standardised ≥0.8 setting(Places.Setting.urban) 2020",
                "standardised-rural-2020 has_standardised ≥0.4 setting(Places.Setting.rural) 2020",
                "rural-homes-2020 has_facility ≥0.2 setting(Places.Setting.rural) 2020",
            ])
        #expect(
            try targets("yunfu") == [
                "9073-community places_per_1000_elders ≥70 city -",
                "9073-institutions beds_per_1000_elders ≥30 city -",
                "urban-coverage-2022 has_facility ≥1 setting(Places.Setting.urban) 2022",
                "rural-coverage-2022 has_facility ≥0.6 setting(Places.Setting.rural) 2022",
            ])
        // Panjin builds on the national standards.
        #expect(
            try targets("panjin") == [
                "beds-per-1000 beds_per_1000_elders ≥40 city -",
                "subdistrict-complexes-2023 subdistrict_has_centre ≥0.67 city 2023",
                "community-coverage has_facility ≥1 city -",
            ])
        #expect(
            try targets("gaoxin") == [
                "space-in-every-compound compounds_with_care_space ≥1 city -",
                "quarter-hour-circle within_15min ≥1 city -",
            ])
        #expect(try targets("hubei") == ["new-compounds-2022 new_compounds_meet_space ≥1 city 2022"])
    }

    /// The beds of 2020 and those of 2025 are counted differently, and say so.
    @Test func wuhansBedsStandSideBySideByVersion() throws {
        let beds = try Self.pack("wuhan").targets.filter { $0.measure == .beds }
        #expect(beds.map(\.atLeast) == [ExactDecimal(114_000), ExactDecimal(60_000)])
        #expect(beds.allSatisfy { $0.version != nil })
        #expect(beds[0].version != beds[1].version)
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
                        .unknownPolicy(name: "wuhn", known: PolicyPackReader.bundledIDs))
                ]
        }
    }
}
