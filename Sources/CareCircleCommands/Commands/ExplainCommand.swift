internal import ArgumentParser
internal import Claims
internal import Compliance
internal import Coverage
internal import Places
internal import Policy
internal import Reports
internal import Scenarios
internal import Studies

/// `carecircle explain`: the chain behind a figure.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show how a figure came about: the rows, the walk, the arithmetic, the clause.",
        usage: "carecircle explain <study> <subject> ... [<options>]",
        discussion: """
            A subject is the id of a compound or facility; the id or name of a community; a rate, \
            written as the first columns of its row in summary.csv: MEASURE/BASIS/SCOPE/SCOPE_ID; a \
            rule or target, or what it says of one thing: RULE/SCOPE/SUBJECT as in checks.csv. The \
            last id may be left out where there is one of the kind. A rule or a measure right behind \
            a compound, community or facility asks for that of it alone: reached_by for a compound's or \
            a facility's catchment, within_15min_PROFILE for a compound's walk by a profile. A city, \
            district, subdistrict or setting (KIND/ID) lists its figures and verdicts. Where ids clash, write \
            compound:ID, community:ID or facility:ID. Writes no file, except explain/rejected.csv \
            with --set-aside.

            With --scenario the figures are those of a year of it, as of its 31 December; a subject is \
            then also a column of annual.csv: COLUMN/SCOPE/SCOPE_ID (without a scope the city's), and a \
            target by target.ID. Take the --from and --to of the run that is to be explained.

            EXAMPLES
              carecircle explain my-study SR0042
              carecircle explain my-study SR0042 SC0007 --date 2025-06-30 --lang zh
              carecircle explain my-study SR0042 sync.built
              carecircle explain my-study space within_15min/elders/city
              carecircle explain my-study within_1km/households/district/East
              carecircle explain my-study target.network-1km SC0007 is_served
              carecircle explain my-study tier.community-body/community/SC0007
              carecircle explain my-study district/East SF0003 reached_by
              carecircle explain my-study SR0042 --json
              carecircle explain my-study beds --scenario plan.yaml --year 2030
            """)

    @OptionGroup var options: StudyOptions
    @OptionGroup var days: DayOptions
    @OptionGroup var years: YearOptions
    @OptionGroup var cache: NetworkOptions

    @Argument(help: "What to explain: places, facilities, rates, rules, targets.")
    var subjects: [String]

    @Option(
        help: "A scenario, a YAML file: the figures are those of a year of it.",
        completion: .file(extensions: ["yaml", "yml"]))
    var scenario: String?

    @Option(parsing: .unconditional, help: "The year of the scenario (default: the last).")
    var year: Int?

    func validate() throws {
        if subjects.isEmpty { throw ValidationError("explain needs at least one subject.") }
        if scenario == nil, year != nil || years.from != nil {
            throw ValidationError("--year and --from are about a --scenario.")
        }
        if scenario != nil, days.date != nil {
            throw ValidationError("--date is about the study as it stands: with --scenario name a --year.")
        }
        if scenario != nil, asksForProfiles || asksForCatchments {
            throw ValidationError("Walking profiles and catchments are of the study, not of a --scenario.")
        }
    }

    func run() async throws {
        let run = CommandRun(options.talk)
        let (intake, explainer) = try await explainer(of: run)
        let explanations = try run.subjects(subjects, in: explainer).map(explainer.explanation(of:))
        let wording = ExplanationWording(language: run.say, explainer: explainer)
        let setAside = SetAsideRows(intake.reading.rejected)
        let report = ExplanationReport(
            of: explainer, setAside: setAside.count, words: FindingWording(language: run.say).words)
        run.summarise(
            json: .object([
                ("study", .text(intake.study.name)), ("date", .text(explainer.result.day.description)),
                ("policy", .text(intake.pack.id)), ("set_aside", .whole(setAside.count)),
                ("explanations", .list(explanations.map(report.json))),
            ]),
            words: setAside.lines(run.say, in: "explain").map { $0 + "\n" }.joined()
                + explanations.map(wording.text).joined(separator: "\n"))
        await run.finish()
    }

    /// What is explained: the study on a day, or a year of a scenario.
    private func explainer(of run: CommandRun) async throws -> (StudyIntake, Explainer) {
        if let scenario {
            let wanted = year ?? years.to
            if wanted > years.to {
                throw run.misuse(
                    ScenarioWording(language: run.say).yearOutside(wanted, from: years.from, to: years.to))
            }
            let runs = try await run.scenarios(
                options.study, options.results, years, date: nil, files: [scenario],
                networks: asksForWalk ? nil : cache.networks, extras: asksForWalk ? .names : [],
                maps: [wanted])
            try run.writeRejected(of: runs.study, in: "explain", options)
            return (
                runs.study, try await run.explainer(of: runs, in: wanted, jobs: options.threads)
            )
        }
        var intake = try await run.read(
            options, networks: asksForWalk ? nil : cache.networks, extras: asksForWalk ? .names : [])
        try run.writeRejected(of: intake, in: "explain", options)
        let day = days.date ?? intake.defaultDay
        let explainer = try await run.explainer(
            of: &intake, on: day, jobs: options.threads, byProfiles: asksForProfiles,
            catchments: asksForCatchments)
        return (intake, explainer)
    }

    private var asksForProfiles: Bool { subjects.contains(where: ProfileCoverage.isMeasure) }

    private var asksForCatchments: Bool {
        subjects.contains { $0.hasPrefix(FurtherMeasures.reachedBy) }
    }

    /// Whether the walk of a place may be asked for.
    ///
    /// Which streets it takes is read of their file, which no saved network holds.
    private var asksForWalk: Bool {
        subjects.indices.contains { index in
            let text = subjects[index]
            if text == CoverageMeasure.within15min.rawValue { return true }
            let next = index + 1 < subjects.count ? subjects[index + 1] : ""
            return !text.contains("/") && !Self.isRule(text) && !Self.isRule(next)
                && !Self.isOtherMeasure(text) && !Self.isOtherMeasure(next)
        }
    }

    private static func isRule(_ text: String) -> Bool {
        text == SpaceRule.id
            || ["space.", "sync.", "facility.", "tier.", "service.", "target."].contains(
                where: text.hasPrefix)
    }

    /// Whether a text names a measure that no shortest walk is behind, or a column of a scenario's years.
    private static func isOtherMeasure(_ text: String) -> Bool {
        AnnualColumn(rawValue: text) != nil || ProfileCoverage.isMeasure(text)
            || text.hasPrefix(FurtherMeasures.reachedBy)
            || text == CoverageMeasure.within1km.rawValue
    }
}

