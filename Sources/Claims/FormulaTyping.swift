/// A number of one scope put together with one of another, or a share of one thing with a count of another, so that
/// the result is a figure of neither.
package struct ScopeChain: Hashable, Sendable {
    /// An input of the first scope, as an index into the claim's.
    package let first: Int
    /// An input of the second; nothing: the published figure itself.
    package let second: Int?

    /// Makes a chain of its two ends.
    package init(first: Int, second: Int?) { (self.first, self.second) = (first, second) }
}

extension ClaimArithmetic {
    /// What is known of a part of the formula beside its amount.
    private struct Typing {
        /// Whose number it is, and an input that says so.
        var owner: (owner: NumberOwner, input: Int)?
        /// What a rate of a study is taken over, and an input that it is.
        var over: (quantity: Quantity, input: Int)?
        var isRate: Bool
        /// What it is of; nothing where that is not known.
        var unit: FigureUnit?
        /// An input that the unit is of.
        var unitInput: Int?
        /// The unit of the ledger's own that it is in; nothing where it is in another or none.
        var own: ClaimUnit?
        /// A target that figures in it are counted for.
        var target: VersionedTarget?
        /// Whether its unit is that of figures of a study alone.
        var isComputed: Bool
    }

    /// Why the formula is a figure of nothing, whatever it comes to; nothing where nothing speaks against it.
    ///
    /// Counts of several scopes may be added up: the sum is then of no stated scope. A rate of one scope put
    /// together with anything of another, and a count of one divided by or multiplied with a count of another,
    /// are figures of nothing; so is a figure said to be of another scope than its inputs, and what is put together of
    /// rates of a study on different bases, or of a share of one thing with a count of another. What is added up,
    /// taken away or set equal is of one unit, and two shares of a study are not multiplied. A product or a quotient of figures of a study has the unit that follows;
    /// a share of something is of the same unit; of any other product or quotient of numbers that a source states the
    /// unit is let go, since a source that says “20 yuan” may mean so many for each hour.
    ///
    /// - Parameters:
    ///   - unit: the published figure's.
    ///   - scope: the scope that it is said to be of.
    /// - Returns: the reason.
    package func objection(as unit: ClaimUnit, of scope: String?) -> ClaimReason? {
        do throws(ClaimReason) {
            let typing = try typing(of: formula)
            if let scope, let own = typing.owner, !own.owner.isSame(as: .stated(scope)) {
                return .chained(ScopeChain(first: own.input, second: nil))
            }
            return objection(inOwnUnits: typing, as: unit) ?? typing.unit?.objection(as: unit)
        } catch {
            return error
        }
    }

    /// Why a figure does not follow in a unit of the ledger's own, or from one: nobody says what such a unit is worth in others.
    private func objection(inOwnUnits typing: Typing, as unit: ClaimUnit) -> ClaimReason? {
        if let own = typing.own, !unit.isRate, own.plain != unit.plain {
            return .mixedUnits(FigureUnit(published: own), FigureUnit(published: unit))
        }
        guard unit.isOwn, typing.own == nil else { return nil }
        let stated = formula.inputs.sorted().compactMap { inputs[$0].unit }.filter { !$0.isShare }
        guard let other = stated.first, !stated.contains(where: { $0.plain == unit.plain }) else {
            return nil
        }
        return .mixedUnits(FigureUnit(published: other), FigureUnit(published: unit))
    }

