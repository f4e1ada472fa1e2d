/// The cheapest options that serve what is needed, as an integer program.
struct LeastCostProgram {
    private let cover: LeastCostCover
    private var program = IntegerProgram()
    private let isTaken: [Int]

    /// Writes the program.
    ///
    /// - Parameters:
    ///   - cover: what is needed.
    ///   - isWhole: whether options are taken whole, or may be in parts: the linear relaxation.
    ///   - fixed: for each option whether it is in, out, or open (nothing); empty: all are open.
    init(_ cover: LeastCostCover, isWhole: Bool, fixed: [Bool?] = []) {
        self.cover = cover
        var program = IntegerProgram()
        let isTaken = cover.costs.enumerated().map { option, cost in
            let state = fixed.isEmpty ? nil : fixed[option]
            return program.addColumn(
                cost: Double(cost) / Double(cover.unit), from: state == true ? 1 : 0,
                to: state == false ? 0 : 1, isWhole: isWhole)
        }
        for group in cover.rivals { program.addRow(group.map { (isTaken[$0], 1) }, atMost: 1) }
        var served = [Int?](repeating: nil, count: cover.rows.count)
        for need in cover.needs {
            if need.terms.count == 1, let row = need.terms.first?.row {
                program.addRow(cover.rows[row].map { (isTaken[Int($0)], 1) }, atLeast: 1)
                continue
            }
            // Weights of thousands would leave the solver less room for small ones.
            let scale = need.terms.reduce(0) { max($0, $1.weight) }
            let sum = need.terms.map { term -> (column: Int, factor: Double) in
                let options = cover.rows[term.row]
                let column: Int
                if options.count == 1 {
                    column = isTaken[Int(options[0])]
                } else if let known = served[term.row] {
                    column = known
                } else {
                    column = program.addColumn(cost: 0, isWhole: false)
                    served[term.row] = column
                    program.addRow([(column, 1)] + options.map { (isTaken[Int($0)], -1) }, atMost: 0)
                }
                return (column, term.weight / scale)
            }
            program.addRow(sum, atLeast: need.amount / scale)
        }
        (self.program, self.isTaken) = (program, isTaken)
    }

    /// What came of it.
    struct Answer {
        /// How far each option is taken, from 0 to 1; nothing where nothing was found.
        let parts: [Double]?
        /// Of the relaxation what one more of each option would cost, hundredths of a yuan; else nothing.
        fileprivate let reducedCosts: [Double]?
        /// The same as ``bound``, not rounded.
        fileprivate let least: Double
        /// What no choice costs less than, hundredths of a yuan: a multiple of what all costs are multiples of.
        let bound: Int64
        /// Whether the search ended with nothing found: there is no choice of interest.
        let isEmpty: Bool

        /// The options that are taken, ascending.
        var options: [Int]? { parts.map { parts in parts.indices.filter { parts[$0] > 0.5 } } }

        /// Which options are in or out wherever a choice costs less than a known one, by their reduced costs.
        func fixed(below cost: Int64) -> [Bool?] {
            guard let parts, let reducedCosts else { return [] }
            return reducedCosts.indices.map { option in
                guard least + abs(reducedCosts[option]) > Double(cost) * (1 + 1e-6) else { return nil }
                if parts[option] < 1e-6, reducedCosts[option] > 0 { return false }
                return parts[option] > 1 - 1e-6 && reducedCosts[option] < 0 ? true : nil
            }
        }
    }

    /// Solves it.
    ///
    /// - Parameters:
    ///   - nodes: how many nodes CBC looks at, at most.
    ///   - cost: only what costs less is of interest, hundredths of a yuan.
    /// - Returns: what came of it.
    func solved(nodes: Int, below cost: Int64? = nil) -> Answer {
        let unit = Double(cover.unit)
        let outcome = program.minimised(
            nodes: nodes, cutoff: cost.map { Double($0) / unit - 0.5 }, aid: nodes == 0 ? .none : .all)
        var bound = Int64(0)
        if outcome.bound > 0, outcome.bound < 1e15 {
            bound = Int64((outcome.bound * (1 - 1e-9) - 1e-6).rounded(.up)) * cover.unit
        }
        return Answer(
            parts: outcome.values.map { values in isTaken.map { values[$0] } },
            reducedCosts: outcome.reducedCosts.map { costs in isTaken.map { costs[$0] * unit } },
            least: outcome.bound * unit, bound: max(0, bound),
            isEmpty: outcome.isComplete && outcome.values == nil)
    }
}
