internal import CCBC
internal import Synchronization

/// A linear program some of whose variables are whole, for CBC to minimise.
struct IntegerProgram: Sendable {
    /// What CBC came to.
    struct Outcome: Sendable {
        /// The best solution; nothing where none was found.
        var values: [Double]?
        /// Of a program without whole variables what it would cost to have one more of each; else nothing.
        var reducedCosts: [Double]?
        /// What no solution costs less than; infinite where there is none at all.
        var bound: Double
        /// Whether the search ended because nothing was left to search.
        var isComplete: Bool
        var nodes: Int
    }

    /// What CBC does beside branching.
    enum Aid: Sendable {
        /// Nothing: its own heuristics, cuts and presolve cost more than they bring where a good solution and a strong
        /// relaxation are there already.
        case none
        /// Whole variables are looked at before: what one decides for another makes the program smaller.
        case presolve
        /// Heuristics and cuts.
        ///
        /// Of two variables that serve the same at different costs, preprocessing (2.10.8) may keep the dearer one.
        case cuts
        /// All that it has.
        case all
    }

    private var lower: [Double] = []
    private var upper: [Double] = []
    private var costs: [Double] = []
    private var isWhole: [Bool] = []
    private var rowLower: [Double] = []
    private var rowUpper: [Double] = []
    private var terms: [(column: Int, row: Int32, factor: Double)] = []

    var columnCount: Int { costs.count }

    /// Adds a variable; returns its index.
    mutating func addColumn(cost: Double, from low: Double = 0, to high: Double = 1, isWhole: Bool) -> Int {
        lower.append(low)
        upper.append(high)
        costs.append(cost)
        self.isWhole.append(isWhole)
        return costs.count - 1
    }

    /// Adds a constraint on a sum of variables.
    mutating func addRow(
        _ sum: [(column: Int, factor: Double)], atLeast low: Double = -.infinity,
        atMost high: Double = .infinity
    ) {
        let row = Int32(rowLower.count)
        rowLower.append(low)
        rowUpper.append(high)
        for term in sum { terms.append((term.column, row, term.factor)) }
    }

    /// Solves it, on one thread.
    ///
    /// - Parameters:
    ///   - nodes: how many nodes of its tree CBC looks at, at most.
    ///   - cutoff: only solutions that cost less are of interest.
    ///   - aid: what CBC does beside branching.
    /// - Returns: what it came to.
    func minimised(nodes: Int, cutoff: Double? = nil, aid: Aid = .none) -> Outcome {
        IntegerProgram.turn.withLock { _ in solved(nodes: nodes, cutoff: cutoff, aid: aid) }
    }

    /// CBC keeps the parameters of a run in variables of the whole process: one program at a time.
    private static let turn = Mutex(())

    private func solved(nodes: Int, cutoff: Double?, aid: Aid) -> Outcome {
        let model = CBCModel()
        var starts = [Int32](repeating: 0, count: columnCount + 1)
        for term in terms { starts[term.column + 1] += 1 }
        for column in 0..<columnCount { starts[column + 1] += starts[column] }
        var next = starts
        var rows = [Int32](repeating: 0, count: terms.count)
        var factors = [Double](repeating: 0, count: terms.count)
        for term in terms {
            let place = Int(next[term.column])
            rows[place] = term.row
            factors[place] = term.factor
            next[term.column] += 1
        }
        Cbc_loadProblem(
            model.pointer, Int32(columnCount), Int32(rowLower.count), starts, rows, factors, lower, upper,
            costs,
            rowLower.map { max($0, -1e30) }, rowUpper.map { min($0, 1e30) })
        for column in 0..<columnCount where isWhole[column] { Cbc_setInteger(model.pointer, Int32(column)) }
        Cbc_setLogLevel(model.pointer, 0)
        Cbc_setMaximumNodes(model.pointer, Int32(clamping: nodes))
        Cbc_setAllowableGap(model.pointer, 1e-9)
        let off: [String] =
            switch aid {
            case .none: ["heuristicsOnOff", "preprocess", "cutsOnOff"]
            case .presolve: ["heuristicsOnOff", "cutsOnOff"]
            case .cuts: ["preprocess"]
            case .all: []
            }
        for name in off { Cbc_setParameter(model.pointer, name, "off") }
        if let cutoff { Cbc_setCutoff(model.pointer, cutoff) }
        _ = Cbc_solve(model.pointer)
        // A search that ended with nothing found says so in one of several ways.
        let isInfeasible =
            Cbc_isProvenInfeasible(model.pointer) != 0
            || Cbc_isInitialSolveProvenPrimalInfeasible(model.pointer) != 0
            || Cbc_secondaryStatus(model.pointer) == 1
        let isComplete = isInfeasible || Cbc_isProvenOptimal(model.pointer) != 0
        var values: [Double]?
        if !isInfeasible, let best = Cbc_bestSolution(model.pointer) {
            values = Array(UnsafeBufferPointer(start: best, count: columnCount))
        }
        var bound = Double.infinity
        var reducedCosts: [Double]?
        if !isInfeasible, !isWhole.contains(true), Cbc_isInitialSolveProvenOptimal(model.pointer) != 0,
            let parts = Cbc_getColSolution(model.pointer), let costs = Cbc_getReducedCost(model.pointer)
        {
            values = Array(UnsafeBufferPointer(start: parts, count: columnCount))
            reducedCosts = Array(UnsafeBufferPointer(start: costs, count: columnCount))
        }
        if !isInfeasible {
            // Of a program without whole variables CBC gives no bound but what it costs.
            bound =
                isWhole.contains(true)
                ? Cbc_getBestPossibleObjValue(model.pointer) : Cbc_getObjValue(model.pointer)
            if abs(bound) > 1e40 { bound = -.infinity }
        }
        return Outcome(
            values: values, reducedCosts: reducedCosts, bound: bound, isComplete: isComplete,
            nodes: Int(Cbc_getNodeCount(model.pointer)))
    }
}

/// The owner of one model of CBC's.
private struct CBCModel: ~Copyable {
    let pointer: UnsafeMutableRawPointer?

    init() { pointer = Cbc_newModel() }

    deinit { Cbc_deleteModel(pointer) }
}
