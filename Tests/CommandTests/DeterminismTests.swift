import Foundation
import Testing

/// The same bytes on every run, for any number of jobs, wherever the study lies.
@Suite struct DeterminismTests {
    @Test("The whole output tree is the same for 1, 2 and 7 jobs, twice each, in two folders")
    func sameBytes() throws {
        let studies = [try HamletStudy(), try HamletStudy()]
        // One of the two lies deeper.
        let deep = studies[1].place.root.appending(path: "a b/c")
        try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
        try FileManager.default.moveItem(
            at: studies[1].place.root.appending(path: "study"), to: deep.appending(path: "study"))
        let scenarios = [
            "as-usual": "name: as-usual\n",
            "unsure":
                "extends: field-home\nuncertainty: {migration: {low: -0.01, high: 0.01}, compliance: {low: 0.2, high: 1}}\n",
        ]
        for folder in [studies[0].place.root.appending(path: "study"), deep.appending(path: "study")] {
            for (name, text) in scenarios {
                try Data(text.utf8).write(to: folder.appending(path: "scenarios/\(name).yaml"))
            }
        }
        var trees: Set<[String: Data]> = []
        for jobs in [1, 2, 7] {
            for run in [1, 2] {
                for (hamlet, study) in zip(studies, ["study", "a b/c/study"]) {
                    let out = "results-\(jobs)-\(run)"
                    let commands = [
                        ["coverage", study, "--circles", "all"], ["check", study],
                        ["scenario", "run", study, "\(study)/scenarios/field-home.yaml", "--to", "2030"],
                        [
                            "scenario", "compare", study, "\(study)/scenarios/as-usual.yaml",
                            "\(study)/scenarios/field-home.yaml", "--to", "2030", "--access",
                        ],
                        [
                            "scenario", "sensitivity", study, "\(study)/scenarios/unsure.yaml", "--to",
                            "2030", "--draws", "20",
                        ],
                        [
                            "site", study, "--objective", "mclp", "--frontier", "--p", "2", "--date",
                            "2022-12-31",
                        ],
                    ]
                    for command in commands {
                        let (_, stderr, status) = try hamlet.place.run(
                            command + ["--out", out, "--jobs", "\(jobs)", "--quiet"])
                        #expect(stderr.isEmpty)
                        #expect(status == (command[0] == "check" ? 3 : 0))
                    }
                    trees.insert(try tree(hamlet.place.root.appending(path: out)))
                }
            }
        }
        #expect(trees.count == 1)
        // Eight for coverage, two for check; for the scenario five tables, a plan, two maps, a manifest; compared five
        // tables, two maps, a manifest; its bands, draws and targets, a manifest; a frontier and its manifest.
        let files = [8, 2, 9, 8, 4, 2].reduce(0, +)
        #expect(trees.first?.count == files)
    }

    @Test("Another day is another result: the comparison sees the difference")
    func otherBytes() throws {
        let hamlet = try HamletStudy()
        for (out, date) in [("one", "2020-12-31"), ("other", "2019-06-30")] {
            let (_, _, status) = try hamlet.place.run([
                "coverage", "study", "--out", out, "--date", date, "--circles", "none", "--quiet",
            ])
            #expect(status == 0)
        }
        let root = hamlet.place.root
        #expect(try tree(root.appending(path: "one")) != tree(root.appending(path: "other")))
    }

    /// The names and contents of all files below a folder.
    private func tree(_ folder: URL) throws -> [String: Data] { try CommandPlace.files(below: folder) }
}
