internal import ArgumentParser
internal import Reports
internal import Scenarios
internal import Studies

/// `carecircle scenario sensitivity`: how sure a plan's figures are.
struct ScenarioSensitivityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sensitivity",
        abstract: "Draw what is uncertain again and again: between which figures a plan's years lie.",
        usage: "carecircle scenario sensitivity <study> <scenario> [<options>]",
        discussion: """
            Takes fertility, migration, delays of deliveries, compliance with the four synchronizations, \
            take-up and costs from the ranges of the scenario's `uncertainty`, without choosing sites anew. Writes \
            sensitivity/NAME/bands.csv (a tenth, half and nine tenths of the draws, by year, scope and measure), \
            targets.csv (how many draws meet each target by its due date), draws.csv and manifest.json. The same seed draws the same, on any number of threads.

            EXAMPLES
              carecircle scenario sensitivity my-study plans/points-first.yaml
              carecircle scenario sensitivity my-study plans/points-first.yaml --draws 1000 --seed 7
            """)

    @OptionGroup var options: StudyOptions
    @OptionGroup var tables: TableOptions
    @OptionGroup var cache: NetworkOptions

    @Argument(help: "The scenario, a YAML file.", completion: .file(extensions: ["yaml", "yml"]))
    var scenario: String

    @Option(parsing: .unconditional, help: "How many draws.")
    var draws = 200

    @Option(parsing: .unconditional, help: "The seed, a whole number from 0 up: equal seeds draw the same.")
    var seed: UInt64 = 1

    @OptionGroup var years: ScenarioOptions

    func validate() throws {
        if !(1...100_000).contains(draws) {
            throw ValidationError("--draws takes a whole number from 1 to 100000, not \(draws).")
        }
    }

    func run() async throws {
        let run = CommandRun(options.talk)
        let runs = try await run.scenarios(
            options.study, options.results, years.range, date: years.date, files: [scenario],
            networks: cache.networks,
            isUnsure: true)
        let intake = runs.study
        guard let plain = runs.results.first, let ground = runs.grounds.first,
            let uncertainty = plain.plan.scenario.uncertainty
        else { return }
        let result = await run.stage(.sensitivity) {
            await SensitivityRun.run(
                plain, on: ground, uncertainty: uncertainty, draws: draws, seed: seed, jobs: options.threads)
        }
        var output = OutputFolder(root: intake.outputRoot(options.out))
        let report = SensitivityReport(result: result, setAside: intake.reading.rejected.count)
        report.add(to: &output, dialect: tables.dialect)
        output.add(
            "\(report.folder)/manifest.json",
            try run.manifest(
                of: intake, command: "scenario sensitivity",
                parameters: [
                    ("scenario", .text(plain.plan.scenario.name)), ("draws", .whole(draws)),
                ] + runs.parameters(run, options, tables), more: runs.intake.inputs, seed: seed
            ).contents)
        try run.write(
            &output, in: report.folder, of: intake, dialect: tables.dialect, more: runs.intake.inputs)
        let summary = SensitivitySummary(
            study: intake.study, standard: runs.standard, result: result, seed: seed,
            setAside: SetAsideRows(intake.reading.rejected), files: output)
        run.summarise(json: summary.json, words: summary.words(run.say))
        await run.finish()
    }
}
