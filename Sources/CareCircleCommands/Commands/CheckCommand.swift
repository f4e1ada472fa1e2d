internal import ArgumentParser
internal import Compliance
internal import Coverage
internal import Places
internal import Policy
internal import Reports
internal import Studies

/// `carecircle check`: which compounds, facilities and areas meet the pack's rules, and which targets are met.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the rules of care space, facilities and tiers, and the targets.",
        usage: "carecircle check <study> [<options>]",
        discussion: """
            Writes checks.csv: a verdict for each rule and subject, with what was measured and \
            required, what is short, and the clause. Exits with 3 when everything ran and a rule \
            fails, with --strict also when a verdict is unknown. Streets are read only where a \
            target of the pack is about walks.

            EXAMPLES
              carecircle check my-study
              carecircle check my-study --strict
              carecircle check my-study --date 2023-12-31 --json
            """)

    @OptionGroup var options: StudyOptions
    @OptionGroup var days: DayOptions
    @OptionGroup var cache: NetworkOptions
    @OptionGroup var tables: TableOptions

    @Flag(help: "Exit with status 3 where a verdict is unknown, too.")
    var strict = false

    func run() async throws {
        let run = CommandRun(options.talk)
        var intake = try await run.read(options, streets: .forTargets, networks: cache.networks)
        let day = days.date ?? intake.defaultDay
        let walks = intake.pack.walksBetweenCompounds
        let ground =
            intake.pack.targets.isEmpty && walks.isEmpty
            ? nil : try await run.prepare(&intake, jobs: options.threads)
        let near = await ground?.compoundsWithinWalks(walks, jobs: options.threads) ?? [:]
        let figures = ground.flatMap { ground in
            intake.pack.targets.isEmpty
                ? nil
                : run.targetFigures(
                    of: intake, ground, run.stage(.coverage) { ground.coverage(on: day) }, walks: near)
        }
        let waivers = intake.study.waivers
        var reach: CandidateReach?
        if let ground, let figures {
            reach = try await run.candidateReach(for: figures, of: intake, ground, jobs: options.threads)
        }
        let findings = run.findings(of: intake, on: day, walks: near, targets: figures, reach: reach)
        run.digest(
            WaivedFindings.unmatched(waivers, in: findings).map {
                Problem(
                    file: $0.source.file, row: $0.source.row, column: "rule",
                    .waiverWithoutFinding(rule: $0.rule, subject: $0.subject), severity: .warning)
            })
        var output = OutputFolder(root: intake.outputRoot(options.out))
        let unjudged = UnjudgedRules(study: intake.study, pack: intake.pack, on: day).rules(
            without: findings)
        let setAside = SetAsideRows(intake.reading.rejected)
        output.add(
            "checks.csv",
            ChecksReport(
                findings: findings, unjudged: unjudged, city: intake.study.cityName, setAside: setAside.count
            ).contents(
                dialect: tables.dialect, words: FindingWording(language: run.say).words,
                why: UnjudgedWording(language: run.say).text))
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
            findings: findings,
            unjudged: unjudged, pack: intake.pack, day: day, setAside: setAside, files: output)
        run.summarise(json: summary.json, words: summary.words(run.say))
        await run.finish()
        if findings.contains(where: { $0.isFault || strict && $0.isOpen }) {
            throw ExitCode(3)
        }
    }
}

extension CommandRun {
    /// What a pack's rules say on a day, its targets behind the others.
    func findings(
        of intake: StudyIntake, on day: Day, walks: [ExactDecimal: NearbyOnFoot], targets: TargetFigures?,
        reach: CandidateReach? = nil
    ) -> [Finding] {
        stage(.check) {
            let ofTargets =
                targets.map { TargetFindings.all(of: intake.pack, from: $0, on: day, reach: reach) } ?? []
            return Findings.all(study: intake.study, pack: intake.pack, on: day, walks: walks)
                + WaivedFindings.findings(ofTargets, under: intake.study.waivers, asOf: day)
        }
    }

    /// What candidates would reach, where a target of the pack is a share of covered people that falls short.
    func candidateReach(
        for targets: TargetFigures, of intake: StudyIntake, _ ground: StudyGround, jobs: Int
    ) async throws -> CandidateReach? {
        guard !ground.study.candidates.isEmpty else { return nil }
        let (straight, onFoot) = TargetFindings.seeksSites(for: intake.pack, from: targets)
        guard straight || onFoot else { return nil }
        let plane = try plane(of: intake)
        return await stage(.reach) { await ground.candidateReach(onFoot: onFoot, plane: plane, jobs: jobs) }
    }

    /// Where the figures of a pack's targets are taken from; nothing where it has none.
    func targetFigures(
        of intake: StudyIntake, _ ground: StudyGround, _ result: CoverageResult,
        walks: [ExactDecimal: NearbyOnFoot]
    ) -> TargetFigures? {
        guard !intake.pack.targets.isEmpty else { return nil }
        let day = result.day
        return stage(.coverage) {
            let bySelector = intake.pack.targetSelectors.map {
                ($0, ground.coverage(on: day, counting: $0))
            }
            let space = CompoundRecord.all(in: intake.study).map {
                CareSpaceRecord($0, pack: intake.pack, asOf: day)
            }
            return TargetFigures(
                study: intake.study, coverage: result,
                coverageBySelector: Dictionary(uniqueKeysWithValues: bySelector), pack: intake.pack,
                membership: ScopeMembership(of: intake.study).members, careSpace: space, walks: walks)
        }
    }
}
