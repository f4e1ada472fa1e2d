internal import ArgumentParser
internal import Coverage
internal import Foundation
internal import Geodesy
internal import Places
internal import Reports
internal import Scenarios
internal import Studies
internal import WalkNetwork

/// `carecircle scenario run`: a plan, year by year.
struct ScenarioRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a scenario year by year: people, deliveries, coverage, targets and money.",
        usage: "carecircle scenario run <study> <scenario> [<options>]",
        discussion: """
            Writes scenario/NAME/annual.csv, plan.csv, targets.csv, plan.geojson, a map of the \
            communities for each year that the scenario names, and manifest.json. Each year is as of \
            its 31 December.

            EXAMPLES
              carecircle scenario run my-study plans/points-first.yaml
              carecircle scenario run my-study plans/points-first.yaml --to 2030 --json
            """)

    @OptionGroup var options: StudyOptions
    @OptionGroup var tables: TableOptions
    @OptionGroup var cache: NetworkOptions

    @Argument(help: "The scenario, a YAML file.", completion: .file(extensions: ["yaml", "yml"]))
    var scenario: String

    @Option(parsing: .unconditional, help: "The first year (default: the study's base year).")
    var from: Int?

    @Option(parsing: .unconditional, help: "The last year.")
    var to = 2035

    @Option(
        help: "Taken like everywhere, but a scenario's years are as of their 31 December: it changes nothing."
    )
    var date: Day?

    func run() async throws {
        let run = CommandRun(options.talk)
        if date != nil { run.remark(ScenarioWording(language: run.say).dateChangesNothing) }
        let opened = OpenedStudy(options.study)
        try run.check(from: from, to: to, of: opened)
        let everything = try await run.read(
            options, opened, scenario: scenario, networks: cache.networks)
        let (intake, reading) = (everything.study, everything.scenario)
        let plan = reading.value
        let plane = try run.plane(of: intake)
        let baseYear = intake.study.baseYear
        let years = try run.years(from: from ?? baseYear, to: to, baseYear: baseYear)
        let network = await run.network(of: intake, on: plane, jobs: options.threads)
        let ground = run.stage(.join) {
            ScenarioGround(plan: plan, pack: intake.pack, network: network, plane: plane)
        }
        let standard = CoverageStandard(study: intake.study, pack: intake.pack)
        let result = await run.stage(.scenario) {
            await ScenarioRun.run(plan: plan, years: years, ground: ground, jobs: options.threads)
        }
        run.report(result.notices, of: scenario)
        var output = OutputFolder(root: intake.outputRoot(options.out))
        let report = ScenarioReport(result: result, setAside: intake.reading.rejected.count)
        report.add(to: &output, dialect: tables.dialect) { ScenarioWording(language: run.say).reason($0) }
        output.add(
            "\(report.folder)/manifest.json",
            try run.manifest(
                of: intake, command: "scenario run",
                parameters: [
                    ("scenario", .text(plan.scenario.name)), ("from", .whole(years.from)),
                    ("to", .whole(years.to)), ("excel", .flag(tables.excel)),
                    ("lang", .text(run.say.rawValue)), ("set_aside", .flag(options.setAside)),
                ] + StandardLine(standard: standard).parameters, more: reading.inputs
            ).contents)
        try run.write(
            &output, in: report.folder, of: intake, dialect: tables.dialect, more: reading.inputs)
        let summary = ScenarioSummary(
            study: intake.study, standard: standard, result: result,
            setAside: SetAsideRows(intake.reading.rejected),
            files: output)
        run.summarise(json: summary.json, words: summary.words(run.say))
        await run.finish()
    }
}
