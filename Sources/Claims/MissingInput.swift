internal import Places

/// Two whole numbers, one divided by the other.
package struct WholePair: Hashable, Sendable {
    /// What is divided.
    package let numerator: Int
    /// By what.
    package let denominator: Int

    /// Makes a pair.
    package init(_ numerator: Int, of denominator: Int) {
        (self.numerator, self.denominator) = (numerator, denominator)
    }
}

/// What whole numbers would make a figure right that cannot be recomputed from what its source states.
struct MissingInput {
    /// The four smallest numbers in the place of the one input that is missing, ascending, of those up to 10,000;
    /// nothing where several are missing.
    let wouldAgree: [Int]?
    /// Of a rate, the pairs of whole numbers with the smallest denominators that round to it, each ratio once.
    let pairs: [WholePair]

    /// How many are looked for, and how far.
    private static let (count, pairCount, limit) = (4, 5, 10_000)

    /// Tries whole numbers from 1 up.
    init(of arithmetic: ClaimArithmetic, _ claim: PublishedClaim) {
        let missing = arithmetic.missing
        wouldAgree = missing.count == 1 ? Self.stands(for: missing[0], in: arithmetic, claim) : nil
        pairs = Self.pairs(roundingTo: claim)
    }

    private static func stands(
        for input: Int, in arithmetic: ClaimArithmetic, _ claim: PublishedClaim
    ) -> [Int] {
        var found: [Int] = []
        for whole in 1...limit where found.count < count {
            do throws(ArithmeticFailure) {
                let amount = try arithmetic.amount(assuming: [input: ExactDecimal(whole)])
                guard let amount, try claim.rounded(amount) == claim.value else { continue }
                // No part of something is more than all of it.
                let isPart = claim.unit.isShare && claim.value * claim.unit.worth <= ExactDecimal(1)
                if isPart, amount.numerator > amount.denominator { continue }
                found.append(whole)
            } catch {
                continue
            }
        }
        return found
    }

    /// The smallest denominators each with its smallest numerator; none where the figure is no rate.
    static func pairs(roundingTo claim: PublishedClaim) -> [WholePair] {
        guard claim.unit.isRate, !claim.value.isNegative else { return [] }
        var found: [WholePair] = []
        for denominator in 1...limit where found.count < pairCount {
            do throws(ArithmeticFailure) {
                // The nearest numerator rounds to the figure if any does; a smaller one may, too.
                let nearest = try ExactQuotient(claim.value).times(ExactQuotient(claim.unit.worth))
                    .times(ExactQuotient(denominator)).rounded(toMultipleOf: ExactDecimal(1))
                guard var numerator = nearest.flatMap({ Int(exactly: $0.coefficient) }) else { continue }
                func agrees(_ numerator: Int) throws(ArithmeticFailure) -> Bool {
                    let share = try ExactQuotient(numerator).divided(by: ExactQuotient(denominator))
                    return try claim.rounded(share) == claim.value
                }
                guard try agrees(numerator) else { continue }
                while numerator > 1, try agrees(numerator - 1) { numerator -= 1 }
                // 4 of 6 says nothing that 2 of 3 does not.
                let isKnown = found.contains { $0.numerator * denominator == numerator * $0.denominator }
                if !isKnown { found.append(WholePair(numerator, of: denominator)) }
            } catch {
                continue
            }
        }
        return found
    }
}
