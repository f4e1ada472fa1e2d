package import Places
package import Policy

/// What would nearest mend what fails, or meet what is pending, with its size; the words for it are the commands'.
package indirect enum Remedy: Hashable, Sendable {
    /// So many m² of care space more: built, bought, swapped or leased.
    case addSpace(ExactDecimal)
    /// So many m², which a compound of the same group, community or neighbourhood holds beyond what it owes.
    case shareSpace(ExactDecimal, with: String)
    /// So many m² of what other phases hold belong into this phase.
    case moveToPhase(ExactDecimal, phase: Int)
    /// The care space of these phases has yet to reach a milestone; every further day adds to what is late.
    case complete(Milestone, phases: [Int])
    /// The care space of these phases has a later date: the day on which it reached this milestone has to be stated.
    case stateDate(Milestone, phases: [Int])
    /// It came late, and nothing undoes that; only a written exception could.
    case tooLate
    /// A single place larger by so many m²: in one place what now lies in several, or shared with others.
    case enlargePlace(ExactDecimal)
    /// So many m² of land more.
    case addLand(ExactDecimal)
    /// So many m² of floor more.
    case enlarge(ExactDecimal)
    /// A facility that exists would count with what it lacks.
    case upgrade(facility: String, FacilityLack)
    /// A facility at this candidate site, the cheapest that will do, and after it so many more; each of them with what no
    /// site has of itself: a grade, somebody who runs it, services, a role in the network.
    case open(Int, candidate: String?, with: FacilityLack = FacilityLack())
    /// A facility that exists would count as this candidate would have it.
    case useUpgrade(candidate: String, of: String)
    /// These services as well.
    case offer([String])
    /// A floor higher or lower by so many.
    case move(floors: Int)
    /// So much more counted towards a target, in what its basis counts, through as many of these facilities,
    /// which do not count yet; and if they are too few, so many of the others, of which it is not known.
    case reach(ExactDecimal, of: Basis?, through: [String] = [], open: Int = 0, others: [String] = [])
    /// So many beds (and places) more; the fewest candidate sites that bring as many, or all there are, with what they
    /// bring; what sites have to be given to count, and which facilities those upgrade that open nothing new.
    case addBeds(
        Int, at: [String], bringing: ExactDecimal, with: FacilityLack = FacilityLack(),
        upgrading: [String: String] = [:])
    /// So many beds turned into nursing beds, in the fewest facilities.
    case convertBeds(Int, at: [String])
    /// Facilities at these candidate sites, chosen one by one for what each adds: what they add together, of what is
    /// missing; what sites have to be given to count, and which facilities those upgrade that open nothing new.
    case openSites(
        [String], adding: ExactDecimal, of: Basis, missing: ExactDecimal, with: FacilityLack = FacilityLack(),
        upgrading: [String: String] = [:])
    /// So many compounds more with the care space that they owe: those of which it is known, each with what it lacks, the
    /// least first; and if they are too few, so many of these, of which it is not known whether they hold it.
    case mendCompounds([AreaRemedy], open: Int, of: [String])
    /// So many compounds more that set any care space aside: those that hold none, and if they are too few, so many of these,
    /// which do not state it.
    case setAside([String], open: Int, of: [String])
    /// So many carers more, of so many hours a month each.
    case addCarers(Int, each: ExactDecimal)
    /// Services as well of which any one makes a facility of the class.
    case offerAny([String], serviceClass: ServiceClass)
    /// Nobody stays longer than so many months.
    case shortenStays(Int)
    /// What would mend some areas of a larger one, the least first, and so many more areas of which nothing is known.
    case inAreas([AreaRemedy], more: Int)
}

/// What would nearest mend an area, or a compound.
package struct AreaRemedy: Hashable, Sendable {
    /// Its id.
    package let area: String
    /// What would mend it.
    package let remedy: Remedy

    /// Pairs an area with its remedy.
    package init(area: String, remedy: Remedy) { (self.area, self.remedy) = (area, remedy) }
}
