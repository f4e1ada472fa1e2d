package import Places

/// Shares an amount of money out by weights, exactly.
///
/// Shares are whole fen (0.01 yuan; of an amount stated more finely its own last decimal), rounded by largest
/// remainder (Hamilton's method): each is its exact share rounded down, and what is left goes one unit each to those
/// with the largest remainders, the first of equals first. So they add up to the amount, and none is off by a unit.
package enum Apportionment {
    /// The shares of an amount.
    ///
    /// - Parameters:
    ///   - amount: not negative.
    ///   - weights: not negative.
    /// - Returns: a share for each weight; all zero where no weight is above zero.
    package static func shares(of amount: ExactDecimal, by weights: [ExactDecimal]) -> [ExactDecimal] {
        let scale = max(2, amount.scale)
        let decimals = weights.map(\.scale).max() ?? 0
        let parts = weights.map { whole($0, scale: decimals) }
        let units = whole(amount, scale: scale)
        let sum = parts.reduce(0, +)
        guard sum > 0 else { return weights.map { _ in .zero } }
        var shares: [UInt128] = []
        var remainders: [UInt128] = []
        for part in parts {
            // The product may need more than 128 bits; a share of the amount does not.
            let product = units.multipliedFullWidth(by: part)
            let (share, remainder) = sum.dividingFullWidth(product)
            shares.append(share)
            remainders.append(remainder)
        }
        let left = Int(units - shares.reduce(0, +))
        let order = parts.indices.sorted {
            remainders[$0] == remainders[$1] ? $0 < $1 : remainders[$0] > remainders[$1]
        }
        for index in order.prefix(left) { shares[index] += 1 }
        return shares.map { ExactDecimal(coefficient: Int128($0), scale: scale) }
    }

    /// A number in units of 10^−`scale`, of which it is a whole number; nothing below zero.
    private static func whole(_ number: ExactDecimal, scale: Int) -> UInt128 {
        var units = UInt128(max(0, number.coefficient))
        for _ in number.scale..<scale { units *= 10 }
        return units
    }
}
