import Siting

/// The best of all choices of sites, tried one by one; what a choice serves is a flow found by augmenting paths.
struct BruteForce {
    let problem: SitingProblem
    private var table: SitingTable { problem.table }

    /// The value of the objective at its best; nothing where no choice keeps the limits.
    func best() -> Double? {
        let asking = Set(
            table.demands.indices.filter { problem.servesEmptyPlaces || table.demands[$0].weight > 0 })
        let reach = Set(
            table.pairs.filter { table.candidates[$0.candidate].state != .excluded }.map(\.demand)
        ).intersection(asking)
        let all = table.demands.reduce(0) { $0 + $1.weight }
        let choices = allChoices()
        let full = choices.map { flow(open: $0.open, limit: .infinity).served }.max() ?? 0
        let needed = problem.share.map { $0 * all } ?? full
        let mostPlaces = problem.objective == .lscp ? self.mostPlaces : 0
        var best: Double?
        for choice in choices {
            let isWithin =
                problem.objective == .lscp
                || (choice.count <= problem.p ?? .max && choice.cost <= problem.budget ?? .infinity)
            guard isWithin else { continue }
            let flow = flow(open: choice.open, limit: .infinity)
            var value: Double?
            switch problem.objective {
            case .mclp: value = -flow.served
            case .lscp:
                if flow.served >= needed - 1e-9, places(near: choice.open) == mostPlaces {
                    value = Double(choice.count)
                }
            case .pMedian:
                if servesAll(choice.open, reach, .infinity) { value = flow.distance }
            case .pCenter:
                let distances = Set(table.pairs.map(\.distance)).sorted()
                value = reach.isEmpty ? 0 : distances.first { servesAll(choice.open, reach, $0) }
            }
            if let value { best = min(best ?? value, value) }
        }
        return problem.objective == .mclp ? best.map { -$0 } : best
    }

    /// What a choice comes to as it stands: who is served, the weighted distance or the largest one; nothing where the choice
    /// is none, or leaves somebody out whom the model must serve.
    func value(of sites: [Int]) -> Double? {
        let new = Set(table.candidates.indices.filter { table.candidates[$0].state != .existing })
        guard
            let choice = allChoices().first(where: { choice in
                new.filter { choice.open[$0] }.sorted() == sites
            })
        else { return nil }
        let asking = table.demands.indices.filter {
            problem.servesEmptyPlaces || table.demands[$0].weight > 0
        }
        let reach = Set(
            table.pairs.filter { table.candidates[$0.candidate].state != .excluded }.map(\.demand)
        ).intersection(asking)
        let flow = flow(open: choice.open, limit: .infinity)
        switch problem.objective {
        case .mclp: return flow.served
        case .lscp: return Double(sites.count)
        case .pMedian: return servesAll(choice.open, reach, .infinity) ? flow.distance : nil
        case .pCenter:
            let distances = Set(table.pairs.map(\.distance)).sorted()
            return reach.isEmpty ? 0 : distances.first { servesAll(choice.open, reach, $0) }
        }
    }

    /// How many places without people LSCP reaches at most, once the people that it asks for are served.
    var mostPlaces: Int {
        let choices = allChoices().map { ($0.open, flow(open: $0.open, limit: .infinity).served) }
        let most = choices.map(\.1).max() ?? 0
        let needed = problem.share.map { $0 * table.demands.reduce(0) { $0 + $1.weight } } ?? most
        return choices.filter { $0.1 >= needed - 1e-9 }.map { places(near: $0.0) }.max() ?? 0
    }

    private func places(near open: [Bool]) -> Int {
        guard problem.servesEmptyPlaces, problem.share ?? 1 >= 1 else { return 0 }
        let near = table.pairs.filter { open[$0.candidate] && table.demands[$0.demand].weight == 0 }
        return Set(near.map(\.demand)).count
    }

    private struct Choice {
        var open: [Bool]
        var count: Int
        var cost: Double
    }

    private func allChoices() -> [Choice] {
        let count = table.candidates.count
        return (0..<(1 << count)).compactMap { bits in
            var open = (0..<count).map { bits >> $0 & 1 == 1 }
            for (index, candidate) in table.candidates.enumerated() {
                switch candidate.state {
                case .excluded: if open[index] { return nil }
                case .required: if !open[index] { return nil }
                // The bit of an existing one is not a choice: it stands until it is replaced.
                case .existing: if !open[index] { return nil }
                case .free: break
                }
            }
            for (index, candidate) in table.candidates.enumerated() where open[index] {
                guard let replaced = candidate.replaces else { continue }
                if table.candidates[replaced].state == .existing { open[replaced] = false }
            }
            for index in 0..<count {
                let versions = [index] + (0..<count).filter { table.candidates[$0].replaces == index }
                if versions.count(where: { open[$0] }) > 1 { return nil }
            }
            let new = (0..<count).filter { open[$0] && table.candidates[$0].state != .existing }
            return Choice(
                open: open, count: new.count, cost: new.reduce(0) { $0 + (table.candidates[$1].cost ?? 0) })
        }
    }

    /// Whether demands can be served in full, those that weigh nothing among them.
    private func servesAll(_ open: [Bool], _ demands: Set<Int>, _ limit: Double) -> Bool {
        let near = Set(table.pairs.filter { open[$0.candidate] && $0.distance <= limit }.map(\.demand))
        guard demands.isSubset(of: near) else { return false }
        return flow(open: open, limit: limit).served >= demands.reduce(0) { $0 + table.demands[$1].weight }
    }

    /// The most that open sites can serve, and the least distance at which they do: shortest augmenting paths, a unit
    /// of demand at a time as far as the path carries.
    private func flow(open: [Bool], limit: Double) -> (served: Double, distance: Double) {
        let (n, m) = (table.demands.count, table.candidates.count)
        let (source, sink) = (n + m, n + m + 1)
        var edges: [(from: Int, to: Int, room: Double, cost: Double)] = []
        func connect(_ from: Int, _ to: Int, _ room: Double, _ cost: Double) {
            edges.append((from, to, room, cost))
            edges.append((to, from, 0, -cost))
        }
        for (index, demand) in table.demands.enumerated() { connect(source, index, demand.weight, 0) }
        for (index, candidate) in table.candidates.enumerated() where open[index] {
            connect(n + index, sink, candidate.capacity ?? 1e9, 0)
        }
        for pair in table.pairs where open[pair.candidate] && pair.distance <= limit {
            connect(pair.demand, n + pair.candidate, 1e9, pair.distance)
        }
        var (served, distance) = (0.0, 0.0)
        while true {
            var lengths = [Double](repeating: .infinity, count: n + m + 2)
            var last = [Int](repeating: -1, count: n + m + 2)
            lengths[source] = 0
            var isMoving = true
            while isMoving {
                isMoving = false
                for (index, edge) in edges.enumerated() where edge.room > 0 {
                    if lengths[edge.from] + edge.cost < lengths[edge.to] - 1e-12 {
                        lengths[edge.to] = lengths[edge.from] + edge.cost
                        last[edge.to] = index
                        isMoving = true
                    }
                }
            }
            guard lengths[sink] < .infinity else { return (served, distance) }
            var room = Double.infinity
            var node = sink
            while node != source {
                room = min(room, edges[last[node]].room)
                node = edges[last[node]].from
            }
            node = sink
            while node != source {
                edges[last[node]].room -= room
                edges[last[node] ^ 1].room += room
                node = edges[last[node]].from
            }
            served += room
            distance += room * lengths[sink]
        }
    }
}
