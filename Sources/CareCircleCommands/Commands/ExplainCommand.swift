internal import ArgumentParser
internal import Claims
internal import Compliance
internal import Coverage
internal import Places
internal import Policy
internal import Reports
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
            a compound, community or facility asks for that of it alone. Where ids clash, write \
            compound:ID, community:ID or facility:ID. Writes no file, except explain/rejected.csv \
            with --set-aside.

            EXAMPLES
              carecircle explain my-study SR0042
              carecircle explain my-study SR0042 SC0007 --date 2025-06-30 --lang zh
              carecircle explain my-study SR0042 sync.built
              carecircle explain my-study space within_15min/elders/city
              carecircle explain my-study within_1km/households/district/East
              carecircle explain my-study target.network-1km SC0007 is_served
              carecircle explain my-study tier.community-body/community/SC0007
              carecircle explain my-study SR0042 --json
            """)

    @OptionGroup var options: StudyOptions
    @OptionGroup var days: DayOptions
    @OptionGroup var cache: NetworkOptions

    @Argument(help: "What to explain: compounds, communities, rates, rules.")
    var subjects: [String]

    func validate() throws {
        if subjects.isEmpty { throw ValidationError("explain needs at least one subject.") }
    }

    func run() async throws {
        let run = CommandRun(options.talk)
        // Which streets a walk takes is read of their file, and only where somebody asks for a walk.
        let asksForWalk = subjects.contains(CoverageMeasure.within15min.rawValue)
        let intake = try await run.read(
            options, networks: asksForWalk ? nil : cache.networks, extras: asksForWalk ? .names : [])
        try run.writeRejected(of: intake, in: "explain", options)
        let explainer = try await run.explainer(
            of: intake, on: days.date ?? intake.defaultDay, jobs: options.threads)
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
}

extension CommandRun {
    /// Computes what explanations rest on.
    func explainer(of intake: StudyIntake, on day: Day, jobs: Int) async throws -> Explainer {
        let ground = try await prepare(intake, jobs: jobs)
        let result = stage(.coverage) { ground.coverage(on: day) }
        let near = await ground.compoundsWithinWalks(intake.pack.walksBetweenCompounds, jobs: jobs)
        let targets = targetFigures(of: intake, ground, result)
        let findings = stage(.check) {
            let ofTargets = targets.map { TargetFindings.all(of: intake.pack, from: $0, on: day) } ?? []
            return Findings.all(study: intake.study, pack: intake.pack, on: day, walks: near)
                + WaivedFindings.findings(ofTargets, under: intake.study.waivers, asOf: day)
        }
        return Explainer(
            ground: ground, result: result, findings: findings, pack: intake.pack, targets: targets)
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
            findings: explainer.findings)
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
                        in: study, rates: explainer.rates, rules: explainer.rules)))
        case .ambiguous(let text, let spellings): .ambiguousSubject(text: text, spellings: spellings)
        }
    }
}
