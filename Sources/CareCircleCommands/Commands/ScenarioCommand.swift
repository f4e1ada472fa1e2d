internal import ArgumentParser

/// `carecircle scenario`: what happens if.
struct ScenarioCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenario", abstract: "Run a plan year by year.",
        usage: "carecircle scenario <subcommand>",
        discussion: """
            EXAMPLES
              carecircle scenario run my-study plans/points-first.yaml --to 2035
            """,
        subcommands: [ScenarioRunCommand.self])
}
