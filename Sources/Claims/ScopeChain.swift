internal import Policy

/// A number of one scope put together with one of another, or a rate on one basis with one on another, so that the
/// result is a figure of neither.
package struct ScopeChain: Hashable, Sendable {
    /// An input of the first scope, as an index into the claim's.
    package let first: Int
    /// An input of the second; nothing: the published figure itself.
    package let second: Int?

    /// Makes a chain of its two ends.
    package init(first: Int, second: Int?) { (self.first, self.second) = (first, second) }
}

extension ClaimArithmetic {
    /// What is known of whose number a part of the formula is.
    private struct Origin {
        var owner: NumberOwner?
        /// An input that the scope is stated of.
        var input: Int?
        /// What a rate of a study is counted in, and an input that it is.
        var basis: (basis: Basis, input: Int)?
        var isRate: Bool
    }

    private enum Finding: Error { case chain(ScopeChain) }

    /// Where the formula chains numbers of different scopes.
    ///
    /// Counts of several scopes may be added up: the sum is then of no stated scope. A rate of one scope put
    /// together with anything of another, and a count of one divided by or multiplied with a count of another,
    /// are figures of nothing; so is a figure said to be of another scope than its inputs, and what is put together of
    /// rates of a study on different bases.
    ///
    /// - Parameter scope: the scope that the published figure is said to be of.
    /// - Returns: the two ends; nothing where no scopes are chained, or none are stated.
    package func chain(to scope: String?) -> ScopeChain? {
        do throws(Finding) {
            let origin = try origin(of: formula)
            if let scope, let own = origin.owner, !own.isSame(as: .stated(scope)), let input = origin.input {
                return ScopeChain(first: input, second: nil)
            }
            return nil
        } catch {
            switch error {
            case .chain(let chain): return chain
            }
        }
    }

    private func origin(of part: ClaimFormula) throws(Finding) -> Origin {
        switch part {
        case .number(_, let isPercent): return Origin(isRate: isPercent)
        case .negative(let inner): return try origin(of: inner)
        case .input(let index):
            let input = inputs[index]
            return Origin(
                owner: input.numberOwner, input: input.numberOwner == nil ? nil : index,
                basis: input.amount?.basis.map { ($0, index) },
                isRate: input.unit?.isRate ?? input.amount?.isRate ?? false)
        case .combined(let operation, let first, let second):
            let (a, b) = (try origin(of: first), try origin(of: second))
            let adds = operation == .plus || operation == .minus
            if let x = a.basis, let y = b.basis, x.basis != y.basis {
                throw .chain(ScopeChain(first: x.input, second: y.input))
            }
            if let x = a.input, let y = b.input, let own = a.owner, let other = b.owner,
                !own.isSame(as: other)
            {
                guard adds, !a.isRate, !b.isRate else { throw .chain(ScopeChain(first: x, second: y)) }
                return Origin(isRate: false)
            }
            let isRate =
                switch operation {
                case .plus, .minus: a.isRate || b.isRate
                case .times: a.isRate && b.isRate
                case .over: a.isRate == b.isRate
                }
            return Origin(
                owner: a.owner ?? b.owner, input: a.input ?? b.input, basis: a.basis ?? b.basis,
                isRate: isRate)
        }
    }
}
