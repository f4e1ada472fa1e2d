package import Compliance
package import Coverage
package import Places
package import Policy

/// What came of setting a published figure against the recomputed one.
package enum ClaimVerdict: String, Hashable, Sendable, CaseIterable {
    /// Ours rounds to the printed one.
    case agrees
    /// Ours does not.
    case differs
    /// What is stated does not suffice to compute it.
    case notDerivable = "not_derivable"
    /// It is a figure of no scope, or of another than its parts.
    case undefinedScope = "undefined_scope"
    /// It is a figure of something else than ours.
    case notComparable = "not_comparable"
}

/// Why a published figure has no figure of ours beside it.
package enum ClaimReason: Error, Hashable, Sendable {
    // Not derivable.
    /// The source does not give these inputs. Where it is one only: the whole numbers in its place that would round to
    /// the printed figure. Of a rate: the smallest pairs that round to it.
    case inputsNotStated([Int], wouldAgree: AgreeingNumbers?, pairs: [WholePair])
    /// Its parts are divided by nothing.
    case divisionByZero
    /// Its numbers are too large to be computed with exactly.
    case tooLarge
    /// There is nothing in the scope to have a share of.
    case nothingInScope
    /// What is unknown leaves it open: ours lies between these two.
    case unknownPart(least: ExactDecimal, most: ExactDecimal)
    /// So many of the things that are added up state nothing, so that the sum is at least ours.
    case notStated(count: Int)
    /// It names no measure: a bare "coverage rate"; the smallest pairs of whole numbers that round to it.
    case noMeasure(pairs: [WholePair])
    /// It names no basis; ours on each.
    case noBasis([BasisFigure])
    case noDate
    /// It is a figure of a study, and none is given.
    case noStudy
    /// It is a figure of a scenario that is not given.
    case noScenario(String)
    /// It names no year, or one that the scenario is not run for.
    case noYear(Int?)

    /// Figures of two things, money and people say, are added up or set equal.
    case mixedUnits(FigureUnit, FigureUnit)
    /// So many parts of a rate are in none of its sums, since nobody states theirs.
    case partsNotStated(count: Int)
    /// Of so many lines of money nobody says who pays.
    case payerNotStated(count: Int)

    // Undefined scope.
    /// A number of one scope is put together with one of another, or a share of one thing with a count of another.
    case chained(ScopeChain)
    /// Two shares of a study are multiplied, each of which is taken over the whole scope: two inputs.
    case shareOfShare(first: Int, second: Int)
    case noScope
    /// The study has no such scope, or several of the kind and none is named.
    case unknownScope(kind: String, identifier: String?)

    // Not comparable.
    /// Ours is not computed on that basis.
    case basisNotComputed(Basis)
    /// Other facilities count than those that the source counts.
    case otherSelector(ours: String)
    /// The study's radius is another, m.
    case otherRadius(ours: ExactDecimal)
    /// The study's minutes are others.
    case otherMinutes(ours: ExactDecimal)
    /// The people of the study are those of another year.
    case peopleOfAnotherYear(Int)
    /// The pack has no such rule, or the rule says nothing of that subject.
    case noFinding(rule: String, subject: String?)
    /// Two targets of a pack count differently, as their versions say: their ids.
    case otherVersions(String, String)
    /// No line of a scenario's money, in whatever year, is of that rule.
    case noMoney(rule: String)
    /// The study names no entitled people of that scope, group and year.
    case noGroup(year: Int)

    /// The verdict that goes with it.
    var verdict: ClaimVerdict {
        switch self {
        case .inputsNotStated, .divisionByZero, .tooLarge, .nothingInScope, .unknownPart, .notStated,
            .noMeasure, .noBasis, .noDate, .noStudy, .noScenario, .noYear, .mixedUnits, .partsNotStated,
            .payerNotStated:
            .notDerivable
        case .chained, .shareOfShare, .noScope, .unknownScope: .undefinedScope
        case .basisNotComputed, .otherSelector, .otherRadius, .otherMinutes, .peopleOfAnotherYear, .noFinding,
            .otherVersions, .noMoney, .noGroup:
            .notComparable
        }
    }
}

/// Our figure on one basis.
package struct BasisFigure: Hashable, Sendable {
    /// The basis.
    package let basis: Basis
    /// The figure, to the precision of the published one.
    package let figure: ExactDecimal

    /// Makes a figure on a basis.
    package init(basis: Basis, figure: ExactDecimal) { (self.basis, self.figure) = (basis, figure) }
}

/// A published figure and what came of recomputing it.
package struct ClaimResult: Hashable, Sendable {
    /// The claim.
    package let claim: PublishedClaim
    /// What came of it.
    package let verdict: ClaimVerdict
    /// Our figure in the claim's unit, to six decimals at most; nothing where there is none.
    package let computed: ExactDecimal?
    /// Ours less the published one.
    package let difference: ExactDecimal?
    /// The rate that ours is taken from.
    package let rate: Rate?
    /// What the pack's rules say of the one thing that ours is of.
    package let finding: Finding?
    /// Of a sum or a count, how many things it is of.
    package internal(set) var counted: Int?
    /// Of a count of compounds, how many of them meet the rule together with others.
    package internal(set) var metTogether = 0
    /// The day that ours speaks of.
    package let day: Day?
    /// Why there is no figure, or none that can be compared.
    package let reason: ClaimReason?

    /// Makes the result of a comparison; the verdict of a reason goes before.
    init(
        _ claim: PublishedClaim, _ verdict: ClaimVerdict, computed: ExactDecimal?, rate: Rate? = nil,
        finding: Finding? = nil, counted: Int? = nil, day: Day? = nil, reason: ClaimReason? = nil
    ) {
        self.claim = claim
        self.verdict = reason?.verdict ?? verdict
        self.computed = computed
        difference = computed.map { $0 - claim.value }
        self.rate = rate
        self.finding = finding
        self.counted = counted
        self.day = day
        self.reason = reason
    }

    /// Makes the result of a claim that has no figure of ours beside it.
    init(_ claim: PublishedClaim, _ reason: ClaimReason) {
        self.init(claim, reason.verdict, computed: nil, reason: reason)
    }
}
