/// A build-out as an integer program: whether each option is taken in each year, and from which year on each row is served.
///
/// A row counts once, in the first year that serves it; goals are met by rows served so far, in every year from their due
/// one on (least cost) or in as many years as possible (targets).
struct BuildOutProgram {
    private let problem: BuildOutProblem
    private var program = IntegerProgram()
    /// For each option the column of each year; nothing before its first.
    private var taken: [[Int?]] = []
    /// What all costs are multiples of, hundredths of a yuan.
    let unit: Int64

    /// What a program of least cost does about goals that cannot be met.
    enum Shortfall {
        /// There are none: every goal is met from its year on.
        case none
        /// What is lacking is to be as little as can be, whatever it costs: of each goal and year the share of what it needs.
        case least
        /// So much may be lacking in all.
        case atMost(Double)
    }

    /// How many entries the service of a problem has over its years; a measure of size.
    static func size(of problem: BuildOutProblem) -> Int {
        let covers = [problem.service] + problem.goals.map(\.cover)
        return covers.reduce(0) { sum, cover in sum + cover.rows.reduce(0) { $0 + $1.count } } * problem.years
    }

    /// Writes the program.
    ///
    /// - Parameters:
    ///   - problem: the problem.
    ///   - value: what rows are worth, where service is wanted.
    ///   - fixed: the draft with what is settled and nothing else.
    ///   - kept: what is wanted before that, with how much of each there has to be.
    ///   - shortfall: of least cost, what is done about goals that cannot be met.
    init(
        _ problem: BuildOutProblem, value: ServiceValue?, fixed: BuildOutDraft,
        keeping kept: [(value: ServiceValue, least: Double)] = [], shortfall: Shortfall = .none
    ) {
        self.problem = problem
        unit = LeastCostCover.unit(of: problem.options)
        addOptions(fixed, areFree: shortfall.isLeast)
        addLimits()
        if let value {
            let served = addRows(problem.service) { row, year in -value.of(row: row, from: year) }
            for (value, least) in kept {
                var terms: [(column: Int, factor: Double)] = []
                for (row, columns) in served.enumerated() {
                    for (year, column) in columns.enumerated() {
                        guard let column, value.of(row: row, from: year) != 0 else { continue }
                        terms.append((column, value.of(row: row, from: year)))
                    }
                }
                program.addRow(terms, atLeast: least)
            }
        } else {
            addGoals(shortfall)
        }
    }

    /// Writes the program of sites that turn people away: how many of each row each site serves in each year.
    init(_ problem: BuildOutProblem, limited service: LimitedService, fixed: BuildOutDraft) {
        self.problem = problem
        unit = LeastCostCover.unit(of: problem.options)
        addOptions(fixed, areFree: true)
        addLimits()
        var factor = 1.0
        for year in 0..<problem.years {
            addFlows(service, year: year, factor: factor)
            factor *= problem.discount
        }
    }

    private mutating func addFlows(_ service: LimitedService, year: Int, factor: Double) {
        var ofRow = [[(column: Int, factor: Double)]](repeating: [], count: service.weights[year].count)
        for (index, site) in service.sites.enumerated() {
            var load: [(column: Int, factor: Double)] = []
            for row in site.rows where service.weights[year][Int(row)] > 0 {
                let people = service.weights[year][Int(row)]
                let column = program.addColumn(cost: -factor, to: people, isWhole: false)
                ofRow[Int(row)].append((column, 1))
                load.append((column, 1))
            }
            guard !load.isEmpty else { continue }
            for (option, addition) in service.additions.enumerated() {
                guard let addition, addition.site == index else { continue }
                for opening in 0...year {
                    if let column = taken[option][opening] {
                        load.append((column, -addition.capacity[year]))
                    }
                }
            }
            program.addRow(load, atMost: site.capacity[year])
        }
        for (row, terms) in ofRow.enumerated() where terms.count > 1 {
            program.addRow(terms, atMost: service.weights[year][row])
        }
    }

    private mutating func addOptions(_ fixed: BuildOutDraft, areFree: Bool) {
        let years = problem.years
        for (index, option) in problem.options.enumerated() {
            let isPaid = problem.objective == .lscp && !areFree
            let cost = isPaid ? Double(option.capital) / Double(unit) : 0
            var columns = [Int?](repeating: nil, count: years)
            for year in min(option.first, years)..<years {
                let isSettled = fixed.isTaken(index)
                let value = isSettled ? (fixed.openedIn[index] == year ? 1.0 : 0.0) : nil
                columns[year] = program.addColumn(cost: cost, from: value ?? 0, to: value ?? 1, isWhole: true)
            }
            taken.append(columns)
        }
        for group in problem.groups {
            let columns = group.flatMap { taken[$0].compactMap { $0 } }
            if columns.count > 1 { program.addRow(columns.map { ($0, 1) }, atMost: 1) }
        }
    }

