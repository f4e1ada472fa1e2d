/// The general form of a siting problem, as an integer program: capacities, upgrades, limits of every kind.
///
/// A demand may be split: its people go to different sites, as places and beds are given out one by one. Variables are
/// whether a candidate is open and which part of each demand it serves; a closed candidate serves nobody, one with a
/// capacity serves at most that.
struct SitingProgram {
    private let problem: SitingProblem
    private let pairs: [SitingTable.Pair]
    private var program = IntegerProgram()
    private var isOpen: [Int?] = []
    private var parts: [Int] = []
    private let isReached: [Bool]

    /// A choice as the program gives it.
    struct Choice {
        /// The open candidates, existing ones among them.
        var open: [Bool]
        /// The part of its demand that each pair serves.
        var parts: [(pair: SitingTable.Pair, part: Double)]
    }

    /// Which of the places where nobody lives are to be within reach, where they ask for it.
    enum EmptyPlaces {
        case all
        /// So many of them.
        case atLeast(Int)
        /// As many as can be: that is what the program is for, whatever it opens.
        case most
    }

    /// Writes the program.
    ///
    /// - Parameters:
    ///   - problem: the table, the limits, what is settled.
    ///   - objective: what is wanted, p-center aside.
    ///   - limit: the largest distance that counts as served.
    ///   - least: for LSCP the weight to be served; nothing: all of every demand that candidates reach.
    ///   - empty: for LSCP which places without people are to be within reach, where a problem asks for them.
    init(
        _ problem: SitingProblem, _ objective: SitingObjective, within limit: Double = .infinity,
        least: Double? = nil, empty: EmptyPlaces = .all
    ) {
        self.problem = problem
        let isForPlaces = if case .most = empty { true } else { false }
        let table = problem.table
        isReached = problem.reached.demands
        pairs = problem.usefulPairs.filter { $0.distance <= limit }
        isOpen = table.candidates.map { candidate in
            guard candidate.state != .excluded else { return nil }
            let isNew = candidate.state != .existing
            return program.addColumn(
                cost: objective == .lscp && isNew && !isForPlaces ? 1 : 0,
                from: candidate.state == .required ? 1 : 0,
                isWhole: true)
        }
        addAlternatives()
        addParts(objective, isForPlaces: isForPlaces)
        addService(objective, least: least, empty)
        addLimits(objective)
    }

    /// Of a candidate and those that would take its place one serves at most; an existing one until it is replaced.
    private mutating func addAlternatives() {
        var versions = problem.table.candidates.indices.map { [$0] }
        for (index, candidate) in problem.table.candidates.enumerated() {
            if let replaced = candidate.replaces { versions[replaced].append(index) }
        }
        for (index, group) in versions.enumerated() {
            let open = group.compactMap { isOpen[$0] }
            let isExisting = problem.table.candidates[index].state == .existing
            if open.count > 1 || isExisting {
                program.addRow(open.map { ($0, 1) }, atLeast: isExisting ? 1 : 0, atMost: 1)
            }
        }
    }

    private mutating func addParts(_ objective: SitingObjective, isForPlaces: Bool) {
        let table = problem.table
        var loads = [[(column: Int, factor: Double)]](repeating: [], count: table.candidates.count)
        for pair in pairs {
            let weight = table.demands[pair.demand].weight
            let cost =
                switch objective {
                case .mclp: -weight
                case .pMedian: weight * pair.distance
                case .lscp, .pCenter: isForPlaces && weight == 0 ? -1.0 : 0.0
                }
            let part = program.addColumn(cost: cost, isWhole: false)
            parts.append(part)
            guard let open = isOpen[pair.candidate] else { continue }
            program.addRow([(part, 1), (open, -1)], atMost: 0)
            loads[pair.candidate].append((part, weight))
        }
        for (index, candidate) in table.candidates.enumerated() {
            guard let capacity = candidate.capacity, let open = isOpen[index], !loads[index].isEmpty else {
                continue
            }
            program.addRow(loads[index] + [(open, -capacity)], atMost: 0)
        }
    }

    private mutating func addService(
        _ objective: SitingObjective, least: Double?, _ empty: EmptyPlaces
    ) {
        var served = [[(column: Int, factor: Double)]](repeating: [], count: problem.table.demands.count)
        for (index, pair) in pairs.enumerated() { served[pair.demand].append((parts[index], 1)) }
        let isWhole = objective == .pMedian || (objective == .lscp && least == nil)
        let asksForAll =
            if case .all = empty { objective == .lscp && problem.asksForEmptyPlaces } else { false }
        for (index, row) in served.enumerated() where isReached[index] {
            let isAskedFor = asksForAll && problem.table.demands[index].weight == 0
            program.addRow(row, atLeast: isWhole || isAskedFor ? 1 : 0, atMost: 1)
        }
        if case .atLeast(let count) = empty, count > 0 {
            let rows = served.enumerated().filter { problem.table.demands[$0.offset].weight == 0 }
            program.addRow(rows.flatMap(\.element), atLeast: Double(count) - 1e-6)
        }
        if let least {
            program.addRow(
                pairs.enumerated().map { (parts[$0], problem.table.demands[$1.demand].weight) },
                atLeast: least * (1 - 1e-9))
        }
    }

    private mutating func addLimits(_ objective: SitingObjective) {
        guard objective != .lscp else { return }
        let new = problem.table.candidates.indices.filter { problem.table.candidates[$0].state != .existing }
        if let p = problem.p {
            program.addRow(new.compactMap { isOpen[$0] }.map { ($0, 1) }, atMost: Double(p))
        }
        if let budget = problem.budget {
            program.addRow(
                new.compactMap { index in
                    isOpen[index].map { ($0, problem.table.candidates[index].cost ?? 0) }
                },
                atMost: budget * (1 + 1e-12))
        }
    }

    /// Solves the program.
    ///
    /// - Returns: The best choice found, what no choice costs less than, and whether nothing is left to search.
    func solved(nodes: Int) -> (choice: Choice?, bound: Double, isComplete: Bool) {
        let outcome = program.minimised(nodes: nodes, aid: .all)
        let choice = outcome.values.map { values in
            Choice(
                open: isOpen.map { $0.map { values[$0] > 0.5 } ?? false },
                parts: pairs.enumerated().map { ($1, max(0, min(1, values[parts[$0]]))) })
        }
        return (choice, outcome.bound, outcome.isComplete)
    }
}
