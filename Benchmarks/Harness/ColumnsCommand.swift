internal import ArgumentParser
internal import Foundation
internal import Geodesy
internal import Geometry
internal import WalkNetwork

/// `benchmarks columns`: writes a study's network and places as plain columns, for other programs.
struct ColumnsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "columns",
        abstract: "Write network, places and our answers as plain columns, and our times as lines of JSON.",
        discussion: """
            Places stand at the nearest vertex of their street, so that programs that know only nodes answer
            the same question. docs/benchmarks.md describes the files.
            """)

    @Argument(help: "The folder of the study.")
    var study: String

    @Option(help: "The folder to write to.")
    var out: String

    @Option(help: "At least how many runs of each case.")
    var runs = 5

    @Option(help: "How many threads.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "Only times of cases whose name holds this text; nothing else is written.")
    var only: String?

    func run() async throws {
        let world = try await World(folder: study, atVertices: true)
        let folder = URL(filePath: out)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if only == nil { try await PlainColumns(world, folder: folder).write(jobs: jobs) }
        let cases =
            world.networkCases(jobs: jobs) + world.circleCases(jobs: jobs) + world.straightCases()
        for timed in cases where only == nil || timed.name.contains(only ?? "") {
            let outcome = try await timed.run(runs)
            for fault in outcome.faults { print(fault) }
            let line: [String: any Sendable] = [
                "case": timed.name, "peer": "carecircle", "median": outcome.timing.median,
                "least": outcome.timing.least, "most": outcome.timing.most,
                "runs": outcome.timing.seconds.count,
            ]
            let json = try JSONSerialization.data(withJSONObject: line, options: .sortedKeys)
            print(String(decoding: json, as: UTF8.self))
        }
    }
}
