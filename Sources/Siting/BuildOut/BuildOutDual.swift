/// A bound on what any openings over the years can be worth, by Lagrangian multipliers.
///
/// With u ≥ 0 on "a row counts once", m ≥ 0 on the number of a year and v ≥ 0 on its money, no openings are worth more than
///
///     Σ u + Σ m · number + Σ v · money + Σ over options of max(0, max over years of
///         Σ over rows max(0, worth from that year − u) − m − what it takes of the money, at prices v)
///
/// (Cornuéjols, Fisher & Nemhauser 1977 for one period). The multipliers move along subgradients, with steps that halve
/// while nothing improves; they stop on counts.
struct BuildOutDual {
    private let problem: BuildOutProblem
    private let value: ServiceValue
    /// The options that may still be taken, group by group: of a group at most one.
    private let groups: [[Int]]
    private let rows: [[Int32]]
    /// The numbers and the money of the years, less what is taken already; money in units of a usual cost.
    private let number: [Double]?
    private let money: [Double]?
    private let unit: Double
    /// What is fixed in advance.
    private let constant: Double

    /// Sets out from a draft whose openings for goals are settled.
    ///
    /// - Parameters:
    ///   - problem: the problem.
    ///   - value: what rows are worth.
    ///   - fixed: the draft with what is settled and nothing else.
    init(_ problem: BuildOutProblem, value: ServiceValue, fixed: BuildOutDraft) {
        self.problem = problem
        self.value = value
        let years = problem.years
        let limits = problem.limits
        var number = limits.perYear.map { [Double](repeating: Double($0), count: years) }
        var money = limits.budget.map { $0.map(Double.init) }
        if limits.carriesOver, let each = money {
            var sum = 0.0
            money = each.map {
                sum += $0
                return sum
            }
        }
        for option in problem.options.indices where fixed.isTaken(option) {
            let opening = fixed.openedIn[option]
            number?[opening] -= 1
            var owed = 0.0
            for year in opening..<years {
                let charge = Double(problem.options[option].charge(in: year, openedIn: opening))
                owed = limits.carriesOver ? owed + charge : charge
                money?[year] -= owed
            }
        }
        var members: [[Int]] = []
        var groupOf: [Int: Int] = [:]
        for option in problem.options.indices {
            let candidate = problem.options[option]
            guard !fixed.isTaken(option), candidate.first < years else { continue }
            guard let group = candidate.group else {
                members.append([option])
                continue
            }
            if let known = groupOf[group] {
                members[known].append(option)
            } else {
                groupOf[group] = members.count
                members.append([option])
            }
        }
        groups = members.filter { group in
            // Where one of a group is settled, the others are out.
            guard let name = problem.options[group[0]].group else { return true }
            return !problem.options.indices.contains {
                fixed.isTaken($0) && problem.options[$0].group == name
            }
        }
        // A row that is served from a year on is worth the rest only.
        rows = problem.service.rows
        let costs = members.joined().map {
            Double(problem.options[$0].charge(openedIn: problem.options[$0].first))
        }
        .filter { $0 > 0 }.sorted()
        unit = costs.isEmpty ? 1 : costs[costs.count / 2]
        self.number = number
        self.money = money.map { [unit] in $0.map { $0 / unit } }
        constant = value.total(fixed.service.servedFrom)
        servedFrom = fixed.service.servedFrom
        // An option that brings money in might make room for another.
        let onlyCosts = problem.options.allSatisfy { !($0.once + $0.yearly).contains { $0 < 0 } }
        isAllowed = problem.options.indices.map { option in
            (0..<problem.years).map { !onlyCosts || fixed.allows(option, in: $0) }
        }
    }

    private let servedFrom: [Int]
    /// For each option and year whether the limits let it open by itself: priced limits would let a part of it.
    private let isAllowed: [[Bool]]

