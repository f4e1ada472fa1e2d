/// The best choice of columns for a median problem, and how good any can be.
///
/// First a choice by interchange and a Lagrangian bound; what they decide leaves a core. The core is searched by a
/// tree of our own with Lagrangian bounds; a covering core that is not done soon goes to CBC, whose linear relaxation
/// needs fewer nodes there.
struct MedianSearch {
    /// The best choice, by the columns' names in the whole problem.
    private(set) var columns: [Int]?
    /// What is to be beaten: what the best choice costs, in units.
    private(set) var cost: Int64
    /// What nothing costs less than, in units.
    private(set) var bound: Int64 = .min
    /// Costs come in multiples of this many units.
    let unit: Int64

    /// Starts a search for a choice that costs less than a known one.
    init(unit: Int64, below cost: Int64 = .max / 4) {
        self.unit = unit
        self.cost = cost
    }

    /// Searches.
    ///
    /// - Parameters:
    ///   - problem: the whole problem, with what is settled.
    ///   - known: a choice to begin with, by the columns' names in the whole problem; nothing: none is known.
    ///   - isSparse: whether every row has to be served and each column serves only some of them.
    ///   - effort: how far to go.
    mutating func run(
        _ problem: MedianNode, from known: [Int]? = nil, isSparse: Bool = false, effort: SitingEffort
    ) {
        if let known {
            var start = MedianInterchange(problem)
            let isKnown = Set(known)
            start.restart(with: problem.names.indices.filter { isKnown.contains(problem.names[$0]) })
            start.addGreedily()
            start.descend()
            take(start)
        }
        guard let node = problem.reduced(servesAll: false) else {
            bound = cost
            return
        }
        take(MedianInterchange(node))
        guard let core = core(of: node, isSparse: isSparse) else {
            bound = cost
            return
        }
        guard effort.nodes > 0 else { return }
        let isCovering = !core.matrix.columnCosts.contains { $0 > 0 }
        let own = effort.ownNodes(forEntries: core.matrix.entryCount)
        guard let rest = branch([core], nodes: isCovering ? min(40, own) : own) else {
            bound = cost
            return
        }
        bound = max(bound, min(cost, rest))
        if isCovering { program(core, nodes: effort.nodes) }
    }

    /// A good choice, a bound, and the problem without what they decide; nothing where they leave nothing better.
    private mutating func core(of problem: MedianNode, isSparse: Bool) -> MedianNode? {
        guard !isLeaf(problem) else { return nil }
        for perYuan in problem.prices.isEmpty ? [false] : [true, false] {
            var start = MedianInterchange(problem)
            start.addGreedily(perYuan: perYuan)
            start.descend()
            take(start)
        }
        var node = problem
        if isSparse {
            var ascent = MedianAscent(node)
            node.multipliers = ascent.multipliers(below: cost)
        }
        var dual = MedianDual(node, scale: 1, patience: 30)
        var isElite = [Bool](repeating: false, count: (node.names.max() ?? 0) + 1)
        // How many columns the last merge that was searched to its end had: the same ones hold nothing better.
        var settled = -1
        for round in 0..<4 {
            let before = cost
            if dual.climb(steps: round == 0 ? 100 : 50, incumbent: cost, unit: unit) { return nil }
            var swaps = MedianInterchange(node)
            for _ in 0..<(round == 0 ? 30 : 20) {
                if dual.climb(steps: 20, incumbent: cost, unit: unit) { return nil }
                swaps.restart(with: dual.latest)
                swaps.addGreedily()
                swaps.descend(steps: 200)
                take(swaps)
                for j in swaps.columns { isElite[node.names[j]] = true }
            }
            let eliteCount = isElite.count { $0 }
            if eliteCount > settled {
                settled = merge(node, isElite, dual.best) ? eliteCount : -1
            }
            if dual.climb(steps: 20, incumbent: cost, unit: unit) { return nil }
            bound = max(bound, min(dual.bound, cost))
            if dual.decidedShare > 0.1 {
                guard let smaller = node.deciding(dual.fixed, multipliers: dual.best) else { return nil }
                if isLeaf(smaller) { return nil }
                node = smaller
                dual = MedianDual(node, scale: 1, patience: 30)
            }
            if round > 0, cost == before { break }
        }
        if dual.climb(steps: 100, incumbent: cost, unit: unit) { return nil }
        bound = max(bound, min(dual.bound, cost))
        guard let smaller = node.deciding(dual.fixed, multipliers: dual.best), !isLeaf(smaller) else {
            return nil
        }
        return smaller
    }

    /// Looks for the best of all choices that the columns of several good ones make together (Cook & Seymour 2003).
    ///
    /// - Returns: Whether nothing was left to search.
    private mutating func merge(
        _ node: MedianNode, _ isElite: [Bool], _ multipliers: ContiguousArray<Int64>
    ) -> Bool {
        guard
            let merged = node.deciding(node.names.map { isElite[$0] ? nil : false }, multipliers: multipliers)
        else { return true }
        var search = MedianSearch(unit: unit, below: cost)
        let rest = search.branch([merged], nodes: 300)
        if let columns = search.columns { (cost, self.columns) = (search.cost, columns) }
        return rest == nil
    }

