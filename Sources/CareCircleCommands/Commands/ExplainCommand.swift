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
            A subject is the id of a compound, facility or candidate; the id or name of a community; a rate, \
            written as the first columns of its row in summary.csv: MEASURE/BASIS/SCOPE/SCOPE_ID; a \
            rule or target, or what it says of one thing: RULE/SCOPE/SUBJECT as in checks.csv. The \
            last id may be left out where there is one of the kind. A rule or a measure right behind \
            a compound, community or facility asks for that of it alone: reached_by for a compound's or \
            a facility's catchment, reached_by/ID for a site's walk with one place, \
            within_15min_PROFILE for a compound's walk by a profile, access (access/beds, \
            access/beds/2sfca) for what a place, a community or a scope has access to, and with whom a \
            facility is shared. A city, district, subdistrict or setting (KIND/ID) lists its figures and \
            verdicts. Where ids clash, write compound:ID, community:ID, facility:ID or candidate:ID. \
            Writes no file, except explain/rejected.csv with --set-aside.

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
              carecircle explain my-study SX0001 reached_by/SR0042
              carecircle explain my-study SC0007 access/beds/2sfca city access
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

    @Option(help: "The longest walk that access is measured by, in minutes (default: the study's minutes).")
    var accessMinutes: Double?

    @Option(help: "Beds or places that 1,000 elders ought to have (default: what there is, spread evenly).")
    var norm: Double?

    func validate() throws {
        try AccessWishes.check(minutes: accessMinutes, norm: norm)
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
        if !asksForAccess, accessMinutes != nil || norm != nil {
            throw ValidationError("--access-minutes and --norm are about access.")
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
                runs.study,
                try await run.explainer(
                    of: runs, in: wanted, jobs: options.threads,
                    access: asksForAccess
                        ? AccessWishes(minutes: accessMinutes, normPerThousand: norm) : nil)
            )
        }
        var intake = try await run.read(
            options, networks: asksForWalk ? nil : cache.networks, extras: asksForWalk ? .names : [])
        try run.writeRejected(of: intake, in: "explain", options)
        let day = days.date ?? intake.defaultDay
        var wishes = ExplanationWishes(
            profiles: asksForProfiles,
            catchments: asksForCatchments || intake.study.candidates.contains(where: isNamed),
            targets: asksForTargets(of: intake.study))
        if asksForAccess { wishes.access = AccessWishes(minutes: accessMinutes, normPerThousand: norm) }
        let explainer = try await run.explainer(of: &intake, on: day, jobs: options.threads, wishes)
        return (intake, explainer)
    }

    private var asksForProfiles: Bool { subjects.contains(where: ProfileCoverage.isMeasure) }

    private var asksForCatchments: Bool {
        subjects.contains { $0.hasPrefix(FurtherMeasures.reachedBy) }
    }

    private var asksForAccess: Bool { subjects.contains { AccessQuestion($0) != nil } }

    private func isNamed(_ candidate: Candidate) -> Bool {
        subjects.contains { $0 == candidate.id || $0 == "candidate:" + candidate.id }
    }

    /// Whether a target's figures may be asked for: not where every subject is a place, or about something else.
    private func asksForTargets(of study: Study) -> Bool {
        let places = Set(
            study.compounds.map(\.id) + study.communities.flatMap { [$0.id, $0.name] }
                + study.facilities.map(\.id) + study.candidates.map(\.id))
        let measures = Set(RateMeasure.allCases.map(\.rawValue))
        return !subjects.allSatisfy { text in
            if places.contains(text) { return true }
            let first = String(text.prefix { $0 != "/" && $0 != ":" })
            return ["compound", "community", "facility", "candidate"].contains(first) && text.contains(":")
                || measures.contains(first) || ProfileCoverage.isMeasure(first)
                || first.hasPrefix(FurtherMeasures.reachedBy) || AccessQuestion(text) != nil
                || Self.isRule(text) && !text.hasPrefix(TargetFindings.prefix)
        }
    }

    /// Whether the walk of a place may be asked for.
    ///
    /// Which streets it takes is read of their file, which no saved network holds.
    private var asksForWalk: Bool {
        subjects.indices.contains { index in
            let text = subjects[index]
            if text == CoverageMeasure.within15min.rawValue { return true }
            if text.hasPrefix(FurtherMeasures.reachedBy + "/") || ProfileCoverage.isMeasure(text) {
                return true
            }
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
            || text.hasPrefix(FurtherMeasures.reachedBy) || AccessQuestion(text) != nil
            || text == CoverageMeasure.within1km.rawValue
    }
}
