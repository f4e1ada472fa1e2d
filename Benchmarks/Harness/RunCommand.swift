internal import ArgumentParser
internal import Foundation

/// `benchmarks run`: times every case on some studies and checks every answer.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Time every case on some studies; a wrong answer fails.")

    @Argument(help: "The folders of the studies.")
    var studies: [String]

    @Option(help: "The program, for whole runs; left out: parts only.")
    var carecircle: String?

    @Option(help: "Only cases whose name holds this text.")
    var only: String?

    @Option(help: "At least how many runs of each case.")
    var runs = 5

    @Option(help: "How many threads.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "The file of known answers.")
    var answers = "Benchmarks/answers.tsv"

    @Flag(help: "Take the answers of this run for right and store them.")
    var record = false

    @Flag(help: "Only whole runs, where the parts of so large a study take too long.")
    var wholeOnly = false

    func run() async throws {
        var stored = try StoredAnswers(path: answers)
        var faults: [String] = []
        ResultTable.printHead()
        for folder in studies {
            let name = URL(filePath: folder).lastPathComponent
            for timed in try await cases(on: folder, name: name)
            where timed.name.contains(only ?? "") || only == nil {
                let outcome = try await timed.run(runs)
                ResultTable.printLine(name, timed.name, outcome.timing, megabytes: outcome.megabytes)
                faults += outcome.faults
                if record {
                    stored.record(outcome.answer, study: name, named: timed.name)
                } else {
                    faults += stored.faults(of: outcome.answer, study: name, named: timed.name)
                }
            }
        }
        if record { try stored.write() }
        for fault in faults { print("WRONG: \(fault)") }
        if !faults.isEmpty { throw ExitCode(1) }
        print(record ? "Answers are stored." : "Every answer is the one stored.")
    }

    private func cases(on folder: String, name: String) async throws -> [TimedCase] {
        var cases: [TimedCase] = []
        if !wholeOnly {
            let world = try await World(folder: folder)
            cases += world.networkCases(jobs: jobs) + world.circleCases(jobs: jobs) + world.straightCases()
        }
        if let carecircle {
            cases += ProcessCases(carecircle: carecircle, folder: folder, name: name).cases()
        }
        return cases
    }
}
