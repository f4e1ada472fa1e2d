import Foundation
import Testing

/// The documentation says of every figure that is printed how its chain is asked for, or that there is none.
@Suite struct ChainTableTests {
    @Test("Every file of figures stands in the table of chains, and every column is described")
    func everyColumn() throws {
        let hamlet = try HamletStudy()
        let scenario = "study/scenarios/field-home.yaml"
        let ledgers = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "datasets/claims/five-documents.yaml")
        for arguments in [
            ["coverage", "study", "--access", "--catchments", "--circles", "none"], ["check", "study"],
            ["scenario", "run", "study", scenario],
            ["scenario", "compare", "study", scenario, "study/other.yaml", "--access"],
            ["scenario", "sensitivity", "study", "study/other.yaml", "--draws", "3"],
            ["claims", ledgers.path],
            ["site", "study", "--objective", "mclp", "--p", "1", "--out", "results/site"],
            [
                "site", "study", "--objective", "mclp", "--p", "1", "--frontier", "--out", "results/site",
            ],
        ] {
            try hamlet.write(
                Data("name: other\nuncertainty: {take_up: {low: 0.4, high: 0.6}}\n".utf8), to: "other.yaml")
            let out = arguments.contains("--out") ? [] : ["--out", "results"]
            let (_, stderr, status) = try hamlet.place.run(arguments + out + ["--quiet"])
            #expect(status == 0 || status == 3, "\(arguments): \(stderr)")
        }
        let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs")
        let outputs = try String(contentsOf: docs.appending(path: "outputs.md"), encoding: .utf8)
        let siting = try String(contentsOf: docs.appending(path: "siting.md"), encoding: .utf8)
        let start = try #require(outputs.range(of: "### Which figure has which chain"))
        let end = try #require(outputs.range(of: "## claims: claims.csv"))
        let chains = outputs[start.upperBound..<end.lowerBound]
        var (files, columns) = (0, 0)
        for (path, contents) in try hamlet.place.files() where path.hasPrefix("results/") {
            guard path.hasSuffix(".csv") else { continue }
            files += 1
            let parts = path.split(separator: "/").dropFirst()
            let name = String(parts.last ?? "")
            let isNamed =
                chains.contains("`\(name)`") || chains.contains("/\(name)`")
                || chains.contains("`\(parts.joined(separator: "/"))`")
            #expect(isNamed, "\(path) in the table of chains")
            let header = table(String(decoding: contents, as: UTF8.self)).first ?? []
            for column in header {
                columns += 1
                let plain = column.replacing("_first", with: "")
                let spellings = [
                    column, plain, plain.replacing("_15min", with: "_1km"),
                    plain.replacing(/_(2sfca|e2sfca|3sfca)$/, with: "_…"),
                ]
                #expect(
                    spellings.contains { outputs.contains("`\($0)`") || siting.contains("`\($0)`") },
                    "\(column) of \(path)")
            }
        }
        #expect(files > 15 && columns > 150)
    }
}
