internal import ArgumentParser
internal import Claims
internal import Compliance
internal import Coverage
internal import Places
internal import Policy
internal import Reports
internal import Scenarios
internal import Studies

/// What explanations are asked for beside the coverage of a day and the verdicts of its rules.
struct ExplanationWishes {
    /// Whether coverage by the study's walking profiles is.
    var profiles = false
    /// Whether it is whom facilities and candidates reach.
    var catchments = false
    /// Whether the pack's targets are.
    var targets = true
    /// How access is measured; nothing where nobody asks for it.
    var access: AccessWishes?
}

extension CommandRun {
    /// Computes what explanations rest on.
    func explainer(
        of intake: inout StudyIntake, on day: Day, jobs: Int, _ wishes: ExplanationWishes
    ) async throws -> Explainer {
        let ground = try await prepare(&intake, jobs: jobs)
        let result = stage(.coverage) { ground.coverage(on: day) }
        let near = await ground.compoundsWithinWalks(intake.pack.walksBetweenCompounds, jobs: jobs)
        let targets = wishes.targets ? targetFigures(of: intake, ground, result, walks: near) : nil
        var reach: CandidateReach?
        if let targets {
            reach = try await candidateReach(for: targets, of: intake, ground, jobs: jobs)
        }
        let findings = findings(of: intake, on: day, walks: near, targets: targets, reach: reach)
        let further = FurtherMeasures(
            profiles: wishes.profiles
                ? try await coverage(byProfilesOf: ground, result, of: intake, jobs: jobs) : [],
            catchments: wishes.catchments
                ? try await catchments(of: ground, result, of: intake, jobs: jobs) : nil,
            access: await access(on: ground, result, wishes.access, jobs: jobs))
        return Explainer(
            ground: ground, result: result, findings: findings, pack: intake.pack, targets: targets,
            walks: near, further: further)
    }

    /// Computes what explanations of a scenario's year rest on.
    func explainer(
        of runs: ScenarioRuns, in wanted: Int, jobs: Int, access wishes: AccessWishes? = nil
    ) async throws -> Explainer {
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
            targets: targets,
            further: FurtherMeasures(
                access: await access(on: ground, year.map.coverage, wishes, jobs: jobs)), year: year)
    }

    /// What access is worked out from; nothing where nobody asks, and nothing, and the user is told, without streets.
    private func access(
        on ground: StudyGround, _ result: CoverageResult, _ wishes: AccessWishes?, jobs: Int
    ) async -> AccessSources? {
        guard let wishes else { return nil }
        let found = await stage(.access) { await ground.accessSources(result, wishes, jobs: jobs) }
        if found == nil { remark(MeasureWording(language: say).accessNeedsStreets) }
        return found
    }

    /// Writes the rows set aside, of a command that has no other file to write.
    func writeRejected(of intake: StudyIntake, in folder: String, _ options: StudyOptions) throws {
        guard options.setAside else { return }
        var output = OutputFolder(root: intake.outputRoot(options.out))
        try write(&output, in: folder, of: intake, dialect: .plain)
    }

    /// The subjects that some texts name, or ends the run with all that name none.
    func subjects(_ texts: [String], in explainer: Explainer) throws -> [Subject] {
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
