import Foundation
import Testing

/// Where results may go, and what stays as it was where they may not.
@Suite struct OutputPlaceTests {
    @Test("Results never take the place of an input", arguments: ["study", "alias"])
    func overInput(out: String) throws {
        let hamlet = try HamletStudy()
        let root = hamlet.place.root
        try FileManager.default.createSymbolicLink(
            at: root.appending(path: "alias"), withDestinationURL: root.appending(path: "study"))
        let folder = root.appending(path: "study/coverage")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["compounds.csv", "communities.geojson"] {
            try FileManager.default.moveItem(
                at: root.appending(path: "study").appending(path: name), to: folder.appending(path: name))
            try hamlet.replace(name, with: "coverage/\(name)", in: "study.yaml")
        }
        try hamlet.replace(
            "  streets:", with: "  areas: {path: coverage/summary.csv}\n  streets:", in: "study.yaml")
        try Data("tier,name,elders,year\ncity,Rivermouth,1,1999\n".utf8)
            .write(to: folder.appending(path: "summary.csv"))
        let before = try hamlet.place.files()
        let (stdout, stderr, status) = try hamlet.place.run(["coverage", "study", "--out", out])
        #expect(
            stderr
                == ["communities.geojson", "compounds.csv", "summary.csv"].map {
                    "coverage/\($0): the result \(out)/coverage/\($0) would take the place of this input, expected another --out\n"
                }.joined())
        #expect(stdout.isEmpty)
        #expect(status == 1)
        #expect(try hamlet.place.files() == before)
        // What a command does not write is not in its way.
        #expect(try hamlet.place.run(["check", "study", "--out", out]).status == 3)
    }

    @Test("A result of an earlier run that contradicts this one is no input to lose")
    func rejectedIsAnInput() throws {
        let hamlet = try HamletStudy()
        try FileManager.default.createDirectory(
            at: hamlet.place.root.appending(path: "study/coverage"), withIntermediateDirectories: true)
        try hamlet.rename("gates.csv", to: "coverage/rejected.csv")
        try hamlet.replace("gates.csv", with: "coverage/rejected.csv", in: "study.yaml")
        let before = try hamlet.place.files()
        let (_, stderr, status) = try hamlet.place.run(["coverage", "study", "--out", "study"])
        #expect(
            stderr
                == "coverage/rejected.csv: the result study/coverage/rejected.csv would take the place of this input, expected another --out\n"
        )
        #expect(status == 1)
        #expect(try hamlet.place.files() == before)
    }

    @Test("A file where a folder should be is left alone")
    func fileForFolder() throws {
        let hamlet = try HamletStudy()
        try Data("mine\n".utf8).write(to: hamlet.place.root.appending(path: "notes"))
        let before = try hamlet.place.files()
        let (stdout, stderr, status) = try hamlet.place.run(
            ["coverage", "study", "--out", "notes", "--circles", "none"])
        #expect(
            stderr == "notes/coverage: cannot be written, expected a folder to write to (Not a directory)\n")
        #expect(stdout.isEmpty)
        #expect(status == 1)
        #expect(try hamlet.place.files() == before)
    }

    @Test(
        "A folder where a result should be stops all of them",
        arguments: ["manifest.json", "circles.geojson"])
    func folderForFile(name: String) throws {
        let hamlet = try HamletStudy()
        let results = hamlet.place.root.appending(path: "out/coverage")
        try Data("old\n".utf8).write(to: results.appending(path: "communities.csv"))
        try FileManager.default.createDirectory(
            at: results.appending(path: name), withIntermediateDirectories: true)
        let before = try hamlet.place.files()
        let (_, stderr, status) = try hamlet.run("coverage", ["--circles", "none"])
        #expect(
            stderr
                == "out/coverage/\(name): cannot be written, expected a folder to write to (Is a directory)\n"
        )
        #expect(status == 1)
        #expect(try hamlet.place.files() == before)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: results.path).sorted()
                == ["communities.csv", "summary.csv", name].sorted())
    }

    @Test("A run takes away what an earlier one left that would contradict it")
    func laterRun() throws {
        let hamlet = try HamletStudy()
        try OtherFault.ofCompounds[0].apply(hamlet)
        #expect(try hamlet.run("coverage", ["--set-aside"]).status == 0)
        var files = try hamlet.place.files()
        #expect(files["out/coverage/rejected.csv"] != nil)
        #expect(files["out/coverage/circles.geojson"] != nil)
        try hamlet.replace("eighty", with: "80", in: "compounds.csv")
        // What another command has found is its own.
        #expect(try hamlet.run("check").status == 3)
        #expect(try hamlet.place.files()["out/coverage/rejected.csv"] == files["out/coverage/rejected.csv"])
        #expect(try hamlet.run("coverage", ["--circles", "none"]).status == 0)
        files = try hamlet.place.files()
        #expect(files["out/coverage/rejected.csv"] == nil)
        #expect(files["out/coverage/circles.geojson"] == nil)
        #expect(files["out/coverage/summary.csv"] != HamletStudy.earlier)
    }

    @Test("Each command keeps the rows that it has set aside in its own folder")
    func rejectedOfEach() throws {
        let hamlet = try HamletStudy()
        try OtherFault.ofCompounds[0].apply(hamlet)
        var runs = [
            ["coverage", "study", "--circles", "none"], ["check", "study"], ["validate", "study"],
            ["explain", "study", "H1"], ["verify", "study", "--places", "0"],
        ]
        runs.append(["scenario", "run", "study", "study/scenarios/field-home.yaml", "--to", "2021"])
        for run in runs { _ = try hamlet.place.run(run + ["--out", "out", "--set-aside"]) }
        let rejected = try hamlet.place.files().filter { $0.key.hasSuffix("rejected.csv") }
        #expect(
            rejected.keys.sorted()
                == ["check", "coverage", "explain", "scenario/field-home", "validate", "verify"].map {
                    "out/\($0)/rejected.csv"
                })
        #expect(Set(rejected.values).count == 1)
    }

    @Test("A scenario's maps of years that are no longer asked for go; what is somebody else's stays")
    func laterMaps() throws {
        let hamlet = try HamletStudy()
        func run() throws {
            let (_, stderr, status) = try hamlet.place.run([
                "scenario", "run", "study", "study/scenarios/field-home.yaml", "--to", "2031", "--out", "out",
            ])
            #expect(status == 0, "\(stderr)")
        }
        func maps() throws -> [String] {
            try FileManager.default.contentsOfDirectory(
                atPath: hamlet.place.root.appending(path: "out/scenario/field-home").path
            ).filter { $0.hasPrefix("communities") }.sorted()
        }
        try run()
        #expect(try maps() == ["communities-2025.geojson", "communities-2030.geojson"])
        let folder = hamlet.place.root.appending(path: "out/scenario/field-home")
        let ours = try Data(contentsOf: folder.appending(path: "communities-2030.geojson"))
        let others = [
            // A map of the user's own making, and copies of ours under names that we never give.
            "communities-2029.geojson": Data("{\n\"type\": \"FeatureCollection\"}\n".utf8),
            "communities-2030 old.geojson": ours, "communities-2030.geojson.bak": ours,
        ]
        for (name, contents) in others { try contents.write(to: folder.appending(path: name)) }
        try hamlet.replace("[2025, 2030]", with: "[2025, 2031]", in: "scenarios/field-home.yaml")
        try run()
        #expect(
            try maps()
                == (["communities-2025.geojson", "communities-2031.geojson"] + others.keys).sorted())
        for (name, contents) in others {
            #expect(try Data(contentsOf: folder.appending(path: name)) == contents)
        }
    }
}
