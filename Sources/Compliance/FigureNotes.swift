package import Places

/// What has to be read beside a target's figure: what of it is not known, and over whose elders it is taken.
package struct FigureNotes: Hashable, Sendable {
    /// How much of the denominator cannot be judged.
    package let unknown: ExactDecimal
    /// How much of the denominator is estimated.
    package let estimated: ExactDecimal
    /// How many places, facilities or compounds are in no part of it, since nobody states their figure.
    package let unstated: Int
    /// The total of elders that the figure is taken over, where it is one that the study states of an area as a whole.
    package let total: AreaTotal?

    /// Gathers what stands beside a figure.
    package init(
        unknown: ExactDecimal = .zero, estimated: ExactDecimal = .zero, unstated: Int = 0,
        total: AreaTotal? = nil
    ) {
        self.unknown = unknown
        self.estimated = estimated
        self.unstated = unstated
        self.total = total
    }

    /// The notes beside a target's figure.
    init(beside figure: TargetFigure) {
        self.init(
            unknown: ExactDecimal(rounding: figure.unknown, decimals: 6),
            estimated: ExactDecimal(rounding: figure.estimated, decimals: 6), unstated: figure.unstated,
            total: figure.total)
    }

    /// Whether anything of the figure is not known, or estimated.
    package var leavesSomethingOpen: Bool { unknown > .zero || estimated > .zero || unstated > 0 }
}
