internal import Geometry

/// What a place is called where pieces of a boundary meet.
struct PlaceName: Hashable, BitwiseCopyable {
    let number: Int

    /// No place.
    static let nowhere = PlaceName(number: -1)

    /// Where borders meet.
    static func corner(_ corner: Int) -> PlaceName { PlaceName(number: corner << 2) }

    /// Where what one face leaves comes to nothing along a border: which face (0 left, 1 right), and which time.
    static func crossing(_ border: Int, _ side: Int, _ number: Int) -> PlaceName {
        PlaceName(number: ((border << 1 | side) << 12 | number) << 2 | 1)
    }

    /// Where what is left comes to nothing on the street itself: on which stretch of its profile.
    static func street(_ segment: Int, _ stretch: Int) -> PlaceName {
        PlaceName(number: (segment << 12 | stretch) << 2 | 2)
    }
}

/// Pieces of a boundary, the inside on their left, and the rings that they make.
struct BoundaryPieces {
    private struct Piece: BitwiseCopyable {
        var from: PlaceName
        var to: PlaceName
        let first: Int32
        let count: Int32
        var isUsed = false
        /// Whether other pieces begin where it does.
        var isRival = false
        /// Whether another piece begins where the one that follows does.
        var isPinched = false
    }

    /// A ring of the boundary, its first corner given once more as its last.
    struct Outline {
        let corners: [PlanePoint]
        /// The corners, but for the first, at which it comes by a place where two rings may touch; ascending.
        let touches: [Int]
    }

    private var pieces: ContiguousArray<Piece> = []
    private var points: ContiguousArray<PlanePoint> = []
    /// Pieces by where they begin: a table of open addresses, twice as large as it need be.
    private var table: ContiguousArray<Int32> = []
    private var mask = 0
    /// The pieces of one ring.
    private var chain: ContiguousArray<Int32> = []

    /// Forgets everything.
    mutating func removeAll() {
        pieces.removeAll(keepingCapacity: true)
        points.removeAll(keepingCapacity: true)
    }

    /// Begins a piece; one that was begun and never ended is forgotten.
    @inline(__always)
    mutating func begin() {
        let end = pieces.last.map { Int($0.first + $0.count) } ?? 0
        if points.count > end { points.removeLast(points.count - end) }
    }

    /// Adds a point to the piece begun.
    @inline(__always)
    mutating func add(_ point: PlanePoint) { points.append(point) }

    /// Ends a piece; its points are then taken from the last to the first, if it is reversed.
    mutating func end(from: PlaceName, to: PlaceName, isReversed: Bool) {
        let first = pieces.last.map { $0.first + $0.count } ?? 0
        let count = Int32(points.count) - first
        if isReversed {
            var (low, high) = (Int(first), points.count - 1)
            while low < high {
                points.swapAt(low, high)
                (low, high) = (low + 1, high - 1)
            }
        }
        pieces.append(
            Piece(
                from: isReversed ? to : from, to: isReversed ? from : to, first: first, count: count))
    }

    /// Adds what another collection holds.
    mutating func append(_ other: BoundaryPieces) {
        begin()
        let shift = Int32(points.count)
        points += other.points
        for piece in other.pieces {
            pieces.append(
                Piece(from: piece.from, to: piece.to, first: piece.first + shift, count: piece.count))
        }
    }

    /// The rings that all pieces make, closed, the inside on the left.
    mutating func rings() -> [Outline] {
        if let rings = rings(joinsLoose: false) { return rings }
        tieLooseEnds()
        return rings(joinsLoose: true) ?? []
    }

    /// The rings; nothing where the end of a piece is nobody's beginning, unless such a piece is to be joined to its
    /// ring's first.
    private mutating func rings(joinsLoose: Bool) -> [Outline]? {
        index()
        var rings: [Outline] = []
        for first in pieces.indices where !pieces[first].isUsed {
            chain.removeAll(keepingCapacity: true)
            var isPinched = false
            var at = first
            while true {
                pieces[at].isUsed = true
                chain.append(Int32(at))
                let next = following(at, first: first)
                if pieces[at].isPinched { isPinched = true }
                if next < 0 && !joinsLoose { return nil }
                if next < 0 || next == first { break }
                at = next
            }
            if !isPinched {
                addRing(chain[...], to: &rings)
                continue
            }
            // What comes by one place twice is two rings that touch there.
            var open: ContiguousArray<Int32> = []
            for piece in chain {
                open.append(piece)
                guard pieces[Int(piece)].isPinched else { continue }
                let to = pieces[Int(piece)].to
                guard let begin = open.lastIndex(where: { pieces[Int($0)].from == to }) else { continue }
                addRing(open[begin...], to: &rings)
                open.removeLast(open.count - begin)
            }
            if !open.isEmpty { addRing(open[...], to: &rings) }
        }
        return rings
    }

