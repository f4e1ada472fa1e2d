package import Compliance
package import Coverage
package import Places
package import Policy
package import Scenarios

/// What is computed of a study for published figures to be held against.
package struct StudyFigures: Sendable {
    /// The study.
    package let study: Study
    /// Its coverage on the days that claims speak of.
    package let coverage: [Day: CoverageResult]
    /// The rates of its pack's further measures on the same days.
    package let named: [Day: [Rate]]
    /// What its pack's rules say on the days that claims speak of.
    package let findings: [Day: [Finding]]
    /// Its pack's targets, by the names of their rules.
    package let targets: [String: Target]
    /// Runs of scenarios over it, by name.
    package let scenarios: [String: ScenarioResult]

    /// Gathers the figures of a study; of scenarios of one name the first counts.
    package init(
        study: Study, coverage: [CoverageResult] = [], named: [Day: [Rate]] = [:],
        findings: [Day: [Finding]] = [:], targets: [Target] = [], scenarios: [ScenarioResult] = []
    ) {
        self.study = study
        self.targets = Dictionary(targets.map { (TargetFindings.prefix + $0.id, $0) }) { first, _ in first }
        self.coverage = Dictionary(coverage.map { ($0.day, $0) }) { first, _ in first }
        self.named = named
        self.findings = findings
        self.scenarios = Dictionary(scenarios.map { ($0.plan.scenario.name, $0) }) { first, _ in first }
    }
}

