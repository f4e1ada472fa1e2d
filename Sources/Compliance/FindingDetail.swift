package import Places
package import Policy

/// Why a compound cannot be said to be new or existing.
package enum ClassDoubt: Hashable, Sendable {
    /// No date of it decides.
    case noDate
    /// The rule's day lies within what the date may mean.
    case partialDate(PartialDate)
    /// The rule's source gives its first day to the month or year only, and the date lies within it.
    case ruleDate(PartialDate)
    /// The rule's source gives it no first day.
    case ruleUndated
}

/// A date of a phase's care space that is stated while an earlier one is not.
package struct LaterStep: Hashable, Sendable {
    /// The phase's number.
    package let phase: Int
    /// What has happened.
    package let milestone: Milestone
    /// When.
    package let date: PartialDate

    /// Makes a step of its parts.
    package init(phase: Int, milestone: Milestone, date: PartialDate) {
        (self.phase, self.milestone, self.date) = (phase, milestone, date)
    }
}

/// The facts behind a verdict; the words for them are the commands'.
package indirect enum FindingDetail: Hashable, Sendable {
    // A written exception.
    /// It stands against the verdict and the facts that there would be without it; where the verdict is unknown,
    /// its date does not say whether it holds yet.
    case waived(Waiver, instead: Verdict, FindingDetail)

    // What a compound owes.
    /// So many households at so many m² for each 100.
    case owes(class: CompoundClass, households: ExactDecimal, rate: ExactDecimal)
    /// The pack asks nothing of compounds of this class.
    case noRate(CompoundClass)
    /// The pack asks nothing of any compound.
    case noRates
    /// The rate is asked of nothing: no households, or 0 m² for each 100.
    case owesNothing
    /// The rule holds only for compounds that reached the milestone on or after the day, and this one was not of them.
    case notInForce(from: PartialDate, by: Milestone = .planned)
    /// The compound's date lies behind the last day of every version of the rule.
    case noLongerInForce
    /// The compound may be new or existing.
    case classOpen(ClassDoubt)
    /// The compound states no households, and an estimate decides nothing.
    case householdsNotStated(class: CompoundClass, rate: ExactDecimal)
    /// The compound is new by two versions of the rule, which ask so many m² for each 100 of its households: the later
    /// version's first day, or the compound's date, does not say which is for it.
    case rateOpen(households: ExactDecimal, ExactDecimal, ExactDecimal, from: PartialDate)
    /// Neither the compound nor any phase states its care space.
    case careSpaceNotStated

    // Where it stands.
    /// The first phase holds all care space.
    case firstPhaseHoldsAll(phase: Int)
    /// The first phase holds what is owed, or more.
    case firstPhaseHoldsRequired(phase: Int)
    /// The first phase holds too little, and the pack has no fallback.
    case firstPhaseHoldsTooLittle(phase: Int, elsewhere: ExactDecimal)
    /// The first phase holds less than all of it, and since it is not known what is owed, perhaps enough.
    case firstPhaseMayHoldEnough(phase: Int, elsewhere: ExactDecimal)
    /// The compound states its care space, but no phase does.
    case careSpaceByPhaseNotStated
    /// The first phase holds too little, so the fallback decides: of all dwellings, at least and at most so
    /// many were built before the care space (of care not built: so far).
    case buildOut(
        least: ExactDecimal, most: ExactDecimal, of: ExactDecimal, care: DaySpan?, permits: [String] = [])

    // In step with the housing.
    /// The compound has no row of the phase that the pack refers to.
    case noPhase(Int)
    /// The dates as stated: of the housing, of the care space (nothing where one is missing), the phases where
    /// it is missing, whether days late are a lower bound, and the day asked about where the care space is still to
    /// come: it is late by the days up to then. Where a date is missing, a later one of the same phase that is stated.
    case steps(
        housing: DaySpan?, care: DaySpan?, missingIn: [Int], isAtLeast: Bool, until: Day? = nil,
        permits: [String] = [], later: LaterStep? = nil)

    // Places of care space, and who shares them.
    /// The smallest of so many places of care space is measured.
    case smallestPlace(of: Int)
    /// The compound states that it holds none: what is missing is the rule `space`'s.
    case holdsNoSpace
    /// The space of a group of so many compounds together; of so many of them it is not known what they hold or owe.
    case pool(members: Int, open: Int)
    /// The compound holds what it owes on its own.
    case holdsItsOwn
    /// What so many compounds within the metres hold beyond what they owe; others within their reach may need the
    /// same where it is contended. Where it is open, those within the metres that state no care space, and those of
    /// which it is not known what they owe, by their ids.
    case neighbours(
        count: Int, metres: ExactDecimal, isContended: Bool, onFoot: Bool = false, unstated: [String] = [],
        open: [String] = [])
    /// Walks decide, and the study gives no streets, or the compound is too far from any.
    case noWalk
    /// The compound states no people.
    case populationNotStated
    /// Land of the facilities that use the compound's care space; of so many of them it is not stated.
    case landOfFacilities(count: Int, open: Int)

    // Facilities.
    /// Its floor area alone decides.
    case floorArea
    /// It states no floor area.
    case areaNotStated
    /// A share of its community's public service floor area (m²) decides, too.
    case shareOfPublicService(share: ExactDecimal, of: ExactDecimal)
    /// Its floor area is too small, and its community states no public service floor area.
    case publicServiceNotStated(share: ExactDecimal)
    /// It has no beds.
    case noBeds
    /// It states no beds.
    case bedsNotStated
    /// So many beds at so many m² each.
    case bedsTimesArea(beds: ExactDecimal, area: ExactDecimal)
    /// It stands on the floor that is measured; whether a basement is ruled out.
    case floor(aboveGround: Bool)
    /// It states no floor.
    case floorNotStated
    /// It does not offer these services; none: it offers all.
    case servicesMissing([String])
    /// It states no services.
    case servicesNotStated
    /// Its class is this one.
    case serviceClass(ServiceClass)
    /// Neither its class nor a service that tells it is stated.
    case serviceClassNotStated

    /// Its land area decides.
    case landArea
    /// It states no land area.
    case landAreaNotStated
    /// The longest that anybody may stay decides.
    case longestStay
    /// It does not state how long anybody may stay.
    case longestStayNotStated

    // Entitled people of an area.
    /// No row says how many are entitled.
    case entitledNotStated
    /// Nobody is entitled.
    case nobodyEntitled
    /// So many people at so many hours a month; so many carers at so many hours each, of so many facilities no carers
    /// are stated.
    case serviceHours(
        people: ExactDecimal, hours: ExactDecimal, carers: ExactDecimal, each: ExactDecimal, open: Int)
    /// The facilities of the area do not offer these services; of so many it is not stated what they offer.
    case servicesMissingFor(people: ExactDecimal, [String], open: Int)

    // Facilities of an area.
    /// These count, in the study's order; of so many others it is not known; more than the note's number is a note.
    case counted([String], open: Int, noteAbove: Int?)

    // Targets.
    /// The target, the version of its count, how much of its denominator cannot be judged, and how many are in no part
    /// of it, since nobody states their figure; where it is taken over a total of elders that the study does not state,
    /// how these would be counted.
    case target(
        name: BilingualText, version: BilingualText?, unknown: ExactDecimal, unstated: Int,
        missingTotal: CountingBasis? = nil)
}
