package import Places
package import Policy

/// What would nearest mend what fails, or meet what is pending, with its size; the words for it are the commands'.
package enum Remedy: Hashable, Sendable {
    /// So many m² of care space more: built, bought, swapped or leased.
    case addSpace(ExactDecimal)
    /// So many m², which a compound of the same group, community or neighbourhood holds beyond what it owes.
    case shareSpace(ExactDecimal, with: String)
    /// So many m² of what other phases hold belong into this phase.
    case moveToPhase(ExactDecimal, phase: Int)
    /// The care space of these phases has yet to reach a milestone; every further day adds to what is late.
    case complete(Milestone, phases: [Int])
    /// It came late, and nothing undoes that; only a written exception could.
    case tooLate
    /// A single place larger by so many m²: in one place what now lies in several, or shared with others.
    case enlargePlace(ExactDecimal)
    /// So many m² of land more.
    case addLand(ExactDecimal)
    /// So many m² of floor more.
    case enlarge(ExactDecimal)
    /// A facility that exists, larger by so many m² and with these services as well, would count.
    case upgrade(facility: String, by: ExactDecimal, offering: [String] = [])
    /// A facility at this candidate site, the cheapest that will do, and after it so many more.
    case open(Int, candidate: String?)
    /// These services as well.
    case offer([String])
    /// A floor higher or lower by so many.
    case move(floors: Int)
    /// So much more counted towards a target, in what its basis counts, through as many of these facilities or compounds,
    /// which do not count yet.
    case reach(ExactDecimal, of: Basis?, through: [String] = [])
    /// So many beds (and places) more; the fewest candidate sites that bring as many, or all there are, with what they
    /// bring.
    case addBeds(Int, at: [String], bringing: ExactDecimal)
    /// So many beds turned into nursing beds, in the fewest facilities.
    case convertBeds(Int, at: [String])
    /// Facilities at these candidate sites, chosen one by one for what each adds: what they add together, of what is
    /// missing.
    case openSites([String], adding: ExactDecimal, of: Basis, missing: ExactDecimal)
    /// So many compounds more with the care space that they owe: those of which it is known, each with what it lacks, the
    /// least first; and if they are too few, so many of these, of which it is not known whether they hold it.
    case mendCompounds([AreaRemedy], open: Int, of: [String])
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
