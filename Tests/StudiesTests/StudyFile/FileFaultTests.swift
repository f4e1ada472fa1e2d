import Foundation
import Places
import Studies
import Testing

/// Faults of whole files and of `study.yaml`, which stop a run even where rows are set aside.
@Suite struct FileFaultTests {
    @Test(arguments: cases) func aloneItIsTheOnlyProblem(_ fault: FaultCase) throws {
        let sample = SampleStudy()
        fault.apply(sample)
        #expect(try problems(sample) == fault.expected)
    }

    @Test(arguments: cases) func amongTwoOthersAllThreeAreReported(_ fault: FaultCase) throws {
        let sample = SampleStudy()
        let others = fault.twoOthers
        for applied in [fault] + others { applied.apply(sample) }
        let found = try problems(sample)
        #expect(Set(found) == Set(([fault] + others).flatMap(\.expected)))
        #expect(found.count == ([fault] + others).flatMap(\.expected).count)
    }

    @Test(arguments: cases) func itStopsARunThatSetsRowsAside(_ fault: FaultCase) throws {
        let sample = SampleStudy()
        fault.apply(sample)
        #expect(try problems(sample, setAside: true) == fault.expected)
    }

    private static func yaml(_ row: Int, _ column: String?, _ fault: Fault) -> Problem {
        Problem(file: "study.yaml", row: row, column: column, fault)
    }

