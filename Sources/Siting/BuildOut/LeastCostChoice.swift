/// Options that serve what is needed, made cheaper step by step.
struct LeastCostChoice {
    private let cover: LeastCostCover
    private(set) var isTaken: [Bool]
    private(set) var cost: Int64 = 0
    /// For each option the rows that it serves; for each row the needs that it adds to.
    private let rowsOf: [[Int32]]
    private let needsOf: [[(need: Int32, weight: Double)]]
    private let rivals: [[Int]]
    private var servers: [Int32]
    /// What each need still lacks; 0 or less where it is met.
    private var deficits: [Double]
    private var unmet: Int

    init(_ cover: LeastCostCover) {
        self.cover = cover
        isTaken = [Bool](repeating: false, count: cover.costs.count)
        var rowsOf = [[Int32]](repeating: [], count: cover.costs.count)
        for (row, options) in cover.rows.enumerated() {
            for option in options { rowsOf[Int(option)].append(Int32(row)) }
        }
        self.rowsOf = rowsOf
        var needsOf = [[(need: Int32, weight: Double)]](repeating: [], count: cover.rows.count)
        for (index, need) in cover.needs.enumerated() {
            // Each need counts for one: what it asks for in all, or one row of it.
            let usual = need.terms.reduce(0) { $0 + $1.weight } / Double(need.terms.count)
            for term in need.terms { needsOf[term.row].append((Int32(index), term.weight / usual)) }
        }
        self.needsOf = needsOf
        deficits = cover.needs.map { need in
            need.amount / (need.terms.reduce(0) { $0 + $1.weight } / Double(need.terms.count))
        }
        var rivals = [[Int]](repeating: [], count: cover.costs.count)
        for group in cover.rivals { for option in group { rivals[option] = group.filter { $0 != option } } }
        self.rivals = rivals
        servers = [Int32](repeating: 0, count: cover.rows.count)
        unmet = cover.needs.count
    }

    /// Whether every need is met.
    var isEnough: Bool { unmet == 0 }

    /// The options taken, ascending.
    var options: [Int] { isTaken.indices.filter { isTaken[$0] } }

    private static let slack = 1e-9

    mutating func take(_ option: Int) {
        guard !isTaken[option], rivals[option].allSatisfy({ !isTaken[$0] }) else { return }
        isTaken[option] = true
        cost += cover.costs[option]
        for row in rowsOf[option] {
            servers[Int(row)] += 1
            guard servers[Int(row)] == 1 else { continue }
            for (need, weight) in needsOf[Int(row)] {
                let before = deficits[Int(need)]
                deficits[Int(need)] = before - weight
                if before > Self.slack, before - weight <= Self.slack { unmet -= 1 }
            }
        }
    }

    mutating func drop(_ option: Int) {
        isTaken[option] = false
        cost -= cover.costs[option]
        for row in rowsOf[option] {
            servers[Int(row)] -= 1
            guard servers[Int(row)] == 0 else { continue }
            for (need, weight) in needsOf[Int(row)] {
                let before = deficits[Int(need)]
                deficits[Int(need)] = before + weight
                if before <= Self.slack, before + weight > Self.slack { unmet += 1 }
            }
        }
    }

    /// What an option adds to what needs lack.
    private func gain(_ option: Int) -> Double {
        var sum = 0.0
        for row in rowsOf[option] where servers[Int(row)] == 0 {
            for (need, weight) in needsOf[Int(row)] where deficits[Int(need)] > Self.slack {
                sum += min(weight, deficits[Int(need)])
            }
        }
        return sum
    }

    /// Takes what adds most for its money until every need is met (Chvátal 1979).
    ///
    /// What an option adds only falls as others are taken (Minoux 1978).
    ///
    /// - Parameters:
    ///   - offered: the options that may be taken.
    ///   - limit: nothing that costs more in all is of interest.
    ///   - liking: for each option what its score is multiplied by; empty: 1.
    mutating func fill(from offered: [Int], below limit: Int64 = .max, liking: [Double] = []) {
        func score(_ option: Int) -> Double {
            let score = gain(option) / Double(max(1, cover.costs[option]))
            return liking.isEmpty ? score : score * liking[option]
        }
        var known = offered.map { (option: $0, score: score($0), isExact: true) }
            .filter { $0.score > 0 && !isTaken[$0.option] }
        while unmet > 0, cost < limit {
            var best: Int?
            for index in known.indices where known[index].score > 0 {
                if let so = best, known[so].score >= known[index].score { continue }
                best = index
            }
            guard let best else { return }
            let option = known[best].option
            if !known[best].isExact {
                known[best] = (option, score(option), true)
                continue
            }
            known[best].score = 0
            take(option)
            for index in known.indices { known[index].isExact = false }
        }
    }

    /// Gives back what nothing needs, the dearest first.
    mutating func dropNeedless() {
        guard isEnough else { return }
        for option in options.sorted(by: { (cover.costs[$1], $0) < (cover.costs[$0], $1) }) {
            drop(option)
            if !isEnough { take(option) }
        }
    }

    /// Takes a few neighbours back at a time and serves what they served anew, never dearer than before.
    ///
    /// Ruin and recreate (Schrimpf, Schneider, Stamm-Wilbrandt & Dueck 2000).
    ///
    /// - Parameters:
    ///   - steps: how often, at most.
    ///   - bound: what no choice costs less than.
    mutating func shake(steps: Int, downTo bound: Int64) {
        guard isEnough, !cover.needs.isEmpty else { return }
        var generator: UInt64 = 0x9E37_79B9_7F4A_7C15
        func draw(_ count: Int) -> Int {
            generator = generator &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((generator >> 33) % UInt64(count))
        }
        var liking = [Double](repeating: 1, count: isTaken.count)
        // For each option those that share rows with one that shares rows with it.
        var around = [[Int]?](repeating: nil, count: isTaken.count)
        for _ in 0..<steps where cost > bound {
            let taken = options
            guard !taken.isEmpty else { return }
            let first = taken[draw(taken.count)]
            let known = around[first] ?? sharing(rowsWith: cover.near[first].map { Int($0) })
            around[first] = known
            let near = known.filter { isTaken[$0] && $0 != first }
            var dropped = [first]
            for _ in 0..<min(near.count, 1 + draw(5)) { dropped.append(near[draw(near.count)]) }
            var trial = self
            for option in dropped where trial.isTaken[option] { trial.drop(option) }
            var offered = sharing(rowsWith: dropped)
            for _ in 0..<16 { offered.append(draw(isTaken.count)) }
            for option in offered { liking[option] = 0.7 + Double(draw(600)) / 1000 }
            trial.fill(from: offered, below: cost, liking: liking)
            guard trial.isEnough else { continue }
            trial.dropNeedless(since: self)
            if trial.cost <= cost { self = trial }
        }
    }

    /// The options that share rows with some, those among them, ascending.
    private func sharing(rowsWith some: [Int]) -> [Int] {
        var isNear = [Bool](repeating: false, count: isTaken.count)
        for option in some { for other in cover.near[option] { isNear[Int(other)] = true } }
        return isTaken.indices.filter { isNear[$0] }
    }

    /// Gives back what nothing needs any more of the options that share rows with those taken since.
    private mutating func dropNeedless(since before: LeastCostChoice) {
        let near = sharing(rowsWith: isTaken.indices.filter { isTaken[$0] && !before.isTaken[$0] })
            .filter { isTaken[$0] }
        for option in near.sorted(by: { (cover.costs[$1], $0) < (cover.costs[$0], $1) }) {
            drop(option)
            if !isEnough { take(option) }
        }
    }
}
