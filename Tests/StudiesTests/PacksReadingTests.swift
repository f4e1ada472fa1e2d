import Geometry
import Places
import Policy
import Studies
import Testing

/// A pack of one's own, every key in turn, and packs that build on others.
@Suite struct PacksReadingTests {
    @Test func everyKeyArrives() throws {
        let folder = try PackFolder(["own.yaml": wellWrittenPack])
        let reading = try folder.read("own.yaml")
        let pack = reading.pack
        #expect(reading.files == [InputFile(file: "own.yaml", path: "\(folder.path)/own.yaml")])
        #expect(pack.name == BilingualText(en: "Own", zh: "自有"))
        #expect(pack.citations.map(\.date?.text) == ["2024-06"])
        #expect(pack.citations.map(\.known) == [.notice])
        #expect(pack.space.first?.newRate == ExactDecimal(30))
        #expect(pack.space.first?.existingRate == ExactDecimal(20))
        #expect(pack.space.first?.clause.label == "〔2024〕1号 第三条")
        #expect(pack.firstPhase.first?.builtBeforeShare == ExactDecimal("0.5"))
        #expect(pack.synchronizations.map(\.id) == ["sync.built"])
        #expect(pack.synchronizations.map(\.phase) == [2])
        #expect(pack.subsidies.map(\.selector.text) == ["kind=centre|station;area_m2>=100"])
        #expect(pack.subsidies.map(\.form) == [.once(ExactDecimal(150_000))])
        let target = try #require(pack.targets.first)
        #expect(target.extent == .districts(["A", "B"]))
        #expect(target.basis == .elders)
        #expect(target.selector?.text == "network=embedded")
        #expect(target.atLeast == ExactDecimal("0.8"))
    }

