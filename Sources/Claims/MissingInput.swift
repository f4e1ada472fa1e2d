package import Places

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

/// Which whole numbers in the place of an input that a source does not give would make its figure right.
package struct AgreeingNumbers: Hashable, Sendable {
    /// The smallest, ascending, in the input's unit; none where none would do.
    package let smallest: [ExactDecimal]
    /// The greatest, where every whole number from the smallest to it would do, and there are more than a few.
    package let greatest: ExactDecimal?
    /// How far they were looked for; nothing where there is none beyond those found.
    package let limit: Int?

    /// Names them.
    package init(_ smallest: [ExactDecimal], greatest: ExactDecimal? = nil, limit: Int? = nil) {
        (self.smallest, self.greatest, self.limit) = (smallest, greatest, limit)
    }
}

/// What whole numbers would make a figure right that cannot be recomputed from what its source states.
struct MissingInput {
    /// What would stand well in the place of the one input that is missing; nothing where several are missing.
    let wouldAgree: AgreeingNumbers?
    /// Of a rate, the pairs of whole numbers with the smallest denominators that round to it, each ratio once.
    let pairs: [WholePair]

    /// How many are looked for, and how far one by one.
    private static let (count, pairCount, limit) = (4, 5, 10_000)

    /// Tries whole numbers from 0 up, and where the input stands once in the formula those that the printed figure leads back to.
    init(of arithmetic: ClaimArithmetic, _ claim: PublishedClaim) {
        let missing = arithmetic.missing
        wouldAgree = missing.count == 1 ? Self.stands(for: missing[0], in: arithmetic, claim) : nil
        pairs = Self.pairs(roundingTo: claim)
    }

    private static func stands(
        for input: Int, in arithmetic: ClaimArithmetic, _ claim: PublishedClaim
    ) -> AgreeingNumbers {
        let one = ExactDecimal(1)
        let whole = stands(for: input, in: arithmetic, claim, steps: one)
        // No whole number of ten thousand people may do where so many people would.
        guard whole.smallest.isEmpty, let unit = arithmetic.inputs[input].unit, !unit.isRate, unit.power > 0
        else { return whole }
        return stands(for: input, in: arithmetic, claim, steps: one.shifted(right: unit.power))
    }

    private static func stands(
        for input: Int, in arithmetic: ClaimArithmetic, _ claim: PublishedClaim, steps: ExactDecimal
    ) -> AgreeingNumbers {
        func agrees(_ whole: Int) -> Bool {
            do throws(ArithmeticFailure) {
                let amount = try arithmetic.amount(assuming: [input: ExactDecimal(whole) * steps])
                guard let amount, try claim.rounded(amount) == claim.value else { return false }
                // No part of something is more than all of it.
                let isPart = claim.unit.isShare && claim.value * claim.unit.worth <= ExactDecimal(1)
                return !(isPart && amount.numerator > amount.denominator)
            } catch {
                return false
            }
        }
        var found = Array((0...limit).lazy.filter(agrees).prefix(count))
        guard let ends = ends(of: input, in: arithmetic, claim, steps: steps) else {
            return AgreeingNumbers(found.map { ExactDecimal($0) * steps }, limit: limit)
        }
        // Rounding decides at the ends themselves, and what is no share more than at them.
        let near = ends.flatMap { end in (-count...count).map { end + $0 } }.filter { $0 > limit }
        found += Set(near).sorted().lazy.filter(agrees).prefix(count - found.count)
        var greatest: Int?
        if found.count == count, let most = ends.max() {
            let last = (0...count).lazy.map { most + count / 2 - $0 }.first(where: agrees)
            // Beyond a pole all numbers may do, without a greatest.
            if let last, !agrees(last + 1), agrees(found[0] + (last - found[0]) / 2) { greatest = last }
        }
        return AgreeingNumbers(
            found.map { ExactDecimal($0) * steps }, greatest: greatest.map { ExactDecimal($0) * steps })
    }

    /// The whole numbers below what the ends of the interval that rounds to the figure lead back to, where the input stands
    /// once in the formula: what it comes to is then monotone in the input but for one pole, and no other number far
    /// from both ends can be the smallest or the greatest that agrees.
    private static func ends(
        of input: Int, in arithmetic: ClaimArithmetic, _ claim: PublishedClaim, steps: ExactDecimal
    ) -> [Int]? {
        guard arithmetic.formula.occurrences(of: input) == 1 else { return nil }
        do throws(ArithmeticFailure) {
            let half = try ExactQuotient(claim.precision).divided(by: ExactQuotient(2))
            var ends: [Int] = []
            for sign in [-1, 1] {
                let edge = try ExactQuotient(claim.value).plus(half.times(ExactQuotient(sign)))
                guard
                    let value = try arithmetic.value(
                        of: input, for: claim.amount(inUnit: edge)),
                    let whole = try value.divided(by: ExactQuotient(steps)).rounded(
                        toMultipleOf: ExactDecimal(1)),
                    let end = Int(exactly: whole.coefficient), abs(end) < 1_000_000_000_000_000
                else { return nil }
                ends.append(end)
            }
            return ends
        } catch {
            return nil
        }
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
