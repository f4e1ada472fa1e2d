package import Coverage
package import Places

/// One part of a rate's denominator.
package struct RatePart: Hashable, Sendable {
    /// What the part is.
    package enum Source: Hashable, Sendable {
        /// A compound or a residual.
        case place(PeoplePlace)
        /// A community, as an index into the study's.
        case community(Int)
        /// A subdistrict or township.
        case subdistrict(Scope)
        /// A facility, as an index into the study's.
        case facility(Int)
        /// What offices publish of a scope as a whole, with the row that states it; nothing where none does.
        case total(Scope, SourceRow?)
    }

    /// What it is.
    package let source: Source
    /// Its part of the denominator, in the rate's basis.
    package let amount: Double
    /// Its part of the numerator.
    package let covered: Double
    /// Whether it cannot be judged.
    package let isUnknown: Bool
    /// Whether its amount is estimated.
    package let isEstimated: Bool

    /// Makes a part of its figures.
    init(source: Source, amount: Double, covered: Double, isUnknown: Bool, isEstimated: Bool) {
        self.source = source
        self.amount = amount
        self.covered = covered
        self.isUnknown = isUnknown
        self.isEstimated = isEstimated
    }

    /// Makes a part that is in the numerator as a whole or not at all; nothing: that is not known.
    init(_ source: Source, amount: Double, isCovered: Bool?, isEstimated: Bool = false) {
        self.init(
            source: source, amount: amount, covered: isCovered == true ? amount : 0,
            isUnknown: isCovered == nil, isEstimated: isEstimated)
    }

    /// How much of it is judged and not covered.
    package var uncovered: Double { isUnknown ? 0 : amount - covered }
}

/// The chain behind a rate: the parts that its numerator and its denominator are sums of.
package struct RateExplanation: Sendable {
    /// The rate.
    package let rate: Rate
    /// How many communities its scope holds.
    package let communities: Int
    /// The open facilities that its selector counts, as indices into the study's.
    package let facilities: [Int]
    /// The parts of its denominator, by community and then in the study's order.
    package let parts: [RatePart]
    /// The places (of areas: communities) that are no part of it, since nobody states their figure; in the same
    /// order.
    package let unstated: [RatePart.Source]

    /// The largest parts by some figure of theirs; see ``Swift/Array/largest(_:by:)``.
    package func largest(_ count: Int, by figure: (RatePart) -> Double) -> [RatePart] {
        parts.largest(count, by: figure)
    }
}

extension [RatePart] {
    /// The largest by some figure of theirs, largest first; of equal ones the earlier; none that is 0.
    package func largest(_ count: Int, by figure: (RatePart) -> Double) -> [RatePart] {
        let ranked = enumerated().filter { figure($0.element) > 0 }.sorted { a, b in
            let (x, y) = (figure(a.element), figure(b.element))
            return x == y ? a.offset < b.offset : x > y
        }
        return ranked.prefix(count).map(\.element)
    }
}
