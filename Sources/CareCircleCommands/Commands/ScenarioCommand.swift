internal import ArgumentParser

/// `carecircle scenario`: what happens if.
struct ScenarioCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenario", abstract: "Run a plan year by year.",
        subcommands: [ScenarioRunCommand.self])
}
