package import Places

/// A target's figure in one scope on a day, and the verdict on it.
package struct TargetFigure: Sendable {
    package let scope: Scope
    /// What is counted towards it; nothing where nobody states it.
    package let numerator: Double?
    /// What it is taken over; nothing for plain counts.
    package let denominator: Double?
    /// How much of the denominator cannot be judged.
    package let unknown: Double
    /// How much of the denominator is estimated.
    package let estimated: Double
    /// Whether some that would count state no figure, so that the numerator has no upper bound.
    package let isPartlyUnstated: Bool
    /// How many places, facilities or compounds are in no part of it, since nobody states their figure: a share may
    /// stand too high without them.
    package let unstated: Int
    /// How the elders are counted over whose total the figure is taken, where the study states no such total.
    package let missingTotal: CountingBasis?
    /// The total of elders that it is taken over, where it is one that the study states of the scope as a whole.
    package let total: AreaTotal?
    /// 1,000 for so many per thousand, 100 per hundred, else 1.
    package let factor: Double

    /// Makes a figure of its parts.
    package init(
        scope: Scope, numerator: Double?, denominator: Double?, unknown: Double = 0, estimated: Double = 0,
        isPartlyUnstated: Bool = false, unstated: Int = 0, factor: Double = 1,
        missingTotal: CountingBasis? = nil, total: AreaTotal? = nil
    ) {
        self.scope = scope
        self.numerator = numerator
        self.denominator = denominator
        self.unknown = unknown
        self.estimated = estimated
        self.isPartlyUnstated = isPartlyUnstated
        self.unstated = unstated
        self.factor = factor
        self.missingTotal = missingTotal
        self.total = total
    }

    /// What it is taken over, as far as the study states it.
    package var statedDenominator: Double? { missingTotal == nil ? denominator : nil }

    /// The figure; nothing where there is nothing to take it over, or nobody states it.
    package var value: Double? { numerator.flatMap(figure) }

    /// The verdict on a day: unrounded, the lower bound against what is required.
    ///
    /// Pass where it is met; else pending before it is due, and then fail, or unknown where what is unknown could
    /// still meet it or there is nothing to take it over. Without a due date it is due on every day.
    package func verdict(atLeast required: ExactDecimal, due: PartialDate?, on day: Day) -> Verdict {
        if let value, value >= required.double { return .pass }
        if let due, day < due.last { return .pending }
        guard !isPartlyUnstated, let numerator, let upper = figure(of: numerator + unknown),
            upper < required.double
        else { return .unknown }
        return .fail
    }

    // Multiplied first, so that a figure that is a whole number comes out as one.
    private func figure(of numerator: Double) -> Double? {
        guard missingTotal == nil else { return nil }
        guard let denominator else { return numerator }
        return denominator > 0 ? numerator * factor / denominator : nil
    }
}
