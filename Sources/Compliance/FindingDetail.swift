package import Places
package import Policy

/// Why a compound cannot be said to be new or existing.
package enum ClassDoubt: Hashable, Sendable {
    /// No date of it decides.
    case noDate
    /// The rule's day lies within what the date may mean.
    case partialDate(PartialDate)
}

/// The facts behind a verdict; the words for them are the commands'.
package enum FindingDetail: Hashable, Sendable {
    // What a compound owes.
    /// So many households at so many m² for each 100.
    case owes(class: CompoundClass, households: ExactDecimal, rate: ExactDecimal)
    /// The pack asks nothing of compounds of this class.
    case noRate(CompoundClass)
    /// The pack asks nothing of any compound.
    case noRates
    /// The rate is asked of nothing: no households, or 0 m² for each 100.
    case owesNothing
    /// The rule holds only for compounds planned on or after the day, and this one was not.
    case notInForce(from: Day)
    /// The compound may be new or existing.
    case classOpen(ClassDoubt)
    /// The compound states no households, and an estimate decides nothing.
    case householdsNotStated(class: CompoundClass, rate: ExactDecimal)
    /// Neither the compound nor any phase states its care space.
    case careSpaceNotStated

    // Where it stands.
    /// The first phase holds all care space.
    case firstPhaseHoldsAll(phase: Int)
    /// The first phase holds what is owed, or more.
    case firstPhaseHoldsRequired(phase: Int)
    /// The first phase holds too little, and the pack has no fallback.
    case firstPhaseHoldsTooLittle(phase: Int, elsewhere: ExactDecimal)
    /// The compound states its care space, but no phase does.
    case careSpaceByPhaseNotStated
    /// The first phase holds too little, so the fallback decides: of all dwellings, at least and at most so
    /// many were built before the care space (of care not built: so far).
    case buildOut(least: ExactDecimal, most: ExactDecimal, of: ExactDecimal, care: DaySpan?)

    // In step with the housing.
    /// The compound has no row of the phase that the pack refers to.
    case noPhase(Int)
    /// The dates as stated: of the housing, of the care space (nothing where one is missing), the phases where
    /// it is missing, and whether days late are a lower bound.
    case steps(housing: DaySpan?, care: DaySpan?, missingIn: [Int], isAtLeast: Bool)
}