    static let cases: [FaultCase] = [
        FaultCase(
            "missing file", in: ["gates.csv"], [Problem(file: "gates.csv", .fileMissing)]
        ) { $0.files["gates.csv"] = nil },
        FaultCase(
            "missing file that others refer to", in: ["compounds.csv", "gates.csv"],
            [Problem(file: "compounds.csv", .fileMissing)]
        ) { $0.files["compounds.csv"] = nil },
        FaultCase(
            "empty layer", in: ["gates.csv"], [Problem(file: "gates.csv", .emptyLayer)]
        ) { $0.files["gates.csv"] = "compound,lon,lat\n" },
        FaultCase(
            "missing required column", in: ["facilities.csv"],
            [Problem(file: "facilities.csv", row: 1, .missingColumn(name: "level", nearest: "levl"))]
        ) { $0.replacing(",level,", with: ",levl,", in: "facilities.csv") },
        FaultCase(
            "missing id column", in: ["compounds.csv"],
            [Problem(file: "compounds.csv", row: 1, .missingColumn(name: "id", nearest: "ids"))]
        ) { $0.replacing("id,name,", with: "ids,name,", in: "compounds.csv") },
        FaultCase(
            "no coordinates", in: ["gates.csv"],
            [Problem(file: "gates.csv", row: 1, .missingColumn(name: "geometry", nearest: nil))]
        ) { $0.replacing("lon,lat", with: "a,b", in: "gates.csv") },
        FaultCase(
            "half of the coordinates", in: ["gates.csv"],
            [Problem(file: "gates.csv", row: 1, .missingColumn(name: "lat", nearest: "lats"))]
        ) { $0.replacing("lon,lat", with: "lon,lats", in: "gates.csv") },
        FaultCase(
            "named column that the file lacks", in: ["study.yaml", "compounds.csv"],
            [
                Problem(
                    file: "compounds.csv", row: 1, .unknownColumn(name: "house_holds", nearest: "households"))
            ]
        ) {
            $0.replacing(
                "{path: compounds.csv}", with: "{path: compounds.csv, columns: {households: house_holds}}",
                in: "study.yaml")
        },
        FaultCase(
            "named coordinate that the file lacks", in: ["study.yaml", "gates.csv"],
            [Problem(file: "gates.csv", row: 1, .unknownColumn(name: "long", nearest: "lon"))]
        ) { $0.replacing("{path: gates.csv}", with: "{path: gates.csv, x: long, y: lat}", in: "study.yaml") },
        FaultCase(
            "canonical column that the layer lacks", in: ["study.yaml"],
            [yaml(6, "layers.compounds.columns", .unknownKey(name: "hauseholds", nearest: "households"))]
        ) {
            $0.replacing(
                "{path: compounds.csv}", with: "{path: compounds.csv, columns: {hauseholds: households}}",
                in: "study.yaml")
        },
        FaultCase(
            "unknown key", in: ["study.yaml"], [yaml(3, nil, .unknownKey(name: "polcy", nearest: "policy"))]
        ) { $0.replacing("policy:", with: "polcy:", in: "study.yaml") },
        FaultCase(
            "unknown layer key", in: ["study.yaml"],
            [yaml(8, "layers.gates", .unknownKey(name: "encodng", nearest: "encoding"))]
        ) { $0.replacing("{path: gates.csv}", with: "{path: gates.csv, encodng: utf-8}", in: "study.yaml") },
        FaultCase(
            "wrong type", in: ["study.yaml"],
            [yaml(2, "base_year", .wrongType(expected: "whole number 1900–2200"))]
        ) { $0.replacing("base_year: 2020", with: "base_year: last", in: "study.yaml") },
        FaultCase(
            "missing key", in: ["study.yaml"], [yaml(1, nil, .missingKey(name: "name"))]
        ) { $0.replacing("name: Riverside\n", with: "", in: "study.yaml") },
        FaultCase(
            "no facilities", in: ["study.yaml"],
            [yaml(4, "layers", .missingLayers(anyOf: ["facilities"]))]
        ) { $0.replacing("  facilities: {path: facilities.csv}\n", with: "", in: "study.yaml") },
        FaultCase(
            "phases and gates without compounds", in: ["study.yaml", "compounds.csv"],
            [
                yaml(6, "layers.phases", .missingLayers(anyOf: ["compounds"])),
                yaml(7, "layers.gates", .missingLayers(anyOf: ["compounds"])),
            ]
        ) { $0.replacing("  compounds: {path: compounds.csv}\n", with: "", in: "study.yaml") },
        FaultCase(
            "unknown datum", in: ["study.yaml"],
            [
                yaml(
                    6, "layers.compounds.datum",
                    .notOneOf(text: "gcj2", allowed: ["wgs84", "cgcs2000", "gcj02", "bd09"]))
            ]
        ) {
            $0.replacing(
                "{path: compounds.csv}", with: "{path: compounds.csv, datum: gcj2}", in: "study.yaml")
        },
        FaultCase(
            "unknown encoding", in: ["study.yaml", "gates.csv"],
            [yaml(8, "layers.gates.encoding", .unknownEncoding(name: "gb-18031"))]
        ) {
            $0.replacing("{path: gates.csv}", with: "{path: gates.csv, encoding: gb-18031}", in: "study.yaml")
        },
        FaultCase(
            "header row that is not there", in: ["study.yaml", "gates.csv"],
            [yaml(8, "layers.gates.header_row", .noHeaderRow(row: 9, file: "gates.csv"))]
        ) { $0.replacing("{path: gates.csv}", with: "{path: gates.csv, header_row: 9}", in: "study.yaml") },
        FaultCase(
            "title above the header", in: ["gates.csv"],
            [Problem(file: "gates.csv", row: 1, .titleAboveHeader(headerRow: 2))]
        ) { $0.files["gates.csv"] = "Gates of 2020\n" + ($0.files["gates.csv"] ?? "") },
        FaultCase(
            "title above the header, as wide as the table", in: ["gates.csv"],
            [Problem(file: "gates.csv", row: 1, .titleAboveHeader(headerRow: 3))]
        ) { $0.files["gates.csv"] = "Gates of 2020,,\n(surveyed),in May,\n" + ($0.files["gates.csv"] ?? "") },
        FaultCase(
            "missing file of the totals", in: ["totals.csv"],
            [Problem(file: "totals.csv", .fileMissing)]
        ) { $0.replacing("layers:\n", with: "layers:\n  areas: {path: totals.csv}\n", in: "study.yaml") },
        FaultCase(
            "radius larger than any", in: ["study.yaml"],
            [yaml(3, "radius_m", .outOfRange(text: "1e300", expected: "at most 100000"))]
        ) { $0.replacing("policy: wuhan", with: "radius_m: 1e300\npolicy: wuhan", in: "study.yaml") },
        FaultCase(
            "plane in degrees", in: ["study.yaml"], [yaml(3, "crs", .notAPlane(crs: "EPSG:4490"))]
        ) { $0.replacing("policy: wuhan", with: "crs: EPSG:4490\npolicy: wuhan", in: "study.yaml") },
        FaultCase(
            "speed below zero", in: ["study.yaml"],
            [yaml(3, "walking.speed_m_per_s", .notPositive(text: "-1"))]
        ) {
            $0.replacing(
                "policy: wuhan", with: "walking: {speed_m_per_s: -1}\npolicy: wuhan", in: "study.yaml")
        },
    ]

