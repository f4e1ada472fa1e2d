package import Places
package import Topology

/// Why a scenario cannot be run.
package enum ScenarioFailure: Error, Hashable, Sendable {
    /// The programme and the study do not fit; every misfit is listed, in the order of the file.
    case programme([ProgrammeProblem])
    /// The last year comes before the first.
    case yearsRunBackwards(from: Int, to: Int)
    /// The first year comes before the study's base year, of which nothing is known.
    case beforeBaseYear(from: Int, baseYear: Int)
    /// A year that the calendar does not have (1…9999).
    case noSuchYear(Int)
    /// The last year is too far off; the last one that can be run.
    case tooFar(to: Int, last: Int)
    /// The build-out asks for what the study or its pack does not have; everything is listed.
    case buildOut([BuildOutMisfit])
    /// The communities' areas cannot be searched.
    case topology(TopologyFailure)
}

/// What a build-out states by year.
package enum BuildOutYears: Hashable, Sendable {
    case shares, budgets
}

/// A part of the people that cannot be larger than the whole.
package enum PartOfPeople: Hashable, Sendable {
    /// People of 60 and over, among all.
    case elders
    /// People of 80 and over, among the elders.
    case eightyPlus
}

/// Something that a careful reader of a scenario's results should know of.
package enum ScenarioNotice: Hashable, Sendable {
    /// So many actions, with the first's facility, whose cost neither the programme nor the pack states: their capital is empty
    /// and counts as 0.
    case unknownCosts(actions: Int, first: String)
    /// An opening outside every community: counted at city scope only.
    case outsideAllCommunities(facility: String)
    /// A facility that opens too far from any street to be reached on foot.
    case tooFarFromStreets(facility: String)
    /// An entry dated after the last year: it does not happen in the run.
    case afterLastYear(facility: String, action: ActionKind, year: Int)
    /// An entry dated before the first year: it has happened, but neither its row nor its money is in the run.
    case beforeFirstYear(facility: String, action: ActionKind, year: Int)
    /// A year of `maps` that the run does not have.
    case mapOutsideYears(year: Int)
    /// Rates that do not go together make a part of the people larger than the whole: in so many communities and
    /// compounds by the last year, from the first year on; nothing or the year from which it is so of the sum of
    /// all communities, too.
    case outgrowsWhole(PartOfPeople, communities: Int, compounds: Int, firstYear: Int, inSumFrom: Int?)
    /// Elders are stated only in total, no community states ages, and no rate `elders` is given: they move by the
    /// mean of the three groups' rates.
    case noMixOfAges
    /// People move by cohorts, but these communities do not state all groups by sex and age: they move by the rates.
    case withoutAges(communities: Int, of: Int)
    /// The pack entitles people to money, and the study states for no area how many they are.
    case noEntitledPeople(entitlement: String)
    /// What an envelope pays costs more than it, in so many years from the first on; at most by so many yuan.
    case overEnvelope(envelope: String, years: Int, first: Int, most: ExactDecimal, mostYear: Int)
    /// So many candidates were no choice of the build-out, since nobody states what they cost.
    case candidatesWithoutCost(Int)
    /// Where capacities count, so many facilities and candidates state no size: they serve nobody.
    case sitesWithoutSize(Int)
    /// No candidate would count for a target of the build-out as it opens: what counts, as outputs name it.
    case noOfferCounts(target: String, counted: String)
    /// Years that a build-out's shares or budgets name, and that it does not build in: shares are due in the first or last year
    /// instead, budgets are not spent.
    case yearsOutsideBuildOut(BuildOutYears, [Int])
    /// A target that the build-out does not reach to the end of the run, in a scope.
    case goalNotReached(BuildOutChoice.Purpose, scope: String)
    /// A share that it does not reach, with what is covered at the end, and whether candidates could cover more.
    case shareNotReached(SharesEnd, from: Int, scope: String)
    /// One that it reaches to the end of the run, but only from a year on that comes after the one it was due in.
    case goalReachedLate(BuildOutChoice.Purpose, scope: String, due: Int, from: Int)
}