/// Sets published figures against recomputed ones.
package struct ClaimJudge: Sendable {
    /// To what our figures are shown.
    static let shown = ExactDecimal(coefficient: 1, scale: 6)

    let assumed: Day?
    let figures: StudyFigures?

    /// The days on which some ledgers need the coverage of a study, or its findings, ascending.
    ///
    /// - Parameters:
    ///   - ledgers: the claims.
    ///   - assumed: the day that stands for a date which a claim leaves out; nothing: such a claim cannot be
    ///     compared.
    /// - Returns: the days.
    package static func days(
        of ledgers: [ClaimsLedger], assuming assumed: Day?
    ) -> (coverage: [Day], findings: [Day]) {
        var (coverage, findings): (Set<Day>, Set<Day>) = ([], [])
        for figure in ledgers.flatMap(\.claims).flatMap({ Self.figures(in: $0.figure) }) {
            switch figure {
            case .coverage(let figure) where figure.measure != nil && figure.scope != nil:
                if let day = figure.date?.last ?? assumed { coverage.insert(day) }
            case .check(let figure):
                if let day = figure.date?.last ?? assumed { findings.insert(day) }
                // The figures of targets rest on coverage.
                if figure.isOfTarget, let day = figure.date?.last ?? assumed { coverage.insert(day) }
            case .arithmetic, .coverage, .facilities, .groups, .scenario, .money: break
            }
        }
        return (coverage.sorted(), findings.sorted())
    }

    /// Prepares to judge.
    ///
    /// - Parameters:
    ///   - assumed: as for ``days(of:assuming:)``.
    ///   - figures: what is computed of a study on those days; nothing where there is no study.
    package init(assuming assumed: Day?, figures: StudyFigures? = nil) {
        self.assumed = assumed
        self.figures = figures
    }

    /// What comes of every claim of a ledger, in its order.
    package func results(of ledger: ClaimsLedger) -> [ClaimResult] {
        ledger.claims.map { claim in
            switch claim.figure {
            case .arithmetic(let arithmetic): result(of: claim, arithmetic)
            case .coverage(let figure): result(of: claim, figure)
            case .check(let figure) where figure.isOfTarget: result(of: claim, figure)
            case .check, .facilities, .groups, .money: countResult(of: claim)
            case .scenario(let figure): result(of: claim, figure)
            }
        }
    }

    /// A figure, and those that its inputs are.
    private static func figures(in figure: PublishedClaim.Figure) -> [PublishedClaim.Figure] {
        guard case .arithmetic(let arithmetic) = figure else { return [figure] }
        return arithmetic.inputs.compactMap(\.computed)
    }

    private func result(of published: PublishedClaim, _ stated: ClaimArithmetic) -> ClaimResult {
        let arithmetic: ClaimArithmetic
        do throws(ClaimReason) {
            arithmetic = try filled(stated)
        } catch {
            return ClaimResult(published, error)
        }
        if let objection = arithmetic.objection(as: published.unit, of: published.scope) {
            return ClaimResult(published.of(.arithmetic(arithmetic)), objection)
        }
        let readings = arithmetic.readings(as: published.unit)
        // The result shows the figures of the study among its numbers.
        let results = readings.all.map { result(of: published.of(.arithmetic($0.shown)), in: $0.worked) }
        if let agreeing = results.first(where: { $0.verdict == .agrees }) { return agreeing }
        if let objection = readings.objection, arithmetic.missing.isEmpty {
            return ClaimResult(published.of(.arithmetic(arithmetic)), objection)
        }
        return results[0]
    }

    private func result(of claim: PublishedClaim, in arithmetic: ClaimArithmetic) -> ClaimResult {
        let missing = arithmetic.missing
        guard missing.isEmpty else {
            let search = MissingInput(of: arithmetic, claim)
            return ClaimResult(
                claim, .inputsNotStated(missing, wouldAgree: search.wouldAgree, pairs: search.pairs))
        }
        do throws(ArithmeticFailure) {
            guard let ends = try arithmetic.bounds() else {
                return ClaimResult(claim, .inputsNotStated(missing, wouldAgree: nil, pairs: []))
            }
            return compared(claim, least: ends.least, most: ends.most)
        } catch {
            return ClaimResult(claim, error == .divisionByZero ? .divisionByZero : .tooLarge)
        }
    }

    /// An exact figure of ours beside the published one.
    func compared(
        _ claim: PublishedClaim, _ amount: ExactQuotient, counted: Int? = nil, day: Day? = nil
    ) -> ClaimResult {
        guard let ours = Ours(amount, of: claim) else { return ClaimResult(claim, .tooLarge) }
        return ClaimResult(
            claim, ours.rounded == claim.value ? .agrees : .differs, computed: ours.shown, counted: counted,
            day: day)
    }

    /// A figure of ours that lies between two ends, beside the published one.
    func compared(
        _ claim: PublishedClaim, least: ExactQuotient, most: ExactQuotient, rate: Rate? = nil,
        finding: Finding? = nil, day: Day? = nil
    ) -> ClaimResult {
        func result(
            _ verdict: ClaimVerdict, _ computed: ExactDecimal?, _ reason: ClaimReason? = nil
        ) -> ClaimResult {
            ClaimResult(
                claim, verdict, computed: computed, rate: rate, finding: finding, day: day, reason: reason)
        }
        guard let least = Ours(least, of: claim), let most = Ours(most, of: claim) else {
            return result(.notDerivable, nil, .tooLarge)
        }
        if least.rounded == most.rounded, least.rounded == claim.value { return result(.agrees, least.shown) }
        // What is unknown lies between the ends: the nearer one is what ours differs by at least.
        if claim.value < least.rounded { return result(.differs, least.shown) }
        if claim.value > most.rounded { return result(.differs, most.shown) }
        return result(
            .notDerivable, least.shown, .unknownPart(least: least.shown, most: most.shown))
    }

    /// A figure of ours in a claim's unit.
    struct Ours {
        /// As the source rounds.
        let rounded: ExactDecimal
        /// As it is shown.
        let shown: ExactDecimal

        /// Rounds an amount; nothing where its digits do not fit.
        init?(_ amount: ExactQuotient, of claim: PublishedClaim) {
            do throws(ArithmeticFailure) {
                let figure = try claim.inUnit(amount)
                guard let rounded = figure.rounded(toMultipleOf: claim.precision),
                    let shown = figure.rounded(toMultipleOf: ClaimJudge.shown)
                else { return nil }
                (self.rounded, self.shown) = (rounded, shown)
            } catch {
                return nil
            }
        }
    }
}
