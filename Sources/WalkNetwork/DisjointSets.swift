/// Disjoint sets of indices, each named by its smallest member (union–find, Tarjan 1975, with path halving).
struct DisjointSets {
    private var parents: ContiguousArray<Int32>

    /// Makes `count` sets of one index each.
    init(count: Int) { parents = ContiguousArray(0..<Int32(count)) }

    /// The smallest index in the set of this one.
    func representative(of index: Int) -> Int {
        var at = index
        while Int(parents[at]) != at { at = Int(parents[at]) }
        return at
    }

    /// The smallest index in the set of each.
    func representatives() -> ContiguousArray<Int32> {
        var all = parents
        // A parent is smaller than its children, so that its own is known by then.
        for index in all.indices { all[index] = all[Int(all[index])] }
        return all
    }

    /// Makes one set of the sets of two indices.
    mutating func unite(_ a: Int, _ b: Int) {
        let (first, second) = (halving(a), halving(b))
        if first < second { parents[second] = Int32(first) } else { parents[first] = Int32(second) }
    }

    private mutating func halving(_ index: Int) -> Int {
        var at = index
        while Int(parents[at]) != at {
            parents[at] = parents[Int(parents[at])]
            at = Int(parents[at])
        }
        return at
    }
}