    /// The least bound that so many steps find.
    ///
    /// - Parameters:
    ///   - steps: how many steps are taken.
    ///   - known: what openings are known to be worth.
    /// - Returns: the bound, never less than what is known.
    func bound(steps: Int, known: Double) -> Double {
        // Where the limits let nothing open, nothing is gained.
        guard groups.contains(where: { $0.contains { isAllowed[$0].contains(true) } }) else {
            return max(constant, known)
        }
        let years = problem.years
        let carries = problem.limits.carriesOver
        var u = (0..<problem.service.rowCount).map { worth(row: $0, from: 0) / 2 }
        var m = [Double](repeating: 0, count: number == nil ? 0 : years)
        var v = [Double](repeating: 0, count: money == nil ? 0 : years)
        var (best, scale, stale) = (Double.infinity, 1.0, 0)
        var profits = [Double](repeating: 0, count: years)
        var slopeU = [Double](repeating: 0, count: u.count)
        var (bentU, bentM, bentV) = (slopeU, m, v)
        for _ in 0..<steps {
            var sum = u.reduce(constant, +)
            for year in m.indices { sum += m[year] * (number?[year] ?? 0) }
            for year in v.indices { sum += v[year] * (money?[year] ?? 0) }
            for row in slopeU.indices { slopeU[row] = 1 }
            var slopeM = number ?? []
            var slopeV = money ?? []
            for group in groups {
                var (most, taken, takenYear) = (0.0, -1, 0)
                for option in group {
                    profit(of: option, u: u, m: m, v: v, into: &profits)
                    for year in problem.options[option].first..<years
                    where profits[year] > most && isAllowed[option][year] {
                        (most, taken, takenYear) = (profits[year], option, year)
                    }
                }
                guard taken >= 0 else { continue }
                sum += most
                for row in rows[taken] where worth(row: Int(row), from: takenYear) > u[Int(row)] {
                    slopeU[Int(row)] -= 1
                }
                if !m.isEmpty { slopeM[takenYear] -= 1 }
                var owed = 0.0
                for year in v.indices where year >= takenYear {
                    let charge = Double(problem.options[taken].charge(in: year, openedIn: takenYear)) / unit
                    owed = carries ? owed + charge : charge
                    slopeV[year] -= owed
                }
            }
            if sum < best - 1e-7 * max(1, abs(best)) || best == .infinity { stale = 0 } else { stale += 1 }
            best = min(best, sum)
            if best <= known { return known }
            if stale >= 30 {
                scale /= 2
                stale = 0
            }
            // Each step is bent by those before it (Camerini, Fratta & Maffioli 1975).
            bend(&bentU, by: &slopeU)
            bend(&bentM, by: &slopeM)
            bend(&bentV, by: &slopeV)
            // A multiplier at 0 that would go below it does not count.
            var length = 0.0
            for row in u.indices where u[row] > 0 || slopeU[row] < 0 { length += slopeU[row] * slopeU[row] }
            for year in m.indices where m[year] > 0 || slopeM[year] < 0 {
                length += slopeM[year] * slopeM[year]
            }
            for year in v.indices where v[year] > 0 || slopeV[year] < 0 {
                length += slopeV[year] * slopeV[year]
            }
            guard length > 0, scale > 1e-5 else { break }
            let step = scale * max(sum - known, 1e-6 * abs(sum)) / length
            for row in u.indices { u[row] = max(0, u[row] - step * slopeU[row]) }
            for year in m.indices { m[year] = max(0, m[year] - step * slopeM[year]) }
            for year in v.indices { v[year] = max(0, v[year] - step * slopeV[year]) }
        }
        return max(best, known)
    }

    private func bend(_ bent: inout [Double], by slope: inout [Double]) {
        for index in bent.indices {
            bent[index] = slope[index] + 0.95 * bent[index]
            slope[index] = bent[index]
        }
    }

    /// What a row is worth from a year on beyond what is settled.
    @inline(__always)
    private func worth(row: Int, from year: Int) -> Double {
        let settled = servedFrom[row]
        return settled <= year ? 0 : value.of(row: row, from: year) - value.of(row: row, from: settled)
    }

    /// What an option is worth in each year beyond what it takes, at the prices of rows, number and money.
    private func profit(of option: Int, u: [Double], m: [Double], v: [Double], into profits: inout [Double]) {
        let candidate = problem.options[option]
        let years = problem.years
        for year in candidate.first..<years {
            var sum = m.isEmpty ? 0 : -m[year]
            var owed = 0.0
            for later in v.indices where later >= year {
                let charge = Double(candidate.charge(in: later, openedIn: year)) / unit
                owed = problem.limits.carriesOver ? owed + charge : charge
                sum -= v[later] * owed
            }
            profits[year] = sum
        }
        for row in rows[option] {
            let price = u[Int(row)]
            for year in candidate.first..<years {
                let surplus = worth(row: Int(row), from: year) - price
                // What comes later is worth no more.
                guard surplus > 0 else { break }
                profits[year] += surplus
            }
        }
    }
}