extension CommandRun {
    /// Computes what explanations rest on.
    func explainer(
        of intake: inout StudyIntake, on day: Day, jobs: Int, byProfiles: Bool = false,
        catchments: Bool = false
    ) async throws -> Explainer {
        let ground = try await prepare(&intake, jobs: jobs)
        let result = stage(.coverage) { ground.coverage(on: day) }
        let near = await ground.compoundsWithinWalks(intake.pack.walksBetweenCompounds, jobs: jobs)
        let targets = targetFigures(of: intake, ground, result, walks: near)
        var reach: CandidateReach?
        if let targets {
            reach = try await candidateReach(for: targets, of: intake, ground, jobs: jobs)
        }
        let findings = findings(of: intake, on: day, walks: near, targets: targets, reach: reach)
        let further = FurtherMeasures(
            profiles: byProfiles
                ? try await coverage(byProfilesOf: ground, result, of: intake, jobs: jobs) : [],
            catchments: catchments
                ? try await self.catchments(of: ground, result, of: intake, jobs: jobs) : nil)
        return Explainer(
            ground: ground, result: result, findings: findings, pack: intake.pack, targets: targets,
            walks: near, further: further)
    }

    /// Computes what explanations of a scenario's year rest on.
    func explainer(of runs: ScenarioRuns, in wanted: Int, jobs: Int) async throws -> Explainer {
        guard let result = runs.results.first, let year = ScenarioYear(wanted, of: result) else {
            throw misuse(
                ScenarioWording(language: say).yearOutside(wanted, from: runs.years.from, to: runs.years.to))
        }
        let pack = runs.study.pack
        let plane = try plane(of: runs.study)
        let ground = await stage(.join) {
            await StudyGround.prepared(
                study: year.map.study, pack: pack, network: runs.network, ways: runs.study.streets?.ways,
                plane: plane, jobs: jobs)
        }
        let targets = year.map.targets
        let reach = try await candidateReach(for: targets, of: runs.study, ground, jobs: jobs)
        // Of a scenario's years the targets are judged, and no other rule.
        let findings = stage(.check) {
            TargetFindings.all(of: pack, from: targets, on: year.map.coverage.day, reach: reach)
        }
        return Explainer(
            ground: ground, result: year.map.coverage, findings: findings, pack: pack,
            targets: targets, year: year)
    }

    /// Writes the rows set aside, of a command that has no other file to write.
    func writeRejected(of intake: StudyIntake, in folder: String, _ options: StudyOptions) throws {
        guard options.setAside else { return }
        var output = OutputFolder(root: intake.outputRoot(options.out))
        try write(&output, in: folder, of: intake, dialect: .plain)
    }

    /// The subjects that some texts name, or ends the run with all that name none.
    fileprivate func subjects(_ texts: [String], in explainer: Explainer) throws -> [Subject] {
        let (subjects, failures) = Subject.list(
            texts, in: explainer.study, rates: explainer.rates, rules: explainer.rules,
            findings: explainer.findings, year: explainer.year?.scopes ?? [],
            scopes: explainer.scopes)
        guard failures.isEmpty else {
            throw fail(
                failures.map {
                    Problem(file: "explain", fault($0, study: explainer.study, rates: explainer))
                })
        }
        return subjects
    }

    private func fault(_ failure: SubjectFailure, study: Study, rates explainer: Explainer) -> Fault {
        switch failure {
        case .unknown(let text):
            .unknownSubject(
                text: text,
                nearest: NearestName.of(
                    text,
                    among: Subject.names(
                        in: study, rates: explainer.rates,
                        rules: explainer.rules
                            + (explainer.year == nil ? [] : AnnualColumn.allCases.map(\.rawValue)))))
        case .ambiguous(let text, let spellings): .ambiguousSubject(text: text, spellings: spellings)
        case .notJudged(let rule, let place, let kinds, let instead):
            .notJudged(rule: rule, place: place, kinds: kinds.map(\.rawValue), instead: instead)
        }
    }
}
