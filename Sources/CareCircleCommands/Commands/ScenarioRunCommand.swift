internal import ArgumentParser
internal import Reports
internal import Scenarios
internal import Studies

/// `carecircle scenario run`: plans, year by year.
struct ScenarioRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run scenarios year by year: people, deliveries, coverage, targets and money.",
        usage: "carecircle scenario run <study> <scenario> ... [<options>]",
        discussion: """
            Writes scenario/NAME/annual.csv, plan.csv, targets.csv, plan.geojson, a map of the \
            communities for each year that the scenario names, and manifest.json. Each year is as of \
            its 31 December. Several scenarios are run side by side, each into its own folder.

            EXAMPLES
              carecircle scenario run my-study plans/points-first.yaml
              carecircle scenario run my-study plans/points-first.yaml --to 2030 --json
              carecircle scenario run my-study plans/*.yaml
            """)

    @OptionGroup var options: StudyOptions
    @OptionGroup var tables: TableOptions
    @OptionGroup var cache: NetworkOptions

    @Argument(
        help: "The scenario, a YAML file; or several.", completion: .file(extensions: ["yaml", "yml"]))
    var scenarios: [String]

    @OptionGroup var years: ScenarioOptions

    func run() async throws {
        let run = CommandRun(options.talk)
        let runs = try await run.scenarios(
            options.study, options.results, years.range, date: years.date, files: scenarios,
            networks: cache.networks)
        let intake = runs.study
        var output = OutputFolder(root: intake.outputRoot(options.out))
        var summaries: [ScenarioSummary] = []
        for (result, reading) in zip(runs.results, runs.intake.scenarios) {
            let report = ScenarioReport(result: result, setAside: intake.reading.rejected.count)
            var own = OutputFolder(root: output.root)
            report.add(
                to: &own, dialect: tables.dialect,
                reason: { ScenarioWording(language: run.say).reason($0) },
                text: { PackWording(language: run.say).text($0) })
            own.add(
                "\(report.folder)/manifest.json",
                try run.manifest(
                    of: intake, command: "scenario run",
                    parameters: [("scenario", .text(reading.value.scenario.name))]
                        + runs.parameters(run, options, tables)
                        + BuildOutLine(result.plan.buildOut).parameters, more: reading.inputs
                ).contents)
            run.addRejected(to: &own, in: report.folder, of: intake, dialect: tables.dialect)
            output.add(own)
            summaries.append(
                ScenarioSummary(
                    study: intake.study, standard: runs.standard, result: result,
                    setAside: SetAsideRows(intake.reading.rejected), files: own))
        }
        try run.write(
            output, sparing: intake.inputs + runs.intake.inputs)
        if summaries.count == 1, let summary = summaries.first {
            run.summarise(json: summary.json, words: summary.words(run.say))
        } else {
            run.summarise(
                json: .object([("scenarios", .list(summaries.map(\.json)))]),
                words: summaries.map { $0.words(run.say) }.joined(separator: "\n"))
        }
        await run.finish()
    }
}
