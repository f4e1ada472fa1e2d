internal import ArgumentParser

/// The benchmarks: what the parts of the program and whole runs of it cost, each with its answer checked.
@main
struct Benchmarks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmarks",
        abstract: "Time the program's parts and whole runs; a wrong answer fails.",
        subcommands: [RunCommand.self, ColumnsCommand.self, StudyCommand.self],
        defaultSubcommand: RunCommand.self)
}
