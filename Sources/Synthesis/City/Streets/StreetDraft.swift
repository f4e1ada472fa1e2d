import Geometry

/// A stretch of street between two junctions of a draft.
struct StreetStretch: Sendable {
    let from: Int32
    let to: Int32
    /// Consecutive stretches of one line and kind become one way.
    let line: Int32
    let kind: StreetKind
    /// Vertices between its ends.
    let bends: UInt8
    var isBuilt: Bool
    /// Whether its ends would come apart without it.
    var isNeeded = false
}

/// Streets in the making: junctions, and the stretches that may be built between them.
struct StreetDraft: Sendable {
    var places: [PlanePoint] = []
    var kinds: [(junction: Int32, kind: NodeKind)] = []
    var stretches: [StreetStretch] = []
    /// The island that a junction lies on, for those that lie on one.
    var islands: [Int32: Int] = [:]
    private var lines: Int32 = 0

    mutating func junction(_ p: PlanePoint) -> Int32 {
        places.append(p)
        return Int32(places.count - 1)
    }

    /// A number for stretches that may become one way.
    mutating func line() -> Int32 {
        lines += 1
        return lines
    }

    mutating func add(
        _ from: Int32, _ to: Int32, line: Int32, _ kind: StreetKind, bends: Int = 0, isBuilt: Bool = true
    ) {
        stretches.append(
            StreetStretch(
                from: from, to: to, line: line, kind: kind, bends: UInt8(bends), isBuilt: isBuilt))
    }

    /// Builds what was left out wherever it would join parts that lie apart, and takes away what then still
    /// hangs on nothing: the mainland is one part, and so is each island.
    ///
    /// - Returns: the number of islands that have streets.
    mutating func connect() -> Int {
        var parts = DisjointParts(count: places.count)
        for s in stretches.indices where stretches[s].isBuilt && stretches[s].kind.isWalkable {
            stretches[s].isNeeded = parts.join(stretches[s].from, stretches[s].to)
        }
        for s in stretches.indices where !stretches[s].isBuilt && stretches[s].kind.isWalkable {
            guard parts.join(stretches[s].from, stretches[s].to) else { continue }
            (stretches[s].isBuilt, stretches[s].isNeeded) = (true, true)
        }

        var sizes = [Int32](repeating: 0, count: places.count)
        for stretch in stretches where stretch.isBuilt && stretch.kind.isWalkable {
            sizes[Int(parts.root(stretch.from))] += 1
        }
        guard let mainland = sizes.indices.max(by: { (sizes[$0], $1) < (sizes[$1], $0) }) else { return 0 }
        // The largest part on each island.
        var shores: [Int: Int32] = [:]
        for junction in places.indices {
            guard let island = islands[Int32(junction)] else { continue }
            let root = parts.root(Int32(junction))
            guard root != Int32(mainland), sizes[Int(root)] > 0 else { continue }
            if let other = shores[island], sizes[Int(other)] >= sizes[Int(root)] { continue }
            shores[island] = root
        }
        var keeps = [Bool](repeating: false, count: places.count)
        keeps[mainland] = true
        for root in shores.values { keeps[Int(root)] = true }

        for s in stretches.indices where stretches[s].isBuilt && stretches[s].kind.isWalkable {
            stretches[s].isBuilt = keeps[Int(parts.root(stretches[s].from))]
        }
        return shores.count
    }
}

/// Which junctions are joined to which (union–find by size, with path halving).
struct DisjointParts: Sendable {
    private var parents: [Int32]
    private var sizes: [Int32]

    init(count: Int) {
        parents = (0..<Int32(count)).map { $0 }
        sizes = [Int32](repeating: 1, count: count)
    }

    mutating func root(_ start: Int32) -> Int32 {
        var x = start
        while parents[Int(x)] != x {
            parents[Int(x)] = parents[Int(parents[Int(x)])]
            x = parents[Int(x)]
        }
        return x
    }

    /// Joins two parts; false where they were one already.
    mutating func join(_ a: Int32, _ b: Int32) -> Bool {
        var (p, q) = (root(a), root(b))
        guard p != q else { return false }
        if sizes[Int(p)] < sizes[Int(q)] { swap(&p, &q) }
        parents[Int(q)] = p
        sizes[Int(p)] += sizes[Int(q)]
        return true
    }
}
