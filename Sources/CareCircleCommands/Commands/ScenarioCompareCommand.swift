internal import ArgumentParser
internal import Coverage
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
            last year and those that the scenarios want maps of, and compare/manifest.json. With --access \
            also, for the same years, access.csv and access-communities.csv: the beds and day-care places that \
            elders share, and what they lack, in both.

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

    @Flag(help: "Compare access to beds and day-care places, too (2SFCA, E2SFCA, 3SFCA).")
    var access = false

    @Option(
        help:
            "Beds, or places, that 1,000 elders ought to have (default: what the first scenario has in the year)."
    )
    var norm: Double?

    func validate() throws {
        if scenarios.count == 1 {
            throw ValidationError("scenario compare takes two scenarios or more.")
        }
        if norm != nil, !access { throw ValidationError("--norm goes with --access.") }
        if let norm, !(norm >= 0 && norm <= 1_000_000) {
            throw ValidationError("--norm takes a number from 0 up to 1000000, not \(norm).")
        }
    }

    func run() async throws {
        let run = CommandRun(options.talk)
        let runs = try await run.scenarios(
            options.study, options.results, years.range, date: years.date, files: scenarios,
            networks: cache.networks,
            sharesMaps: true)
        let intake = runs.study
        let results = runs.results
        let comparisons = results.dropFirst().map { ScenarioComparison(first: results[0], other: $0) }
        var output = OutputFolder(root: intake.outputRoot(options.out))
        let report = ComparisonReport(comparisons, setAside: intake.reading.rejected.count)
        report.add(to: &output, dialect: tables.dialect)
        let measured = try await measure(run, runs, comparisons)
        if access, let measured {
            AccessChangeReport(measured, setAside: intake.reading.rejected.count)
                .add(to: &output, dialect: tables.dialect)
        } else {
            AccessChangeReport.remove(from: &output)
        }
        output.add(
            "\(ComparisonReport.folder)/manifest.json",
            try run.manifest(
                of: intake, command: "scenario compare",
                parameters: [
                    ("scenarios", .list(results.map { .text($0.plan.scenario.name) }))
                ] + accessParameters + runs.parameters(run, options, tables), more: runs.intake.inputs
            ).contents)
        try run.write(
            &output, in: ComparisonReport.folder, of: intake, dialect: tables.dialect,
            more: runs.intake.inputs)
        let summary = ComparisonSummary(
            study: intake.study, standard: runs.standard, comparisons: comparisons,
            access: (measured ?? []).map(\.access),
            setAside: SetAsideRows(intake.reading.rejected), files: output)
        run.summarise(json: summary.json, words: summary.words(run.say))
        await run.finish()
    }

    /// As a manifest names what access is measured by; left out where it is not measured.
    private var accessParameters: [(String, JSONText)] {
        access ? [("access", .flag(true))] + (norm.map { [("norm", .number($0))] } ?? []) : []
    }

    /// Access in every comparison; nothing where it is not asked for, or the study gives no streets.
    private func measure(
        _ run: CommandRun, _ runs: ScenarioRuns, _ comparisons: [ScenarioComparison]
    ) async throws -> [(comparison: ScenarioComparison, access: [AccessChange])]? {
        guard access else { return nil }
        return await run.stage(.access) {
            var measured: [(comparison: ScenarioComparison, access: [AccessChange])] = []
            for (index, comparison) in comparisons.enumerated() {
                let changes = await comparison.access(
                    on: (runs.grounds[0], runs.grounds[index + 1]), AccessWishes(normPerThousand: norm),
                    jobs: options.threads)
                guard let changes else {
                    run.remark(MeasureWording(language: run.say).accessNeedsStreets)
                    return nil
                }
                measured.append((comparison, changes))
            }
            return measured
        }
    }
}
