/// A bound that looks at each year by itself.
extension BuildOutProblem {
    /// What no openings are worth more than: of each year the most that could be served in it by as many options, and for
    /// as much money, as the limits allow up to then.
    ///
    /// Whatever opens over the years, what stands in a year is one choice under the sums of the limits up to it, so that a
    /// Lagrangian bound of maximal covering (Church & ReVelle 1974) holds for that year; where a number of sites is
    /// what limits, the sum of them is far sharper than prices on years.
    ///
    /// - Parameters:
    ///   - value: what rows are worth.
    ///   - fixed: the draft with what is settled and nothing else.
    /// - Returns: the bound; nothing where neither number nor money is limited.
    func yearByYearBound(value: ServiceValue, fixed: BuildOutDraft) -> Double? {
        guard limits.perYear != nil || limits.budget != nil else { return nil }
        var serving = [[Int32]](repeating: [], count: service.rowCount)
        for (option, rows) in service.rows.enumerated() where !fixed.isTaken(option) {
            for row in rows { serving[Int(row)].append(Int32(option)) }
        }
        let visits = max(1, serving.reduce(0) { $0 + $1.count } * years)
        let steps = max(60, min(300, 1_200_000_000 / visits))
        var sum = 0.0
        for year in 0..<years {
            let worth = (0..<service.rowCount).map { row in
                max(0, value.of(row: row, from: year) - value.of(row: row, from: year + 1))
            }
            var open: [Int32] = []
            for row in worth.indices {
                if fixed.service.servedFrom[row] <= year {
                    sum += worth[row]
                } else if worth[row] > 0 {
                    open.append(Int32(row))
                }
            }
            let weights = open.map { worth[Int($0)] }
            sum += most(
                in: year, rows: open.map { serving[Int($0)] }, weights: weights, fixed: fixed, steps: steps)
        }
        return sum * (1 + 1e-12)
    }

    /// What all options together are worth, each opened as soon as it can be, whatever limits say.
    func reachBound(value: ServiceValue, fixed: BuildOutDraft) -> Double {
        var earliest = fixed.service.servedFrom
        for (option, rows) in service.rows.enumerated() {
            for row in rows { earliest[Int(row)] = min(earliest[Int(row)], options[option].first) }
        }
        return value.total(earliest) * (1 + 1e-12)
    }

    /// What options serve at most of some rows in a year.
    private func most(
        in year: Int, rows: [[Int32]], weights: [Double], fixed: BuildOutDraft, steps: Int
    ) -> Double {
        let total = weights.reduce(0, +)
        let units = WholeUnits(of: weights, stake: total, total: total)
        let matrix = MedianMatrix(
            entries: rows.enumerated().lazy.flatMap { row, columns in
                columns.lazy.map { .init(row: row, column: Int($0), cost: 0) }
            }, columnCount: options.count, fallbacks: ContiguousArray(weights.map(units.count)))
        let money = moneyUp(to: year, fixed: fixed)
        let whole = MedianNode(
            matrix, limit: min(options.count, numberUp(to: year, fixed: fixed)),
            prices: money == nil ? [] : options.map { leastCharge(of: $0, upTo: year) },
            budget: money ?? .max)
        // What has not come by then is out; what the money does not buy goes with it.
        let isOut = options.indices.map { fixed.isTaken($0) || options[$0].first > year }
        guard let node = whole.deciding(isOut.map { $0 ? false : nil }, multipliers: []) else { return total }
        var choice = MedianInterchange(node)
        choice.addGreedily(perYuan: money != nil)
        choice.descend(steps: 20)
        var least = choice.cost
        if !node.isDecided {
            var dual = MedianDual(node, scale: 1, patience: 15)
            let isBest = dual.climb(steps: steps, incumbent: choice.cost, unit: units.tolerance)
            if !isBest || !units.isExact { least = min(choice.cost, dual.bound) }
        }
        return total - max(0, units.lowerBound(least, terms: weights.count))
    }

    /// How many options can have been taken by a year beside those that are settled.
    func numberUp(to year: Int, fixed: BuildOutDraft) -> Int {
        guard let perYear = limits.perYear else { return options.count }
        var settled = [Int](repeating: 0, count: years)
        for option in options.indices where fixed.isTaken(option) { settled[fixed.openedIn[option]] += 1 }
        return (0...year).reduce(0) { $0 + max(0, perYear - settled[$1]) }
    }

    /// How much money can have been spent by a year beside what is settled, hundredths of a yuan; nothing where it is not
    /// limited, or where options bring some in.
    func moneyUp(to year: Int, fixed: BuildOutDraft) -> Int64? {
        guard let budget = limits.budget else { return nil }
        guard options.allSatisfy({ !$0.once.contains { $0 < 0 } && !$0.yearly.contains { $0 < 0 } }) else {
            return nil
        }
        var left = budget
        for option in options.indices where fixed.isTaken(option) {
            let opening = fixed.openedIn[option]
            for later in opening..<years {
                left[later] -= options[option].charge(in: later, openedIn: opening)
            }
        }
        // What a year leaves is lost unless it carries over; an overdrawn year buys nothing.
        return limits.carriesOver
            ? max(0, left[...year].reduce(0, +)) : left[...year].reduce(0) { $0 + max(0, $1) }
    }

    /// What an option has taken at least of the money up to a year in which it stands.
    func leastCharge(of option: BuildOutOption, upTo year: Int) -> Int64 {
        guard option.first <= year else { return 0 }
        var (standing, least) = (Int64(0), Int64.max)
        for opening in stride(from: year, through: option.first, by: -1) {
            standing += option.yearly[opening]
            least = min(least, option.once[opening] + standing)
        }
        return least
    }
}
