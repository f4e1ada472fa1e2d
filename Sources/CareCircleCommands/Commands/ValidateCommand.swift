internal import ArgumentParser
internal import Reports
internal import Studies

/// `carecircle validate`: reads everything, computes nothing, lists every problem.
struct ValidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Read a study and list every problem of every layer, with file, row and column.",
        discussion: """
            EXAMPLES
              carecircle validate my-study
              carecircle validate my-study --strict --lang zh
              carecircle validate my-study --json > layers.json

            With --strict, warnings make the exit status 3.
            """)

    @OptionGroup var options: StudyOptions

    @Flag(help: "Exit with status 3 where there are warnings.")
    var strict = false

    func run() async throws {
        let run = CommandRun(options.talk)
        let intake = try run.read(options, inFull: true)
        let summary = ValidationSummary(intake: intake)
        run.summarise(json: summary.json, words: summary.words(run.say))
        run.finish()
        if strict, !intake.warnings.isEmpty { throw ExitCode(3) }
    }
}
