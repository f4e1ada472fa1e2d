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
        #expect(pack.space?.newRate == ExactDecimal(30))
        #expect(pack.space?.existingRate == ExactDecimal(20))
        #expect(pack.space?.clause.label == "〔2024〕1号 第三条")
        #expect(pack.firstPhase?.builtBeforeShare == ExactDecimal("0.5"))
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
        #expect(pack.space?.newRate == ExactDecimal(30))
        #expect(pack.space?.clause.label == "武民函〔2020〕125号 own")
        #expect(pack.firstPhase == nil)
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
        #expect(reading.pack.space?.newRate == ExactDecimal(30))
        #expect(reading.files.map(\.file) == ["packs/own.yaml", "packs/../base/base.yaml"])
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
