package import Policy

/// Which figures of a place nobody states: such a place is in no rate on that basis, and is counted beside it.
///
/// A place states nothing where it has no figure of its own and its community none that it could take a part
/// of. An estimate is a figure.
package struct UnstatedFigures: Sendable, Hashable {
    /// Whether nobody states its dwellings.
    package var households: Bool
    /// Whether nobody states its elders.
    package var elders: Bool

    /// Everything is stated.
    package static let none = UnstatedFigures(households: false, elders: false)

    /// Whether a rate on some basis leaves the place out.
    package subscript(basis: Basis) -> Bool {
        switch basis {
        case .households: households
        case .elders: elders
        case .count, .area, .population: false
        }
    }
}
