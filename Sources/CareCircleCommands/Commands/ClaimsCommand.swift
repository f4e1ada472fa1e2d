internal import ArgumentParser
internal import Claims
internal import Compliance
internal import Coverage
internal import Foundation
internal import Places
internal import Policy
internal import Reports
internal import Studies

/// `carecircle claims`: published figures recomputed.
struct ClaimsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claims",
        abstract: "Recompute published figures and say which agree.",
        usage: "carecircle claims [<study>] <ledger> ... [<options>]",
        discussion: """
            For each published figure: whether ours rounds to it, by how much they differ, or why it \
            cannot be derived or compared. Figures that follow from a source's own numbers need no \
            study. Writes claims.csv where there is a study or --out. Exits with 3 when some figure \
            does not agree. A claim without a date is judged on --date where it is given. Figures of \
            scenarios need their files: --scenario, as often as there are scenarios.

            EXAMPLES
              carecircle claims datasets/claims/five-documents.yaml
              carecircle claims my-study annual-report.yaml plan.yaml
              carecircle claims my-study plan.yaml --scenario plans/points-first.yaml
              carecircle claims datasets/claims/five-documents.yaml --json --lang zh
            """)

    @OptionGroup var options: ResultOptions
    @OptionGroup var days: DayOptions
    @OptionGroup var years: YearOptions
    @OptionGroup var cache: NetworkOptions
    @OptionGroup var tables: TableOptions

    @Argument(
        help: "A study, where figures are of one; then ledgers of published figures, YAML files.",
        completion: .file(extensions: ["yaml", "yml"]))
    var files: [String]

    @Option(
        name: .customLong("scenario"),
        help: "A scenario whose years the ledgers speak of, a YAML file; may be repeated.",
        completion: .file(extensions: ["yaml", "yml"]))
    var scenarios: [String] = []

    /// The study: what stands first, unless it is a YAML file of another name.
    private var study: String? {
        files.first.flatMap { first in
            let name = first.split(separator: "/").last.map(String.init) ?? first
            let isLedger = name != StudyFile.fileName && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
            return isLedger ? nil : first
        }
    }

    private var ledgers: ArraySlice<String> { files.dropFirst(study == nil ? 0 : 1) }

    func validate() throws {
        if ledgers.isEmpty { throw ValidationError("claims needs at least one ledger, a YAML file.") }
        if study == nil, !scenarios.isEmpty { throw ValidationError("--scenario is about a study.") }
    }

    func run() async throws {
        let run = CommandRun(options.talk)
        let readings = try run.readClaims(ledgers)
        let inputs = readings.map(\.input)
        let intake = try await intake(of: run, for: readings.map(\.ledger))
        let judge = ClaimJudge(assuming: assumed, figures: intake?.figures)
        let parts = readings.map { ($0.ledger, judge.results(of: $0.ledger)) }
        let wording = ClaimWording(language: run.say)
        let setAside = SetAsideRows(intake?.study.reading.rejected ?? [])
        let report = ClaimsReport(parts: parts, setAside: setAside.count, detail: wording.detail)
        let folder = intake?.study.outputRoot(options.out) ?? options.out.map { URL(filePath: $0) }
        var output = folder.map { OutputFolder(root: $0) }
        if output != nil {
            output?.add("claims.csv", report.contents(dialect: tables.dialect))
            output?.add("claims-manifest.json", try manifest(of: run, intake?.study, inputs).contents)
        }
        if var results = output, let intake {
            try run.write(
                &results, in: "claims", of: intake.study, dialect: tables.dialect, more: inputs)
            output = results
        } else if let output {
            try run.write(output, sparing: inputs)
        }
        let summary = ClaimsSummary(parts: parts, report: report, setAside: setAside, files: output)
        run.summarise(json: summary.json, words: summary.words(run.say))
        await run.finish()
        if parts.contains(where: { $0.1.contains { $0.verdict != .agrees } }) { throw ExitCode(3) }
    }

    /// The day of claims that name none: the one asked for, else the end of the study's base year.
    private var assumed: Day? {
        days.date ?? study.flatMap { OpenedStudy($0).baseYear.flatMap { Day.last(ofYear: $0) } }
    }

    /// The study, where one is given, with the figures that the claims need.
    private func intake(
        of run: CommandRun, for ledgers: [ClaimsLedger]
    ) async throws -> (study: StudyIntake, figures: StudyFigures)? {
        guard let study else { return nil }
        let spoken = ClaimJudge.days(of: ledgers, assuming: assumed)
        let need: StreetsNeed =
            !spoken.coverage.isEmpty ? .always : spoken.findings.isEmpty ? .never : .forTargets
        let runs =
            scenarios.isEmpty
            ? nil
            : try await run.scenarios(
                study, options, years, date: nil, files: scenarios, networks: cache.networks)
        var intake: StudyIntake
        if let runs {
            intake = runs.study
        } else {
            intake = try await run.read(study, options, streets: need, networks: cache.networks)
        }
        var coverage: [CoverageResult] = []
        var near: [ExactDecimal: NearbyOnFoot] = [:]
        let walks = spoken.findings.isEmpty ? [] : intake.pack.walksBetweenCompounds
        var ground: StudyGround?
        if !spoken.coverage.isEmpty || !walks.isEmpty {
            let prepared = try await run.prepare(&intake, jobs: options.threads)
            coverage = run.stage(.coverage) { spoken.coverage.map(prepared.coverage) }
            near = await prepared.compoundsWithinWalks(walks, jobs: options.threads)
            ground = prepared
        }
        var findings: [Day: [Finding]] = [:]
        for day in spoken.findings {
            let result = coverage.first { $0.day == day }
            let targets = ground.flatMap { ground in
                result.flatMap { run.targetFigures(of: intake, ground, $0, walks: near) }
            }
            findings[day] = run.findings(of: intake, on: day, walks: near, targets: targets)
        }
        var named: [Day: [Rate]] = [:]
        for day in spoken.coverage {
            named[day] = NamedMeasures.rates(study: intake.study, pack: intake.pack, on: day)
        }
        return (
            intake,
            StudyFigures(
                study: intake.study, coverage: coverage, named: named, findings: findings,
                targets: intake.pack.targets, scenarios: runs?.results ?? [])
        )
    }

    private func manifest(
        of run: CommandRun, _ intake: StudyIntake?, _ ledgers: [InputFile]
    ) throws -> Manifest {
        func parameters(_ name: (InputFile) -> String) -> [(String, JSONText)] {
            [
                ("claims", .list(ledgers.map { .text(name($0)) })),
                ("date", .text(optional: days.date?.description)), ("excel", .flag(tables.excel)),
                ("lang", .text(run.say.rawValue)), ("set_aside", .flag(options.setAside)),
            ]
        }
        guard let intake else {
            // Without a study the folder that the program runs in stands for its own.
            let folder = StudyFolder(".")
            return try run.manifest(
                command: "claims", parameters: parameters { folder.relative($0.path) },
                inputs: ledgers.map { (name: folder.relative($0.path), input: $0) })
        }
        return try run.manifest(
            of: intake, command: "claims",
            parameters: parameters { intake.reading.folder.relative($0.path) }, more: ledgers)
    }
}

extension CommandRun {
    /// Reads ledgers of published figures, or ends the run with everything that is wrong with any of them.
    fileprivate func readClaims(_ paths: ArraySlice<String>) throws -> [ClaimsReading] {
        var readings: [ClaimsReading] = []
        var problems: [Problem] = []
        stage(.read) {
            for path in paths {
                do throws(Problems) {
                    readings.append(try ClaimsReader.read(path: path))
                } catch {
                    problems += error.list
                }
            }
        }
        guard problems.isEmpty else { throw fail(problems) }
        digest(readings.flatMap(\.warnings))
        return readings
    }
}
