import Geometry
import Places

/// A compound with what is true of it and what its record states.
struct SyntheticCompound: Sendable {
    let id: String
    let name: String
    let estate: Estate
    let place: PlanePoint
    /// Homes, whether the record states them or not.
    let households: Int
    /// Elders, whether the record states them or not.
    let elders: Int
    let population: Int
    /// Whether people live there by the end of the base year.
    let isCounted: Bool
    /// What happened to its care space; nothing where it is older than the rule.
    let history: CareHistory?

    var statesHouseholds = true
    var statesElders = true
    var statesPopulation = true
    /// Care space in tenths of a square metre, where stated.
    var careSpace: Int?
    var planned: StatedDate?
    var delivered: StatedDate?
    var renovated: StatedDate?
    var pool: String?
    var phases: [SyntheticPhase] = []
    /// Where people leave it, as listed.
    var gates: [PlanePoint] = []
}

/// A construction phase with its dates (planned, built, accepted, delivered), as written down.
struct SyntheticPhase: Sendable {
    let number: Int
    let households: Int
    /// Care space in tenths of a square metre, where stated.
    var careSpace: Int?
    var housing: [StatedDate?]
    var care: [StatedDate?] = [nil, nil, nil, nil]
}
