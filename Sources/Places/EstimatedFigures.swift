/// Which figures of a row's people and dwellings the study itself marks as estimates (its column `estimated`).
package struct EstimatedFigures: Hashable, Sendable {
    /// Whether the row's `households` are an estimate.
    package var households: Bool
    /// Whether the row's elders, in total or by age group, are an estimate.
    package var elders: Bool

    /// Marks some figures; none by default.
    package init(households: Bool = false, elders: Bool = false) {
        self.households = households
        self.elders = elders
    }

    /// Every figure of the row is an estimate.
    package static let all = EstimatedFigures(households: true, elders: true)
}
