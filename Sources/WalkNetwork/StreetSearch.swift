/// Shortest walks from some places on the streets to every node within a limit, over columns that are used again.
///
/// Open nodes stand in a ring of buckets of equal width (Dial 1969), a node in one bucket at most, in lists that run
/// through a column as long as the nodes: nothing grows while it runs. Within a bucket nodes are taken in any order,
/// and one taken too early is put in again when something shorter leads to it (as delta-stepping corrects labels
/// inside of a bucket, Meyer and Sanders 2003). So no time goes into sorting, and the shortest walks, being whole
/// micrometres, do not depend on the order. Only what the last search reached is reset before the next, so that a
/// search costs what it reaches.
struct StreetSearch: Sendable {
    /// Marks a node that was not reached: farther than any walk, by so much that a tie may be added.
    static let unreached = Int64.max / 2
    /// A walk that is longer than the shortest by this much cannot be the same whole millimetre, in micrometres.
    static let tie: Int64 = 1000
    /// A bucket is 2²⁴ micrometres wide, 16.8 metres: less than most edges, so that few nodes are taken twice.
    private static let widthBits: Int64 = 24

    /// A walk of some length, in micrometres, that leads to a node from the facility of some rank.
    struct Label {
        let distance: Int64
        let rank: Int32
        let node: Int32
    }

    /// The shortest walk to each node, in micrometres.
    private(set) var distances: ContiguousArray<Int64>
    private var standings: ContiguousArray<Standing>
    /// The first open node of each bucket of the ring.
    private var firsts: ContiguousArray<Int32> = []
    /// As many nodes as were reached, in no order of use, and room for all.
    private var reachedNodes: ContiguousArray<Int32>
    private var reachedCount = 0
    private var openCount = 0
    private var beginnings: ContiguousArray<Label> = []
    /// Labels that lost to a shorter walk by less than a tie though their rank is smaller, in no order of use.
    private(set) var contested: ContiguousArray<Label> = []

    /// The smallest rank of those that have a node's shortest walk, and where the node stands while it is open.
    private struct Standing {
        var rank: Int32
        var next: Int32
        /// The node before it in its bucket; ``none`` for the first, ``closed`` for a node that is not open.
        var previous: Int32

        static let none: Int32 = -1
        static let closed: Int32 = -2
    }

    /// Makes room for the nodes of a network.
    init(nodeCount: Int) {
        distances = ContiguousArray(repeating: Self.unreached, count: nodeCount)
        standings = ContiguousArray(
            repeating: Standing(rank: 0, next: Standing.none, previous: Standing.closed), count: nodeCount)
        reachedNodes = ContiguousArray(repeating: 0, count: nodeCount)
    }

    /// The nodes reached, in no order of use.
    var reached: ArraySlice<Int32> { reachedNodes[0..<reachedCount] }

    /// The smallest rank of those that reach a node by its shortest walk.
    func rank(of node: Int) -> Int32 { standings[node].rank }

    /// Forgets the last search.
    mutating func restart() {
        for i in 0..<reachedCount { distances[Int(reachedNodes[i])] = Self.unreached }
        reachedCount = 0
        beginnings.removeAll(keepingCapacity: true)
        contested.removeAll(keepingCapacity: true)
    }

    /// Begins at both ends of the edge that a walk sets out on, after a leg in micrometres.
    mutating func begin(at landing: Landing, leg: Int64, rank: Int32 = 0, on network: WalkNetwork) {
        let edge = landing.edge
        let rest = network.edgeLengths[edge] - landing.position
        beginnings.append(
            Label(distance: leg + landing.position, rank: rank, node: network.edgeStarts[edge]))
        beginnings.append(Label(distance: leg + rest, rank: rank, node: network.edgeEnds[edge]))
    }

    /// Walks on from where the search begins until nothing within the limit (micrometres) is left.
    mutating func run(on network: WalkNetwork, limit: Int64) {
        makeRing(on: network, limit: limit)
        for label in beginnings { offer(label.node, label.distance, label.rank, limit: limit) }
        let (offsets, arcs) = (network.arcOffsets.span, network.arcs.span)
        var bucket = 0
        while openCount > 0 {
            let first = firsts[bucket & (firsts.count - 1)]
            guard first >= 0 else {
                bucket += 1
                continue
            }
            let node = Int(first)
            let rank = standings[node].rank
            close(node, inBucket: bucket & (firsts.count - 1))
            let distance = distances[node]
            for index in Int(offsets[node])..<Int(offsets[node + 1]) {
                let arc = arcs[index]
                offer(arc.target, distance + arc.length, rank, limit: limit)
            }
        }
    }

    /// Makes the ring so long that all nodes that can be open at once fall into different buckets or the same.
    private mutating func makeRing(on network: WalkNetwork, limit: Int64) {
        let longest = min(beginnings.reduce(network.longestEdge) { max($0, $1.distance) }, limit)
        var size = max(firsts.count, 64)
        while size < longest >> Self.widthBits + 2 { size *= 2 }
        if size > firsts.count { firsts = ContiguousArray(repeating: Standing.none, count: size) }
    }

    /// Gives a node a label, unless what it has leaves it no chance.
    @inline(__always)
    private mutating func offer(_ node: Int32, _ distance: Int64, _ rank: Int32, limit: Int64) {
        let index = Int(node)
        let known = distances[index]
        guard distance < known + Self.tie, distance <= limit else { return }
        if distance >= known {
            guard rank < standings[index].rank else { return }
            if distance > known {
                contested.append(Label(distance: distance, rank: rank, node: node))
                return
            }
        } else if known == Self.unreached {
            reachedNodes[reachedCount] = node
            reachedCount += 1
        } else if known - distance < Self.tie, standings[index].rank < rank {
            contested.append(Label(distance: known, rank: standings[index].rank, node: node))
        }
        if standings[index].previous != Standing.closed {
            close(index, inBucket: Int(known >> Self.widthBits) & (firsts.count - 1))
        }
        let bucket = Int(distance >> Self.widthBits) & (firsts.count - 1)
        let next = firsts[bucket]
        if next >= 0 { standings[Int(next)].previous = node }
        standings[index] = Standing(rank: rank, next: next, previous: Standing.none)
        firsts[bucket] = node
        openCount += 1
        distances[index] = distance
    }

    /// Takes an open node out of its bucket.
    @inline(__always)
    private mutating func close(_ node: Int, inBucket bucket: Int) {
        let standing = standings[node]
        if standing.next >= 0 { standings[Int(standing.next)].previous = standing.previous }
        if standing.previous >= 0 {
            standings[Int(standing.previous)].next = standing.next
        } else {
            firsts[bucket] = standing.next
        }
        standings[node].previous = Standing.closed
        openCount -= 1
    }
}
