internal import ArgumentParser
internal import Reports
internal import Studies

/// `carecircle validate`: reads everything, computes nothing, lists every problem.
struct ValidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Read a study and list every problem of every layer, with file, row and column.",
        usage: "carecircle validate <study> [<options>]",
        discussion: """
            Writes no file, except validate/rejected.csv with --set-aside. With --strict, warnings make the \
            exit status 3.

            EXAMPLES
              carecircle validate my-study
              carecircle validate my-study --strict --lang zh
              carecircle validate my-study --json > layers.json
              carecircle validate my-study --set-aside --out to-mend
            """)

    @OptionGroup var options: StudyOptions
    @OptionGroup var days: DayOptions
    @OptionGroup var cache: NetworkOptions

    @Flag(help: "Exit with status 3 where there are warnings.")
    var strict = false

    func run() async throws {
        let run = CommandRun(options.talk)
        let intake = try await run.read(options, networks: cache.networks, inFull: true)
        var output = OutputFolder(root: intake.outputRoot(options.out))
        if options.setAside { try run.write(&output, in: "validate", of: intake, dialect: .plain) }
        let summary = ValidationSummary(intake: intake, day: days.date ?? intake.defaultDay, files: output)
        run.summarise(json: summary.json, words: summary.words(run.say))
        await run.finish()
        if strict, !intake.warnings.isEmpty { throw ExitCode(3) }
    }
}
