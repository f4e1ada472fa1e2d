internal import ArgumentParser
internal import Reports
internal import Scenarios
internal import Studies

/// `carecircle scenario compare`: what one plan brings beside another.
struct ScenarioCompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare scenarios with the first: who gains, who loses, and what it costs.",
        usage: "carecircle scenario compare <study> <scenario> <scenario> ... [<options>]",
        discussion: """
            Runs all scenarios side by side and holds each against the first. Writes compare/annual.csv \
            (by year and scope: covered elders, gains and losses, money, yuan per newly covered elder), \
            compare/communities.csv (every community and year in which something differs), \
            compare/targets.csv (which targets are met, and when), compare/communities-YEAR.geojson for the \
            last year and those that the scenarios want maps of, and compare/manifest.json.

            EXAMPLES
              carecircle scenario compare my-study plans/as-usual.yaml plans/points-first.yaml
              carecircle scenario compare my-study plans/*.yaml --to 2030 --json
            """)

    @OptionGroup var options: StudyOptions
    @OptionGroup var tables: TableOptions
    @OptionGroup var cache: NetworkOptions

    @Argument(
        help: "The scenarios, YAML files: the one to compare with first.",
        completion: .file(extensions: ["yaml", "yml"]))
    var scenarios: [String]

    @OptionGroup var years: ScenarioOptions

    func validate() throws {
        if scenarios.count == 1 {
            throw ValidationError("scenario compare takes two scenarios or more.")
        }
    }

    func run() async throws {
        let run = CommandRun(options.talk)
        let runs = try await run.scenarios(options, years, files: scenarios, networks: cache.networks)
        let intake = runs.study
        let results = runs.results
        let comparisons = results.dropFirst().map { ScenarioComparison(first: results[0], other: $0) }
        var output = OutputFolder(root: intake.outputRoot(options.out))
        let report = ComparisonReport(comparisons, setAside: intake.reading.rejected.count)
        report.add(to: &output, dialect: tables.dialect)
        output.add(
            "\(ComparisonReport.folder)/manifest.json",
            try run.manifest(
                of: intake, command: "scenario compare",
                parameters: [
                    ("scenarios", .list(results.map { .text($0.plan.scenario.name) }))
                ] + runs.parameters(run, options, tables), more: runs.intake.inputs
            ).contents)
        try run.write(
            &output, in: ComparisonReport.folder, of: intake, dialect: tables.dialect,
            more: runs.intake.inputs)
        let summary = ComparisonSummary(
            study: intake.study, standard: runs.standard, comparisons: comparisons,
            setAside: SetAsideRows(intake.reading.rejected), files: output)
        run.summarise(json: summary.json, words: summary.words(run.say))
        await run.finish()
    }
}