    @Test func walkingRadiusMeasuresAndCosts() throws {
        let folder = try PackFolder([
            "own.yaml": wellWrittenPack + """
                walking: {minutes: 10, speed_m_per_s: 0.8, snap_limit_m: 150}
                radius_m: 700
                water_taken_out_of_area: true
                measures:
                  within_1km: {networks: [radiating, embedded]}
                  has_facility: any
                costs:
                  - {id: station, clause: {citation: notice}, for: {kinds: station}, per_m2_yuan: 3000, per_bed_yuan: 20000}
                facility_names:
                  示范中心: {level: district, kind: centre}
                """
        ])
        let pack = try folder.read("own.yaml").pack
        #expect(pack.walking == WalkingStandard(minutes: 10, speed: 0.8, snapLimit: Metres(150)))
        #expect(pack.radius == Metres(700))
        #expect(pack.takesWaterOutOfArea)
        #expect(pack.selector(for: .within1km).text == "network=embedded|radiating")
        #expect(pack.selector(for: .within15min) == .any)
        #expect(pack.selector(for: .hasFacility) == .any)
        #expect(pack.costs.map(\.perSquareMetre) == [ExactDecimal(3000)])
        #expect(pack.costs.map(\.perFacility) == [.zero])
        #expect(
            pack.facilityNames == [FacilityNaming(name: "示范中心", level: .district, kind: .centre)])
    }

    /// What sheets call facilities, tiers and areas, packs may call them too.
    @Test func theWordsOfSheetsAreThoseOfPacks() throws {
        func read(_ kinds: String, _ level: String, _ role: String, _ runner: String, _ rest: [String]) throws
            -> PolicyPack
        {
            try PackFolder([
                "own.yaml": wellWrittenPack.replacing(
                    "for: {kinds: [station, centre], min_area_m2: 100}",
                    with: "for: {kinds: \(kinds), levels: \(level), operators: \(runner)}"
                )
                .replacing("networks: embedded", with: "networks: \(role)")
                .replacing("scope: {districts: [A, B]}", with: "scope: \(rest[0])")
                .replacing(
                    "subsidies:",
                    with: """
                          - {id: tier.a, clause: {citation: notice}, name: {en: A, zh: 甲}, per: \(rest[1]), counts: any, where: {setting: \(rest[2])}}
                          - {id: facility.a, clause: {citation: notice}, name: {en: A, zh: 甲}, for: any, min_service_class: \(rest[3])}
                        subsidies:
                        """)
                    + "facility_names:\n  示范站: {level: \(level), kind: \(kinds), network: \(role)}\n"
            ]).read("own.yaml").pack
        }
        let english = try read(
            "centre", "subdistrict", "embedded", "social", ["each_district", "subdistrict", "rural", "II"])
        let chinese = try read("中心", "街道", "社区嵌入式", "社会组织", ["各区县", "街道", "农村", "二类"])
        #expect(english == chinese)
        #expect(chinese.subsidies.map(\.selector.text) == ["kind=centre;level=subdistrict;operator=social"])
        #expect(chinese.targets.map(\.extent) == [.eachDistrict])
        #expect(chinese.tierStandards.map(\.tier) == [.subdistrict])
    }

    /// Every kind of rule, with its keys, and versions of one rule beside each other.
    @Test func everyKindOfRuleArrives() throws {
        let folder = try PackFolder([
            "own.yaml": wellWrittenPack.replacing(
                "subsidies:",
                with: """
                      - id: space@2026
                        clause: {citation: notice}
                        effective_from: 2026
                        effective_to: 2030-06
                        new_m2_per_100_households: 40
                      - {id: space.min_single, clause: {citation: notice}, min_m2: 350}
                      - {id: space.pooled, clause: {citation: notice}, by: community}
                      - {id: space.pooled@near, clause: {citation: notice}, effective_from: 2025, by: distance, within_m: 300}
                      - {id: space.land, clause: {citation: notice}, effective_from: 2024, m2_per_person: 0.1}
                      - id: facility.body
                        name: {en: Body, zh: 机构}
                        clause: {citation: notice}
                        for: {levels: community}
                        where: {districts: [A, B], setting: urban}
                        min_area_m2: 100
                        or_share_of_public_service_area: 0.4
                      - {id: facility.bed, name: {en: B, zh: 床}, clause: {citation: notice}, for: any, min_m2_per_bed: 35}
                      - {id: facility.floor, name: {en: F, zh: 层}, clause: {citation: notice}, for: any, max_floor: 3, above_ground: true}
                      - {id: facility.offer, name: {en: O, zh: 服}, clause: {citation: notice}, for: any, services: [meals, bathing]}
                      - {id: facility.class, name: {en: C, zh: 类}, clause: {citation: notice}, for: any, min_service_class: II}
                      - id: tier.body
                        name: {en: Bodies, zh: 机构}
                        clause: {citation: notice}
                        per: community
                        counts: {kinds: station}
                        meeting: [facility.body]
                        at_least: 1
                        note_above: 2
                        due: 2026-06
                    circles:
                      - {minutes: 15, clause: {citation: notice}, min_m: 800, max_m: 1000, min_people: 50000, max_people: 100000}
                    service_classes: {I: [culture], II: meals}
                    subsidies:
                    """, maxReplacements: 1)
        ])
        let pack = try folder.read("own.yaml").pack
        #expect(pack.space.map(\.entry) == ["space", "space@2026"])
        #expect(pack.space.map(\.period.from?.text) == ["2024-07-01", "2026"])
        #expect(pack.space.map(\.period.to?.text) == [nil, "2030-06"])
        #expect(pack.singleSite.map(\.minimum) == [ExactDecimal(350)])
        #expect(pack.pooledSpace.map(\.grouping) == [.community, .within(ExactDecimal(300))])
        #expect(pack.land.map(\.perPerson) == [ExactDecimal("0.1")])
        #expect(
            pack.facilityStandards.map(\.requirement) == [
                .floorArea(minimum: ExactDecimal(100), orShareOfPublicService: ExactDecimal("0.4")),
                .areaPerBed(ExactDecimal(35)), .floors(highest: 3, aboveGround: true),
                .services(["bathing", "meals"]), .serviceClass(.two),
            ])
        #expect(pack.facilityStandards.first?.area == PolicyArea(districts: ["A", "B"], setting: .urban))
        let tier = try #require(pack.tierStandards.first)
        #expect(tier.meeting == ["facility.body"])
        #expect(tier.tier == .community && tier.atLeast == 1 && tier.noteAbove == 2)
        #expect(tier.due?.text == "2026-06")
        #expect(pack.circles.map(\.leastMetres) == [ExactDecimal(800)])
        #expect(pack.serviceClasses.services == [.one: ["culture"], .two: ["meals"]])
    }

    /// A rule of the same id replaces the extended pack's whole; the rest stays, but for what is left out.
    @Test func aPackBuildsOnABundledOne() throws {
        let folder = try PackFolder([
            "own.yaml": """
            id: own
            extends: wuhan
            radius_m: 800
            rules:
              - id: space
                clause: {citation: reply-2020, part: own}
                effective_from: 2020-01-01
                new_m2_per_100_households: 30
            without: [network-points, space.first_phase]
            """
        ])
        let reading = try folder.read("own.yaml")
        let base = try PolicyPackReader.read(.bundled("wuhan")).pack
        let pack = reading.pack
        #expect(pack.id == "own")
        #expect(pack.name == base.name)
        #expect(pack.radius == Metres(800))
        #expect(pack.space.first?.newRate == ExactDecimal(30))
        #expect(pack.space.first?.clause.label == "武民函〔2020〕125号 own")
        #expect(pack.firstPhase.isEmpty)
        #expect(pack.synchronizations == base.synchronizations)
        #expect(pack.subsidies == base.subsidies)
        #expect(pack.targets == base.targets.filter { $0.id != "network-points" })
        #expect(reading.files.map(\.file) == ["own.yaml"])
    }

    @Test func pathsGoFromTheFileThatNamesThem() throws {
        let folder = try PackFolder([
            "packs/own.yaml": "{id: own, extends: ../base/base.yaml}",
            "base/base.yaml": wellWrittenPack,
        ])
        let reading = try folder.read("packs/own.yaml")
        #expect(reading.pack.id == "own")
        #expect(reading.pack.space.first?.newRate == ExactDecimal(30))
        #expect(reading.files.map(\.file) == ["packs/own.yaml", "packs/../base/base.yaml"])
    }

    /// Who asks for what is not there is to be mended, not the file that is not there.
    @Test func aPackThatIsNotThereIsNamedWhereItIsAskedFor() throws {
        let folder = try PackFolder(["own.yaml": "id: own\nextends: ./missing.yaml\n"])
        #expect(
            folder.problems("own.yaml") == [
                Problem(
                    file: "own.yaml", row: 2, column: "extends",
                    .unknownPolicy(name: "./missing.yaml", known: PolicyPackReader.bundledIDs))
            ])
    }

    /// What stays still asks for what is left out: that is said where it is left out, not in the bundled pack.
    @Test func whatIsLeftOutAndStillAskedFor() throws {
        let folder = try PackFolder([
            "own.yaml": "id: own\nextends: wuhan\nwithout: [facility.community-body]\n"
        ])
        let problem = try #require(folder.problems("own.yaml").first)
        #expect(folder.problems("own.yaml").count == 1)
        #expect((problem.file, problem.row, problem.column) == ("own.yaml", 3, "without"))
        guard case .stillNeeded("facility.community-body", let users) = problem.fault else {
            Issue.record("\(problem)")
            return
        }
        #expect(users.contains("tier.community-body"))
    }

    @Test func aPackThatExtendsItselfIsFound() throws {
        let folder = try PackFolder([
            "a.yaml": "{id: a, extends: b.yaml}", "b.yaml": "id: b\nextends: a.yaml\n",
        ])
        #expect(
            folder.problems("a.yaml") == [
                Problem(
                    file: "b.yaml", row: 2, column: "extends",
                    .extendsItself(chain: ["a.yaml", "b.yaml", "a.yaml"]))
            ])
    }
}
