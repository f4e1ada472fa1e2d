internal import ArgumentParser
internal import Claims
internal import Coverage
internal import Places
internal import Reports
internal import Studies

/// `carecircle claims`: published figures recomputed.
struct ClaimsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claims",
        abstract: "Recompute published figures and say which agree.",
        usage: "carecircle claims <study> <claims> [<options>]",
        discussion: """
            Writes claims.csv: for each published figure whether ours rounds to it, by how much they \
            differ, or why it cannot be computed or compared. Exits with 3 when some figure does not \
            agree. A claim without a date is judged on --date where it is given.

            EXAMPLES
              carecircle claims my-study annual-report.yaml
              carecircle claims datasets/riverside datasets/claims/five-documents.yaml --json
            """)

    @OptionGroup var options: StudyOptions
    @OptionGroup var days: DayOptions
    @OptionGroup var cache: NetworkOptions
    @OptionGroup var tables: TableOptions

    @Argument(
        help: "The published figures, a YAML file.", completion: .file(extensions: ["yaml", "yml"]))
    var claims: String

    func run() async throws {
        let run = CommandRun(options.talk)
        let reading = try run.readClaims(claims)
        let assumed = days.date
        let spoken = ClaimJudge.days(of: reading.ledger, assuming: assumed)
        let intake = try run.read(
            options, streets: !spoken.isEmpty, networks: cache.networks)
        var coverage: [CoverageResult] = []
        if !spoken.isEmpty {
            let ground = try await run.prepare(intake, jobs: options.threads)
            coverage = run.stage(.coverage) { spoken.map(ground.coverage) }
        }
        let judge = ClaimJudge(
            baseYear: intake.study.baseYear, assuming: assumed, coverage: coverage)
        let results = judge.results(of: reading.ledger)
        let wording = ClaimWording(language: run.say)
        let setAside = intake.reading.rejected.count
        let report = ClaimsReport(results: results, setAside: setAside, detail: wording.detail)
        var output = OutputFolder(root: intake.outputRoot(options.out))
        output.add("claims.csv", report.contents(dialect: tables.dialect))
        output.add(
            "claims-manifest.json",
            try run.manifest(
                of: intake, command: "claims",
                parameters: [
                    ("claims", .text(intake.reading.folder.relative(reading.input.path))),
                    ("date", .text(optional: assumed?.description)), ("excel", .flag(tables.excel)),
                    ("lang", .text(run.say.rawValue)), ("set_aside", .flag(options.setAside)),
                ], more: [reading.input]
            ).contents)
        try run.write(&output, of: intake, dialect: tables.dialect, more: [reading.input])
        let summary = ClaimsSummary(
            ledger: reading.ledger, results: results, report: report, setAside: setAside, files: output)
        run.summarise(json: summary.json, words: summary.words(run.say))
        await run.finish()
        if results.contains(where: { $0.verdict != .agrees }) { throw ExitCode(3) }
    }
}

extension CommandRun {
    /// Reads published figures, or ends the run with everything that is wrong with their file.
    fileprivate func readClaims(_ path: String) throws -> ClaimsReading {
        do throws(Problems) {
            return try stage(.read) { () throws(Problems) in try ClaimsReader.read(path: path) }
        } catch {
            throw fail(error.list)
        }
    }
}