    private mutating func take(_ choice: MedianInterchange) {
        guard choice.cost < cost else { return }
        cost = choice.cost
        columns = (choice.node.chosen + choice.columns.map { choice.node.names[$0] }).sorted()
    }

    /// Whether a node is decided; the choice that it holds is then taken where it is better.
    private mutating func isLeaf(_ node: MedianNode) -> Bool {
        guard node.isDecided else { return false }
        take(MedianInterchange(node))
        return true
    }
}

/// The tree.
extension MedianSearch {
    /// Searches nodes, depth first.
    ///
    /// - Returns: What nothing in the nodes left open costs less than; nothing where none is left.
    private mutating func branch(_ roots: [MedianNode], nodes: Int) -> Int64? {
        var open = roots.map { (node: $0, bound: Int64.min) }
        var count = 0
        while let (node, inherited) = open.popLast() {
            guard inherited <= cost - unit else { continue }
            guard count < nodes else { return open.reduce(inherited) { min($0, $1.bound) } }
            count += 1
            guard let (node, dual) = bounded(node) else { continue }
            var choice = MedianInterchange(node)
            choice.restart(with: dual.selection)
            take(choice)
            for side in sides(dual) {
                guard let child = node.deciding(side.fixed, multipliers: side.best), !isLeaf(child) else {
                    continue
                }
                open.append((child, max(inherited, side.bound)))
            }
        }
        return nil
    }

    /// Bounds a node and takes out what the bound decides; nothing where nothing better is in it.
    private mutating func bounded(_ node: MedianNode) -> (MedianNode, MedianDual)? {
        var node = node
        while true {
            guard !isLeaf(node) else { return nil }
            var dual = MedianDual(node, scale: 2, patience: 10)
            if dual.climb(steps: 60, incumbent: cost, unit: unit) { return nil }
            guard dual.decidedShare > 0.2 else { return (node, dual) }
            guard let smaller = node.deciding(dual.fixed, multipliers: dual.best) else { return nil }
            node = smaller
        }
    }

    /// The sides of the column to branch on.
    ///
    /// Of those that are in about as often as out, the one whose trial raises the bound most on both sides (strong
    /// branching, Applegate et al. 1995). One side or none where a trial shows that the others hold nothing better.
    private func sides(_ dual: MedianDual) -> [MedianDual] {
        var dual = dual
        let tried = (0..<dual.fixed.count)
            .filter { dual.fixed[$0] == nil }
            .map { (column: $0, score: min(dual.frequency[$0], 1 - dual.frequency[$0])) }
            .sorted { ($0.score, $1.column) > ($1.score, $0.column) }
            .prefix(5)
        var best: [MedianDual] = []
        var most = -1.0
        for (column, _) in tried where dual.fixed[column] == nil {
            var inside = dual.forcing(column, true)
            let noneInside = inside.climb(steps: 10, incumbent: cost, unit: unit)
            var outside = dual.forcing(column, false)
            let noneOutside = outside.climb(steps: 10, incumbent: cost, unit: unit)
            if noneInside && noneOutside { return [] }
            if noneInside || noneOutside {
                dual = noneInside ? outside : inside
                if best.count < 2 { best = [dual] }
                continue
            }
            let gains = [inside, outside].map { Double(max(unit, $0.bound - dual.bound)) }
            if gains[0] * gains[1] > most {
                most = gains[0] * gains[1]
                best = [outside, inside]
            }
        }
        return best
    }
}

/// CBC.
extension MedianSearch {
    /// Gives a covering core to CBC.
    private mutating func program(_ core: MedianNode, nodes: Int) {
        let matrix = core.matrix
        let units = Double(unit)
        var program = IntegerProgram()
        let isIn = (0..<matrix.columnCount).map { _ in program.addColumn(cost: 0, isWhole: true) }
        for row in 0..<matrix.rowCount {
            let isLeft = program.addColumn(cost: Double(matrix.fallbacks[row]) / units, isWhole: false)
            program.addRow(
                matrix.entries(ofRow: row).map { (isIn[Int(matrix.rowColumns[$0])], 1) } + [(isLeft, 1)],
                atLeast: 1)
        }
        program.addRow(isIn.map { ($0, 1) }, atMost: Double(min(core.limit, isIn.count)))
        if !core.prices.isEmpty {
            program.addRow(isIn.map { ($0, Double(core.prices[$0])) }, atMost: Double(core.budget))
        }
        // Only what costs a whole unit less is of interest.
        let outcome = program.minimised(nodes: nodes, cutoff: Double(cost - core.constant) / units - 0.5)
        if let values = outcome.values {
            var choice = MedianInterchange(core)
            choice.restart(with: isIn.filter { values[$0] > 0.5 })
            take(choice)
        }
        let most = Double(cost - core.constant) / units
        if outcome.isComplete {
            bound = cost
        } else if outcome.bound > 0 {
            let least = Int64(min(most, (outcome.bound - 1e-6).rounded(.up)))
            bound = max(bound, min(cost, core.constant + least * unit))
        }
    }
}
