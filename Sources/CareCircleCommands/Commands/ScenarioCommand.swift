internal import ArgumentParser

/// `carecircle scenario`: what happens if.
struct ScenarioCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenario", abstract: "Run a plan year by year.",
        discussion: """
            EXAMPLES
              carecircle scenario run my-study plans/points-first.yaml --from 2020 --to 2035
            """,
        subcommands: [ScenarioRunCommand.self])
}
