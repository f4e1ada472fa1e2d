package import Compliance
package import Coverage
package import Policy

/// A place whose people are counted: a compound, or what of a community lives outside its compounds.
package enum PeoplePlace: Hashable, Sendable {
    /// A compound, as an index into the study's.
    case compound(Int)
    /// The residual of a community, as an index into the study's.
    case residual(community: Int)
}

/// The one thing that is asked of a place.
package enum PlaceFocus: Hashable, Sendable {
    /// What a rule says of it.
    case rule(String)
    /// Whether it is covered by a measure.
    case measure(CoverageMeasure)
    /// Whether its community has, or is served by, what counts for a measure, by the measure's name.
    case presence(String)
    /// Its walk by a walking profile, by the measure's name.
    case profile(String)
    /// How many facilities reach it.
    case reachedBy
}

/// The chain behind the figures and verdicts of one place.
package struct PlaceExplanation: Sendable {
    /// The place.
    package let place: PeoplePlace
    /// Whether it stood on the day; nothing for a residual, which always does.
    package let state: DeliveryState?
    /// Its people, as every sum takes them.
    package let demand: PlaceDemand
    /// Where its households come from.
    package let households: FigureOrigin
    /// Where its elders come from.
    package let elders: FigureOrigin
    /// What it reaches.
    package let access: PlaceAccess
    /// Whether it lies within the radius of a counted facility.
    package let isWithinRadius: Bool
    /// Whether it can walk to one within the minutes; nothing where that is unknown.
    package let isWithinWalk: Bool?
    /// The walk in its parts; nothing where there is none.
    package let legs: WalkLegs?
    /// The compound's gates, as indices into the study's.
    package let gates: [Int]
    /// What the pack's rules say of it.
    package private(set) var findings: [Finding]
    /// The one thing that is asked; nothing: everything.
    package private(set) var focus: PlaceFocus?
    /// Where a walking profile is asked for: the walk by it in its parts; nothing where there is none.
    package private(set) var profileLegs: WalkLegs?

    /// The part of the chain that leads to one rule's verdict, or to one measure.
    func focused(on focus: PlaceFocus, profileLegs: WalkLegs? = nil) -> PlaceExplanation {
        var part = self
        part.focus = focus
        part.profileLegs = profileLegs
        switch focus {
        case .rule(let rule): part.findings = findings.filter { $0.rule == rule }
        case .measure, .presence, .profile, .reachedBy: part.findings = []
        }
        return part
    }
}
