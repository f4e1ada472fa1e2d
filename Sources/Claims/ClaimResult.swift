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
    case cannotBeComputed = "cannot_be_computed"
    /// It does not say what it is a figure of, or is one of something else than ours.
    case notComparable = "not_comparable"
}

/// Why a published figure has no figure of ours beside it.
package enum ClaimReason: Hashable, Sendable {
    // Cannot be computed.
    /// The source does not give the operand of this position, from 1. Of a quotient whose other part is given:
    /// the smallest whole numbers in its place that would round to the printed figure, none if none would.
    case operandNotStated(position: Int, wouldAgree: [Int]?)
    /// Its parts are divided by nothing.
    case divisionByZero
    /// Its numbers are too large to be computed with exactly.
    case tooLarge
    /// There is nothing in the scope to have a share of.
    case nothingInScope
    /// What is unknown leaves it open: ours lies between these two.
    case unknownPart(least: ExactDecimal, most: ExactDecimal)

    // Not comparable.
    /// It names no measure: a bare "coverage rate".
    case noMeasure
    /// It names no basis; ours on each.
    case noBasis([BasisFigure])
    case noScope
    case noDate
    /// Ours is not computed on that basis.
    case basisNotComputed(Basis)
    /// The study has no such scope, or several of the kind and none is named.
    case unknownScope(kind: String, identifier: String?)
    /// Other facilities count than those that the source counts.
    case otherSelector(ours: String)
    /// The study's radius is another, m.
    case otherRadius(ours: ExactDecimal)
    /// The study's minutes are others.
    case otherMinutes(ours: ExactDecimal)
    /// The people of the study are those of another year.
    case peopleOfAnotherYear(Int)
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
    /// The day that ours speaks of.
    package let day: Day?
    /// Why there is no figure, or none that can be compared.
    package let reason: ClaimReason?

    init(
        _ claim: PublishedClaim, _ verdict: ClaimVerdict, computed: ExactDecimal? = nil, rate: Rate? = nil,
        day: Day? = nil, reason: ClaimReason? = nil
    ) {
        self.claim = claim
        self.verdict = verdict
        self.computed = computed
        difference = computed.map { $0 - claim.value }
        self.rate = rate
        self.day = day
        self.reason = reason
    }
}
