package import Places

/// Whose money it is (出资方).
package enum Payer: String, Hashable, Sendable, CaseIterable {
    /// The treasuries of the tiers, the highest first.
    case central, province, city, district
    /// The welfare lottery's fund (福利彩票公益金).
    case lottery
    /// Charity (慈善).
    case charity
}

/// Who bears an amount of money, and in what parts.
package struct PayerShares: Hashable, Sendable {
    /// One payer's part.
    package struct Part: Hashable, Sendable {
        /// Whose money it is.
        package let payer: Payer
        /// Its weight among the parts: 1 and 1 are halves, 60 and 15 are four fifths and one fifth.
        package let weight: ExactDecimal
    }

    /// The parts, in the order of the payers.
    package let parts: [Part]

    /// The source does not say who pays.
    package static let unstated = PayerShares(weights: [:])

    /// Makes shares of the payers' weights; a weight of nothing is no part.
    package init(weights: [Payer: ExactDecimal]) {
        parts = Payer.allCases.compactMap { payer in
            weights[payer].flatMap { $0 > .zero ? Part(payer: payer, weight: $0) : nil }
        }
    }

    /// Makes shares of one payer who bears everything.
    package init(_ payer: Payer) { self.init(weights: [payer: ExactDecimal(1)]) }

    /// An amount in yuan, payer by payer: to the fen, and together the amount exactly.
    ///
    /// Without a payer the amount stands alone.
    package func divided(_ yuan: ExactDecimal) -> [(payer: Payer?, yuan: ExactDecimal)] {
        guard !parts.isEmpty else { return [(nil, yuan)] }
        let shares = Apportionment.shares(of: yuan, by: parts.map(\.weight))
        return zip(parts, shares).map { ($0.payer, $1) }
    }

    /// The parts as a pack's file has them: `city`, or `city 1 : district 1`.
    package var text: String {
        parts.count == 1
            ? parts[0].payer.rawValue
            : parts.map { "\($0.payer.rawValue) \($0.weight)" }.joined(separator: " : ")
    }
}
