package import Places

/// Why exact arithmetic has no result.
package enum ArithmeticFailure: Error, Hashable, Sendable {
    /// Something is divided by nothing.
    case divisionByZero
    /// The numbers are too large to be computed with exactly (beyond 38 digits).
    case tooLarge
}

/// A quotient of two whole numbers, in lowest terms, which is rounded only once.
package struct ExactQuotient: Hashable, Sendable {
    /// What is divided.
    package let numerator: Int128
    /// By what; above zero.
    package let denominator: Int128

    /// Makes a quotient of two numbers.
    ///
    /// - Throws: ``ArithmeticFailure`` where the second is nothing, or their digits do not fit.
    package init(_ numerator: ExactDecimal, over denominator: ExactDecimal) throws(ArithmeticFailure) {
        self = try ExactQuotient(numerator).divided(by: ExactQuotient(denominator))
    }

    /// A number as it is.
    package init(_ number: ExactDecimal) throws(ArithmeticFailure) {
        var power = Int128(1)
        for _ in 0..<number.scale { power = try Self.product(power, 10) }
        self.init(reducing: number.coefficient, over: power)
    }

    /// A whole number.
    package init(_ whole: Int) { (numerator, denominator) = (Int128(whole), 1) }

    private init(reducing numerator: Int128, over denominator: Int128) {
        var (a, b) = (numerator.magnitude, denominator.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        // The denominator is above zero, so that the divisor is no larger than it.
        let divisor = Int128(a)
        (self.numerator, self.denominator) = (numerator / divisor, denominator / divisor)
    }

    /// The number as a decimal; nothing where its digits never end, or do not fit.
    package var decimal: ExactDecimal? {
        var (numerator, rest, scale) = (numerator, denominator, 0)
        while rest != 1, scale < 18 {
            // Of the tens that are put in, only what the denominator lacks of 2 and 5 stays.
            let factor: Int128 = rest % 10 == 0 ? 10 : rest % 2 == 0 ? 2 : rest % 5 == 0 ? 5 : 0
            guard factor > 0 else { return nil }
            rest /= factor
            let (product, overflows) = numerator.multipliedReportingOverflow(by: 10 / factor)
            if overflows { return nil }
            (numerator, scale) = (product, scale + 1)
        }
        return rest == 1 ? ExactDecimal(coefficient: numerator, scale: scale) : nil
    }

    /// The sum.
    package func plus(_ other: Self) throws(ArithmeticFailure) -> Self {
        let (a, b) = (
            try Self.product(numerator, other.denominator), try Self.product(other.numerator, denominator)
        )
        let (sum, overflows) = a.addingReportingOverflow(b)
        if overflows { throw .tooLarge }
        return Self(reducing: sum, over: try Self.product(denominator, other.denominator))
    }

    /// The difference.
    package func minus(_ other: Self) throws(ArithmeticFailure) -> Self { try plus(other.negated()) }

    /// The product.
    package func times(_ other: Self) throws(ArithmeticFailure) -> Self {
        // Reduced crosswise first, so that no more digits are needed than the product has.
        let left = Self(reducing: numerator, over: other.denominator)
        let right = Self(reducing: other.numerator, over: denominator)
        return Self(
            reducing: try Self.product(left.numerator, right.numerator),
            over: try Self.product(left.denominator, right.denominator))
    }

    /// The quotient.
    package func divided(by other: Self) throws(ArithmeticFailure) -> Self {
        guard other.numerator != 0 else { throw .divisionByZero }
        let sign: Int128 = other.numerator < 0 ? -1 : 1
        return try times(
            Self(
                reducing: try Self.product(other.denominator, sign),
                over: try Self.product(other.numerator, sign)))
    }

    /// The number with the other sign.
    package func negated() throws(ArithmeticFailure) -> Self {
        Self(reducing: try Self.product(numerator, -1), over: denominator)
    }

    /// The number rounded half away from zero to a multiple of a step above zero; nothing where its digits do
    /// not fit.
    package func rounded(toMultipleOf step: ExactDecimal) -> ExactDecimal? {
        do throws(ArithmeticFailure) {
            let steps = try divided(by: try ExactQuotient(step))
            let half = steps.denominator.magnitude
            let (twice, overflows) = steps.numerator.magnitude.multipliedReportingOverflow(by: 2)
            let (sum, overflowsSum) = twice.addingReportingOverflow(half)
            guard !overflows, !overflowsSum, let whole = Int128(exactly: sum / (2 * half)) else { return nil }
            return ExactDecimal(
                coefficient: try Self.product(numerator < 0 ? -whole : whole, step.coefficient),
                scale: step.scale)
        } catch {
            return nil
        }
    }

    private static func product(_ a: Int128, _ b: Int128) throws(ArithmeticFailure) -> Int128 {
        let (product, overflows) = a.multipliedReportingOverflow(by: b)
        if overflows { throw .tooLarge }
        return product
    }
}