    @Test func brokenYAMLIsSaidWithLineAndColumn() throws {
        let sample = SampleStudy()
        sample.replacing("{path: compounds.csv}", with: "{path: compounds.csv", in: "study.yaml")
        let found = try problems(sample)
        #expect(found.count == 1)
        #expect(found.first?.file == "study.yaml")
        // The flow mapping of line 6 breaks off where line 7 begins another key.
        #expect(found.first?.row == 7)
        #expect(found.first?.column == "9")
        guard case .yaml = found.first?.fault else {
            Issue.record("not a YAML problem")
            return
        }
    }

    @Test func aKeyThatStandsTwiceIsRefused() throws {
        let sample = SampleStudy()
        sample.replacing("policy: wuhan", with: "policy: wuhan\npolicy: hubei", in: "study.yaml")
        #expect(
            try problems(sample).map(\.fault) == [.yaml(reason: "duplicate keys: policy")])
    }

    @Test func aFolderWithoutStudyIsSaidSo() throws {
        let sample = SampleStudy()
        sample.files["study.yaml"] = nil
        #expect(try problems(sample) == [Problem(file: "study.yaml", .fileMissing)])
    }

    @Test func anUnknownSystemIsSaidWithPROJsWords() throws {
        let sample = SampleStudy()
        sample.replacing(
            "{path: compounds.csv}", with: "{path: compounds.csv, crs: EPSG:99999}", in: "study.yaml")
        let found = try problems(sample)
        #expect(found.count == 1)
        guard case .unknownCRS(let text, let reason) = found.first?.fault else {
            Issue.record("not a problem of the reference system")
            return
        }
        #expect(text == "EPSG:99999")
        #expect(reason.contains("crs not found"))
        #expect(found.map(\.severity) == [.error])
        #expect(found.first?.row == 6)
        #expect(found.first?.column == "layers.compounds.crs")
    }

    /// Degrees read as metres of a system that nobody knows would all be wrong: one problem, not a hundred.
    @Test func coordinatesInAnUnknownSystemAreNotJudged() throws {
        let sample = SampleStudy()
        sample.files["gates.csv"] = "compound,x,y\nA1,529134,3375913\nA3,530286,3376138\n"
        sample.replacing("{path: gates.csv}", with: "{path: gates.csv, crs: EPSG:99999}", in: "study.yaml")
        #expect(try problems(sample).map(\.file) == ["study.yaml"])
    }

    @Test func aHalfWrittenWorkbookIsOneProblemAmongOthers() throws {
        let sample = SampleStudy()
        sample.replacing("facilities.csv}", with: "facilities.xlsx}", in: "study.yaml")
            .replacing("C1,400", with: "C1,many", in: "compounds.csv")
        sample.files["facilities.csv"] = nil
        sample.bytes["facilities.xlsx"] = [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x00, 0x00, 0x08, 0x00, 0x41]
        let found = try problems(sample)
        #expect(found.map(\.file) == ["compounds.csv", "facilities.xlsx"])
        guard case .cannotRead = found.last?.fault else {
            Issue.record("not a problem of the file: \(found)")
            return
        }
    }

    @Test func pathsOutsideTheFolderAreTheUsersOwn() throws {
        let sample = SampleStudy()
        sample.replacing(
            "path: gates.csv", with: "path: ../\(sample.folder.split(separator: "/").last ?? "")/gates.csv",
            in: "study.yaml")
        let reading = try read(sample).get()
        #expect(reading.study.gates.count == 2)
        #expect(reading.inputs.contains { $0.file.hasPrefix("../") && $0.file.hasSuffix("/gates.csv") })
    }
}
