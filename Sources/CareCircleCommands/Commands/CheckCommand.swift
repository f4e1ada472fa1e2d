internal import Places
internal import ArgumentParser
internal import Compliance
internal import Reports
internal import Studies

/// `carecircle check`: which compounds meet the pack's rules.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the space rule and the four synchronizations, compound by compound.",
        usage: "carecircle check <study> [<options>]",
        discussion: """
            Writes checks.csv: a verdict for each rule and subject, with what was measured and \
            required, what is short, and the clause. Exits with 3 when everything ran and a rule \
            fails, with --strict also when a verdict is unknown.

            EXAMPLES
              carecircle check my-study
              carecircle check my-study --strict
              carecircle check my-study --date 2023-12-31 --json
            """)

    @OptionGroup var options: StudyOptions
    @OptionGroup var days: DayOptions
    @OptionGroup var tables: TableOptions

    @Flag(help: "Exit with status 3 where a verdict is unknown, too.")
    var strict = false

    func run() async throws {
        let run = CommandRun(options.talk)
        let intake = try await run.read(options, streets: false)
        let day = days.date ?? intake.defaultDay
        let findings = run.stage(.check) { Findings.all(study: intake.study, pack: intake.pack, on: day) }
        var output = OutputFolder(root: intake.outputRoot(options.out))
        output.add(
            "checks.csv",
            ChecksReport(findings: findings).contents(
                dialect: tables.dialect, detail: FindingWording(language: run.say).detail))
        output.add(
            "checks-manifest.json",
            try run.manifest(
                of: intake, command: "check",
                parameters: [
                    ("date", .text(day.description)), ("excel", .flag(tables.excel)),
                    ("lang", .text(run.say.rawValue)), ("set_aside", .flag(options.setAside)),
                ]
            ).contents)
        try run.write(&output, in: "check", of: intake, dialect: tables.dialect)
        let summary = CheckSummary(
            findings: findings, pack: intake.pack, day: day, setAside: SetAsideRows(intake.reading.rejected),
            files: output)
        run.summarise(json: summary.json, words: summary.words(run.say))
        await run.finish()
        if findings.contains(where: { $0.verdict == .fail || strict && $0.verdict == .unknown }) {
            throw ExitCode(3)
        }
    }
}
