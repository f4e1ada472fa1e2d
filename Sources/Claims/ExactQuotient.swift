package import Places

/// A quotient of two exact numbers, which is rounded only once.
package struct ExactQuotient: Hashable, Sendable {
    /// What is divided.
    package let numerator: ExactDecimal
    /// By what; above zero.
    package let denominator: ExactDecimal

    /// Makes a quotient; nothing where the denominator is not above zero.
    package init?(_ numerator: ExactDecimal, over denominator: ExactDecimal) {
        guard denominator > .zero else { return nil }
        (self.numerator, self.denominator) = (numerator, denominator)
    }

    /// A number as it is.
    package init(_ number: ExactDecimal) { (numerator, denominator) = (number, ExactDecimal(1)) }

    /// The quotient times a factor, rounded half away from zero to a multiple of a step.
    ///
    /// Nothing where the numbers are too large to be multiplied exactly (beyond 38 digits).
    package func rounded(times factor: Int = 1, toMultipleOf step: ExactDecimal) -> ExactDecimal? {
        guard step > .zero else { return nil }
        let above = ExactQuotient.product(
            numerator.coefficient, Int128(factor), tens: denominator.scale + step.scale)
        let below = ExactQuotient.product(
            denominator.coefficient, step.coefficient, tens: numerator.scale)
        guard let above, let below else { return nil }
        let (twice, overflows) = above.magnitude.multipliedReportingOverflow(by: 2)
        let (twiceBelow, overflowsBelow) = below.magnitude.multipliedReportingOverflow(by: 2)
        let (sum, overflowsSum) = twice.addingReportingOverflow(below.magnitude)
        guard !overflows, !overflowsBelow, !overflowsSum else { return nil }
        guard let steps = Int128(exactly: sum / twiceBelow),
            let coefficient = ExactQuotient.product(steps, step.coefficient, tens: 0)
        else { return nil }
        return ExactDecimal(coefficient: above < 0 ? -coefficient : coefficient, scale: step.scale)
    }

    private static func product(_ a: Int128, _ b: Int128, tens: Int) -> Int128? {
        var (product, overflows) = a.multipliedReportingOverflow(by: b)
        for _ in 0..<tens where !overflows {
            (product, overflows) = product.multipliedReportingOverflow(by: 10)
        }
        return overflows ? nil : product
    }
}
