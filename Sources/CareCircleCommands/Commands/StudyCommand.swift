internal import ArgumentParser

/// `carecircle study`: ways to begin a study.
struct StudyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "study", abstract: "Begin a study.", subcommands: [StudyFromExtractCommand.self])
}
