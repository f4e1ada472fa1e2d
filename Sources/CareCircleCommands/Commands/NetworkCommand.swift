internal import ArgumentParser

/// `carecircle network`: the streets as walks see them.
struct NetworkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network", abstract: "Build a study's walk network, and say what it holds.",
        discussion: """
            EXAMPLES
              carecircle network build my-study
              carecircle network info my-study --json
              carecircle network diagnose my-study
            """,
        subcommands: [NetworkBuildCommand.self, NetworkInfoCommand.self, NetworkDiagnoseCommand.self])
}