    /// Gives one name to the end of a piece that nothing follows and the nearest beginning that follows nothing.
    ///
    /// Where a border comes to a street just where the walk ends, rounding lets that place have two names; and where
    /// another street leaves a face less than a metre's room, one side of the street may lack the piece that goes on along
    /// it. Nearest go first: all that is left open is closed by the shortest lines.
    private mutating func tieLooseEnds() {
        var balances: [PlaceName: Int] = [:]
        for piece in pieces {
            balances[piece.from, default: 0] += 1
            balances[piece.to, default: 0] -= 1
        }
        var (ends, starts): ([Int], [Int]) = ([], [])
        for at in pieces.indices {
            pieces[at].isUsed = false
            pieces[at].isRival = false
            pieces[at].isPinched = false
            if let balance = balances[pieces[at].to], balance < 0 {
                balances[pieces[at].to] = balance + 1
                ends.append(at)
            }
            if let balance = balances[pieces[at].from], balance > 0 {
                balances[pieces[at].from] = balance - 1
                starts.append(at)
            }
        }
        var ties: [(distance: Double, end: Int, start: Int)] = []
        for end in ends {
            let p = points[Int(pieces[end].first + pieces[end].count) - 1]
            for start in starts {
                ties.append((points[Int(pieces[start].first)].distance(to: p), end, start))
            }
        }
        var tied = Set<Int>()
        for (_, end, start) in ties.sorted(by: { $0 < $1 }) {
            // A piece's end and its beginning are two things, even of one piece.
            guard !tied.contains(2 * end), !tied.contains(2 * start + 1) else { continue }
            tied.formUnion([2 * end, 2 * start + 1])
            let name = PlaceName(number: -1 - tied.count)
            (pieces[end].to, pieces[start].from) = (name, name)
        }
    }

    private func addRing(_ chain: ContiguousArray<Int32>.SubSequence, to rings: inout [Outline]) {
        var ring: [PlanePoint] = []
        var touches: [Int] = []
        var last = PlanePoint(x: .infinity, y: .infinity)
        ring.reserveCapacity(chain.reduce(1) { $0 + Int(pieces[Int($1)].count) })
        for index in chain {
            let piece = pieces[Int(index)]
            for k in Int(piece.first)..<Int(piece.first + piece.count) {
                let point = points[k]
                if Self.isSame(last, point) { continue }
                ring.append(point)
                last = point
            }
            if piece.isPinched { touches.append(ring.count - 1) }
        }
        if ring.count > 1, Self.isSame(ring[0], ring[ring.count - 1]) { ring.removeLast() }
        guard ring.count >= 3 else { return }
        ring.append(ring[0])
        rings.append(Outline(corners: ring, touches: touches))
    }

    @inline(__always)
    private static func isSame(_ p: PlanePoint, _ q: PlanePoint) -> Bool {
        abs(p.x - q.x) < 1e-5 && abs(p.y - q.y) < 1e-5
    }

    private mutating func index() {
        var size = 64
        while size < 2 * pieces.count { size *= 2 }
        if table.count < size { table = ContiguousArray(repeating: -1, count: size) }
        for i in 0..<size { table[i] = -1 }
        mask = size - 1
        for index in pieces.indices {
            let name = pieces[index].from
            var at = slot(name)
            while table[at] >= 0 {
                let other = Int(table[at])
                if pieces[other].from == name {
                    pieces[other].isRival = true
                    pieces[index].isRival = true
                }
                at = (at + 1) & mask
            }
            table[at] = Int32(index)
        }
    }

    @inline(__always)
    private func slot(_ name: PlaceName) -> Int {
        let hash = UInt64(bitPattern: Int64(name.number)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: hash >> 32) & mask
    }

    /// The piece after another: of several the one that turns farthest to the left, so that rings only touch.
    private mutating func following(_ index: Int, first: Int) -> Int {
        let name = pieces[index].to
        var at = slot(name)
        while table[at] >= 0 {
            let candidate = Int(table[at])
            if pieces[candidate].from == name {
                guard !pieces[candidate].isRival else { return farthestLeft(index, first: first, from: at) }
                return !pieces[candidate].isUsed || candidate == first ? candidate : -1
            }
            at = (at + 1) & mask
        }
        return -1
    }

    /// The piece after another, where several begin: looked for from some place of the table on.
    private mutating func farthestLeft(_ index: Int, first: Int, from start: Int) -> Int {
        let name = pieces[index].to
        pieces[index].isPinched = true
        var (best, bestTurn) = (-1, -Double.infinity)
        var at = start
        while table[at] >= 0 {
            let candidate = Int(table[at])
            if pieces[candidate].from == name, !pieces[candidate].isUsed || candidate == first {
                let own = turn(index, candidate)
                if best < 0 || own > bestTurn { (best, bestTurn) = (candidate, own) }
            }
            at = (at + 1) & mask
        }
        return best
    }

    /// How far left a piece turns off another: from -2 (back) through 0 (straight on) to 2 (back).
    private func turn(_ index: Int, _ next: Int) -> Double {
        let end = Int(pieces[index].first + pieces[index].count)
        let begin = Int(pieces[next].first)
        let a = points[end - 1].vector - points[end - 2].vector
        let b = points[begin + 1].vector - points[begin].vector
        let (cross, dot) = (a.cross(b), a.dot(b))
        let scale = abs(cross) + abs(dot)
        guard scale > 0 else { return 0 }
        return cross >= 0 ? 1 - dot / scale : dot / scale - 1
    }
}
