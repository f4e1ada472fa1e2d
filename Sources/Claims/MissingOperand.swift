internal import Places

/// Which whole numbers in the place of the one operand that a source leaves out would make its figure right.
struct MissingOperand {
    /// The smallest such numbers, ascending, of those up to 10,000; nothing where it cannot be said.
    let wouldAgree: [Int]?

    /// How many are looked for, and how far.
    private static let (count, limit) = (3, 10_000)

    /// Tries whole numbers from 1 up in the place of a quotient's missing part.
    init(of arithmetic: ClaimArithmetic, _ claim: PublishedClaim) {
        guard arithmetic.operation == .quotient, arithmetic.operands.count == 2,
            arithmetic.operands.count(where: { $0 == nil }) == 1
        else {
            wouldAgree = nil
            return
        }
        var found: [Int] = []
        for whole in 1...Self.limit where found.count < Self.count {
            let numbers = arithmetic.operands.map { $0 ?? ExactDecimal(whole) }
            let quotient = ExactQuotient(numbers[0], over: numbers[1])
            let rounded = quotient?.rounded(times: claim.unit.factor, toMultipleOf: claim.precision)
            if rounded == claim.value { found.append(whole) }
        }
        wouldAgree = found
    }
}
