/// People sorted into tenths by how well the communities they live in are served, the worst first.
enum BuildOutTenths {
    /// Sorts places into tenths, 0 the worst served.
    ///
    /// Communities go by the share of their people whom what stands serves; of equal ones the larger is first. In that order a
    /// community belongs to the tenth of all people in which its first person stands, so that a tenth may hold more or fewer than
    /// a tenth of them, or nobody. Places outside all communities are taken as one.
    ///
    /// - Parameters:
    ///   - communities: the community of each place.
    ///   - count: how many communities there are.
    ///   - weights: how many people live in each place.
    ///   - covered: whether each place is served.
    /// - Returns: the tenth of each place.
    static func tenths(of communities: [Int?], count: Int, weights: [Double], covered: [Bool]) -> [Int] {
        var all = [Double](repeating: 0, count: count + 1)
        var served = all
        for (place, community) in communities.enumerated() {
            all[community ?? count] += weights[place]
            if covered[place] { served[community ?? count] += weights[place] }
        }
        let total = all.reduce(0, +)
        func share(_ unit: Int) -> Double { all[unit] > 0 ? served[unit] / all[unit] : 1 }
        let order = all.indices.sorted { a, b in
            (share(a), all[b], a) < (share(b), all[a], b)
        }
        var tenth = [Int](repeating: 9, count: count + 1)
        var before = 0.0
        for unit in order {
            tenth[unit] = total > 0 ? min(9, Int(before / total * 10 + 1e-9)) : 9
            before += all[unit]
        }
        return communities.map { tenth[$0 ?? count] }
    }
}