    private mutating func addLimits() {
        let (limits, years) = (problem.limits, problem.years)
        if let perYear = limits.perYear {
            for year in 0..<years {
                program.addRow(taken.compactMap { $0[year] }.map { ($0, 1) }, atMost: Double(perYear))
            }
        }
        guard let budget = limits.budget else { return }
        var sum: Int64 = 0
        for year in 0..<years {
            sum = limits.carriesOver ? sum + budget[year] : budget[year]
            var terms: [(column: Int, factor: Double)] = []
            for (index, option) in problem.options.enumerated() {
                for opening in 0...year {
                    guard let column = taken[index][opening] else { continue }
                    let paid = limits.carriesOver ? opening...year : year...year
                    let charge = paid.reduce(Int64(0)) { $0 + option.charge(in: $1, openedIn: opening) }
                    if charge != 0 { terms.append((column, Double(charge) / 100)) }
                }
            }
            if !terms.isEmpty { program.addRow(terms, atMost: Double(sum) / 100 + 1e-6) }
        }
    }

    /// Adds, for every row and year, how much of the row is first served in the year.
    private mutating func addRows(_ cover: YearlyCover, cost: (Int, Int) -> Double) -> [[Int?]] {
        let years = problem.years
        var servers = [[Int]](repeating: [], count: cover.rowCount)
        for (option, rows) in cover.rows.enumerated() {
            for row in rows { servers[Int(row)].append(option) }
        }
        return servers.enumerated().map { row, options in
            var columns = [Int?](repeating: nil, count: years)
            for year in 0..<years {
                let openings = options.compactMap { taken[$0][year] }
                guard !openings.isEmpty else { continue }
                let column = program.addColumn(cost: cost(row, year), isWhole: false)
                columns[year] = column
                program.addRow([(column, 1)] + openings.map { ($0, -1) }, atMost: 0)
            }
            let all = columns.compactMap { $0 }
            if all.count > 1 { program.addRow(all.map { ($0, 1) }, atMost: 1) }
            return columns
        }
    }

    private mutating func addGoals(_ shortfall: Shortfall) {
        let years = problem.years
        var lacking: [(column: Int, factor: Double)] = []
        for goal in problem.goals {
            let columns = addRows(goal.cover) { _, _ in 0 }
            for year in 0..<years {
                let needed = goal.asked(in: year)
                guard needed > 0 else { continue }
                var terms: [(column: Int, factor: Double)] = []
                for (row, served) in columns.enumerated() where goal.cover.weights[year][row] != 0 {
                    for opening in 0...year {
                        if let column = served[opening] {
                            terms.append((column, goal.cover.weights[year][row]))
                        }
                    }
                }
                switch problem.objective {
                case .lscp:
                    guard year >= goal.due else { continue }
                    if case .none = shortfall {
                        program.addRow(terms, atLeast: needed)
                    } else {
                        let share = program.addColumn(cost: shortfall.isLeast ? 1 : 0, isWhole: false)
                        lacking.append((share, 1))
                        program.addRow(terms + [(share, needed)], atLeast: needed)
                    }
                case .targets, .mclp, .equity:
                    let isMet = program.addColumn(cost: -1, isWhole: true)
                    program.addRow(terms + [(isMet, -needed)], atLeast: 0)
                }
            }
        }
        if case .atMost(let most) = shortfall { program.addRow(lacking, atMost: most) }
    }

    /// How many variables it has.
    var columnCount: Int { program.columnCount }

    /// A bound on costs, hundredths of a yuan: up to the next multiple of what all costs are multiples of.
    func cost(_ bound: Double) -> Int64 {
        guard bound > 0, bound < 1e15 else { return 0 }
        return Int64((bound * (1 - 1e-9) - 1e-6).rounded(.up)) * unit
    }

    /// Solves the program.
    ///
    /// - Returns: For each option its year (the number of years where it is not taken), nothing where no openings were
    ///   found; what none costs less than (least cost: in ``unit``s), and whether nothing is left to search.
    func solved(nodes: Int) -> (openedIn: [Int]?, bound: Double, isComplete: Bool) {
        let outcome = program.minimised(nodes: nodes, aid: problem.objective == .lscp ? .cuts : .all)
        let openedIn = outcome.values.map { values in
            taken.map { columns in
                columns.indices.first { columns[$0].map { values[$0] > 0.5 } ?? false } ?? problem.years
            }
        }
        return (openedIn, outcome.bound, outcome.isComplete)
    }
}

extension BuildOutProgram.Shortfall {
    fileprivate var isLeast: Bool { if case .least = self { true } else { false } }
}
