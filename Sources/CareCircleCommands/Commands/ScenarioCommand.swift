internal import ArgumentParser

/// `carecircle scenario`: what happens if.
struct ScenarioCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenario", abstract: "Run plans year by year, compare them, and say how sure they are.",
        usage: "carecircle scenario <subcommand>",
        discussion: """
            EXAMPLES
              carecircle scenario run my-study plans/points-first.yaml --to 2035
              carecircle scenario compare my-study plans/as-usual.yaml plans/points-first.yaml
              carecircle scenario sensitivity my-study plans/points-first.yaml --draws 200 --seed 1
            """,
        subcommands: [ScenarioRunCommand.self, ScenarioCompareCommand.self, ScenarioSensitivityCommand.self])
}