    private func typing(of part: ClaimFormula) throws(ClaimReason) -> Typing {
        switch part {
        case .number(_, let isPercent):
            return Typing(isRate: isPercent, unit: isPercent ? FigureUnit() : nil, isComputed: false)
        case .negative(let inner): return try typing(of: inner)
        case .input(let index):
            let input = inputs[index]
            return Typing(
                owner: input.numberOwner.map { ($0, index) }, over: input.amount?.over.map { ($0, index) },
                isRate: input.unit?.isRate ?? input.amount?.isRate ?? false,
                unit: input.amount.map(\.unit) ?? input.unit.flatMap { FigureUnit(stated: $0) },
                unitInput: index, own: input.unit.flatMap { $0.isOwn ? $0 : nil },
                target: input.amount?.target, isComputed: input.amount != nil)
        case .combined(let operation, let first, let second):
            let (a, b) = (try typing(of: first), try typing(of: second))
            if let x = a.target, let y = b.target, x.version != y.version {
                throw .otherVersions(x.identifier, y.identifier)
            }
            let adds = operation == .plus || operation == .minus
            if let chain = Self.chain(of: a, b, adds: adds) { throw .chained(chain) }
            if operation == .times, let x = a.over, let y = b.over, a.unit?.isShare == true,
                b.unit?.isShare == true
            {
                // Each is taken over all of the scope, and neither of what the other is a share of.
                throw .shareOfShare(first: x.input, second: y.input)
            }
            let isOfTwo = a.owner.flatMap { a in b.owner.map { !a.owner.isSame(as: $0.owner) } } ?? false
            let isRate =
                switch operation {
                case .plus, .minus: a.isRate || b.isRate
                case .times: a.isRate && b.isRate
                case .over: a.isRate == b.isRate
                }
            let (unit, own) = (try Self.unit(of: operation, a, b), try Self.own(of: operation, a, b))
            return Typing(
                owner: isOfTwo ? nil : a.owner ?? b.owner, over: a.over ?? b.over, isRate: isRate, unit: unit,
                unitInput: a.unitInput ?? b.unitInput, own: own, target: a.target ?? b.target,
                isComputed: (a.unit == nil || a.isComputed) && (b.unit == nil || b.isComputed))
        }
    }

    private static func chain(of a: Typing, _ b: Typing, adds: Bool) -> ScopeChain? {
        if let x = a.over, let y = b.over, x.quantity != y.quantity {
            return ScopeChain(first: x.input, second: y.input)
        }
        if let x = a.owner, let y = b.owner, !x.owner.isSame(as: y.owner), !adds || a.isRate || b.isRate {
            return ScopeChain(first: x.input, second: y.input)
        }
        guard !adds else { return nil }
        for (share, other) in [(a, b), (b, a)] {
            guard let over = share.over, other.over == nil, let counts = other.unit?.above,
                let input = other.unitInput, counts.contains(where: \.isCount),
                !counts.contains(where: over.quantity.isShared)
            else { continue }
            return ScopeChain(first: over.input, second: input)
        }
        return nil
    }

    /// The ledger's own unit that a part is in: that of what is added up, or of what is multiplied with a plain number.
    private static func own(
        of operation: ClaimFormula.Operation, _ a: Typing, _ b: Typing
    ) throws(ClaimReason) -> ClaimUnit? {
        func isPlain(_ typing: Typing) -> Bool { typing.own == nil && typing.unit?.isShare ?? true }
        switch operation {
        case .plus, .minus:
            for (own, other) in [(a.own, b), (b.own, a)] {
                guard let own, own.plain != other.own?.plain, !(other.own == nil && other.unit == nil) else {
                    continue
                }
                throw .mixedUnits(
                    FigureUnit(published: own), other.unit ?? FigureUnit(name: other.own?.name))
            }
            return a.own ?? b.own
        case .times: return isPlain(b) ? a.own : isPlain(a) ? b.own : nil
        case .over: return isPlain(b) ? a.own : nil
        }
    }

    private static func unit(
        of operation: ClaimFormula.Operation, _ a: Typing, _ b: Typing
    ) throws(ClaimReason) -> FigureUnit? {
        switch operation {
        case .plus, .minus:
            guard let x = a.unit, let y = b.unit else { return a.unit ?? b.unit }
            guard x.isSame(as: y) else { throw .mixedUnits(x, y) }
            return x == y ? x : FigureUnit(x.above.map(\.unit), per: x.below.map(\.unit))
        case .times:
            guard let x = a.unit, let y = b.unit else { return nil }
            if x.isShare { return y }
            if y.isShare { return x }
            return a.isComputed && b.isComputed ? x.times(y) : nil
        case .over:
            guard let x = a.unit, let y = b.unit else { return nil }
            if y.isShare { return x }
            return a.isComputed && b.isComputed ? x.divided(by: y) : nil
        }
    }
}

extension FigureUnit {
    /// The unit of a published figure.
    init(published unit: ClaimUnit) {
        self = unit.figure ?? FigureUnit(name: unit.name)
    }
}
