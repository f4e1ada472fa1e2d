/// Shortest walks from some places on the streets to every node within a limit, over columns that are used again.
///
/// A node's label is one number, the walk's micrometres above the bits of a rank: of two labels the smaller is the
/// shorter walk, and of equal walks that of the smaller rank. Open nodes stand in a ring of buckets of equal width
/// (Dial 1969), lists through one column of entries; a node that gets a smaller label is entered once more, and its
/// older entry is passed over when its bucket comes. Within a bucket nodes are taken in any order, and one taken too
/// early is entered again when something shorter leads to it (as delta-stepping corrects labels inside of a bucket,
/// Meyer and Sanders 2003). So no time goes into sorting, and the smallest labels do not depend on the order. Only
/// what the last search reached is reset before the next, so that a search costs what it reaches.
///
/// A search of the whole network waits for memory more than it computes: its arcs are several times what a core's own
/// cache holds, and facilities lie all over it. It therefore goes block by block, each a run of nodes that lie near
/// each other, takes a kilometre's worth of buckets of one before the next has its turn, and reads the arcs of a block
/// through from end to end before it takes them in the order of the buckets.
struct StreetSearch: Sendable {
    /// Marks a node that was not reached: farther than any walk, by so much that a tie may be added.
    static let unreached = Int64.max / 2
    /// A walk that is longer than the shortest by this much cannot be the same whole millimetre, in micrometres.
    static let tie: Int64 = 1000
    /// A bucket is 2²⁴ micrometres wide, 16.8 metres: less than most edges, so that few nodes are taken twice.
    private static let widthBits: Int64 = 24
    /// How many buckets are taken of one block of nodes before the next has its turn: a kilometre.
    private static let window = 64
    /// A block is 2¹³ nodes, whose labels and arcs take some 350 kB.
    private static let blockBits = 13
    /// A block with so many open nodes will be searched through, so that reading it in advance pays.
    private static let manyOpen = 32

    /// A walk of some length, in micrometres, that leads to a node from the facility of some rank.
    struct Label {
        let distance: Int64
        let rank: Int32
        let node: Int32
    }

    /// The first node of those that the search goes over.
    private let base: Int
    /// The label of each of them: micrometres above the bits of a rank.
    private(set) var labels: ContiguousArray<Int64>
    /// How many bits of a label are its rank's.
    let rankBits: Int64
    /// The first entry of each bucket, block after block a ring of them.
    private var firsts: ContiguousArray<Int32> = []
    private var entries: ContiguousArray<Entry>
    /// As many nodes as were reached, in no order of use, and room for all; empty where the search is wide.
    private var reachedNodes: ContiguousArray<Int32>
    private var blocks: ContiguousArray<Block>
    private let blockBits: Int
    private var open = Open()
    private var beginnings: ContiguousArray<Label> = []
    /// Labels that lost to a shorter walk by less than a tie though their rank is smaller, in no order of use.
    private(set) var contested: ContiguousArray<Label> = []
    /// What leads out of the nodes that the search goes over: labels of others.
    private(set) var outgoing: ContiguousArray<Label> = []

    /// An open node and the entry after it in its bucket, or in the list of free entries.
    private struct Entry {
        var node: Int32
        var next: Int32
    }

    /// How many entries stand in buckets, and which are free.
    private struct Open {
        var count = 0
        /// The first free entry of those used before; ``none`` where there is none.
        var free: Int32 = none
        /// How many entries have ever been used; those after them are free as well.
        var used = 0
        var reached = 0
        /// What came of reading in advance: of no use, but kept, or nothing would be read.
        var read: Int32 = 0
    }

    /// The open entries of a block of nodes.
    private struct Block {
        var count = 0
        /// No entry stands in a bucket before this one.
        var lowest = Int.max
        /// Whether its arcs have been read in advance.
        var isRead = false
    }

    private static let none: Int32 = -1

    /// Makes room for the nodes of a network.
    ///
    /// - Parameters:
    ///   - nodes: The nodes that it goes over, all of a network or some that follow each other.
    ///   - rankCount: How many ranks labels are told apart by; with a million, walks may be 4,000 kilometres long.
    ///   - isWide: Whether the search goes over large parts of them, and but once.
    init(nodes: Range<Int>, rankCount: Int = 1, isWide: Bool = false) {
        self.init(
            labels: ContiguousArray(repeating: Self.unreached, count: nodes.count), from: nodes.lowerBound,
            rankCount: rankCount, isWide: isWide)
    }

    /// Makes one search of several that have run over nodes which follow each other; it begins where they lead out.
    init(joining parts: [StreetSearch], rankCount: Int) {
        var labels = ContiguousArray<Int64>()
        labels.reserveCapacity(parts.reduce(0) { $0 + $1.labels.count })
        for part in parts { labels.append(contentsOf: part.labels) }
        self.init(labels: labels, from: parts.first?.base ?? 0, rankCount: rankCount, isWide: true)
        for part in parts {
            beginnings += part.outgoing
            contested += part.contested
        }
    }

    private init(labels: ContiguousArray<Int64>, from base: Int, rankCount: Int, isWide: Bool) {
        self.base = base
        self.labels = labels
        blockBits = isWide ? Self.blockBits : Int32.bitWidth
        blocks = ContiguousArray(repeating: Block(), count: max(labels.count - 1, 0) >> blockBits + 1)
        rankBits = Int64(Int.bitWidth - max(rankCount - 1, 0).leadingZeroBitCount)
        entries = ContiguousArray(repeating: Entry(node: 0, next: 0), count: 256)
        reachedNodes = ContiguousArray(repeating: 0, count: isWide ? 0 : labels.count)
    }

    /// The labels taken apart: the shortest walk to each node, in micrometres, and the smallest rank that has it.
    consuming func distancesAndRanks() -> (ContiguousArray<Int64>, ContiguousArray<Int32>) {
        let (bits, mask) = (rankBits, 1 &<< rankBits &- 1)
        var distances = labels
        // The only copy, so that it is changed in place.
        labels = []
        var ranks = ContiguousArray<Int32>(repeating: 0, count: distances.count)
        var filled = ranks.mutableSpan
        var taken = distances.mutableSpan
        for i in taken.indices where taken[i] != Self.unreached {
            filled[i] = Int32(truncatingIfNeeded: taken[i] & mask)
            taken[i] = taken[i] &>> bits
        }
        return (distances, ranks)
    }

    /// The nodes reached, in no order of use.
    var reached: ArraySlice<Int32> { reachedNodes[0..<open.reached] }

    /// Forgets the last search.
    mutating func restart() {
        for i in 0..<open.reached { labels[Int(reachedNodes[i])] = Self.unreached }
        open = Open()
        blocks[0] = Block()
        beginnings.removeAll(keepingCapacity: true)
        contested.removeAll(keepingCapacity: true)
    }

    /// Begins at those ends of the edge that a walk sets out on that the search goes over, after a leg in micrometres.
    mutating func begin(at landing: Landing, leg: Int64, rank: Int32 = 0, on network: WalkNetwork) {
        let edge = landing.edge
        let rest = network.edgeLengths[edge] - landing.position
        for (distance, node) in [
            (leg + landing.position, network.edgeStarts[edge]), (leg + rest, network.edgeEnds[edge]),
        ] where Int(node) >= base && Int(node) < base + labels.count {
            beginnings.append(Label(distance: distance, rank: rank, node: node))
        }
    }

    /// Begins at a node.
    mutating func begin(at node: Int32) { beginnings.append(Label(distance: 0, rank: 0, node: node)) }

    /// Walks on from where the search begins until nothing within the limit (micrometres) is left.
    mutating func run(on network: WalkNetwork, limit: Int64) {
        makeRing(on: network, limit: limit)
        let rules = Rules(
            limit: limit, base: base, rankBits: rankBits, blockBits: blockBits,
            ringCount: firsts.count / blocks.count)
        enterBeginnings(rules)
        while open.count > 0 {
            Self.walkOn(
                over: network, rules, &labels, &firsts, &entries, &reachedNodes, &blocks, &contested,
                &outgoing, &open)
            // The column of entries is full.
            if open.count > 0 { growEntries() }
        }
    }

    /// What stays the same while a search runs; walks are in the units of labels.
    private struct Rules {
        let limit: Int64
        let tie: Int64
        let base: Int
        let rankBits: Int64
        let rankMask: Int64
        /// How many bits of a label do not count for its bucket.
        let width: Int64
        let ringBits: Int
        let blockBits: Int
        private let ringMask: Int

        init(limit: Int64, base: Int, rankBits: Int64, blockBits: Int, ringCount: Int) {
            self.base = base
            self.blockBits = blockBits
            ringBits = ringCount.trailingZeroBitCount
            self.rankBits = rankBits
            rankMask = 1 &<< rankBits &- 1
            tie = StreetSearch.tie &<< rankBits
            width = StreetSearch.widthBits + rankBits
            ringMask = ringCount - 1
            let longest = StreetSearch.unreached &>> rankBits - 2 * StreetSearch.tie
            self.limit = min(limit, longest) &<< rankBits | rankMask
        }

        /// The bucket that a label belongs in, counted from no walk at all.
        @inline(__always)
        func bucket(of label: Int64) -> Int { Int(label &>> width) }

        /// Where the list of a bucket begins that holds nodes of a block.
        @inline(__always)
        func slot(of bucket: Int, inBlock block: Int) -> Int { block &<< ringBits | bucket & ringMask }
    }

    /// Makes the ring so long that all nodes that can be open at once fall into different buckets or the same.
    private mutating func makeRing(on network: WalkNetwork, limit: Int64) {
        let longest = min(beginnings.reduce(network.longestEdge) { max($0, $1.distance) }, limit)
        var size = max(firsts.count / blocks.count, 64)
        while size < longest >> Self.widthBits + Int64(Self.window) + 2 { size *= 2 }
        if size * blocks.count > firsts.count {
            firsts = ContiguousArray(repeating: Self.none, count: size * blocks.count)
        }
    }

    private mutating func growEntries() {
        entries.append(contentsOf: repeatElement(Entry(node: 0, next: 0), count: entries.count))
    }

    private mutating func enterBeginnings(_ rules: Rules) {
        while entries.count < open.used + beginnings.count { growEntries() }
        Self.enter(beginnings, rules, &labels, &firsts, &entries, &reachedNodes, &blocks, &contested, &open)
    }

    // Spans of several columns of one value can be had side by side where each is a parameter of its own.

    private static func enter(
        _ beginnings: ContiguousArray<Label>, _ rules: Rules, _ labels: inout ContiguousArray<Int64>,
        _ firsts: inout ContiguousArray<Int32>, _ entries: inout ContiguousArray<Entry>,
        _ reachedNodes: inout ContiguousArray<Int32>, _ blocks: inout ContiguousArray<Block>,
        _ contested: inout ContiguousArray<Label>,
        _ open: inout Open
    ) {
        var labels = labels.mutableSpan
        var firsts = firsts.mutableSpan
        var entries = entries.mutableSpan
        var reachedNodes = reachedNodes.mutableSpan
        var blocks = blocks.mutableSpan
        for begin in beginnings {
            let label = begin.distance &<< rules.rankBits | Int64(begin.rank)
            if let lost = offer(
                begin.node, label, rules, &labels, &firsts, &entries, &reachedNodes, &blocks, &open)
            {
                contested.append(lost.unpacked(begin.node, rules))
            }
        }
    }

    /// Takes open nodes, block by block and in a block the nearest first, until none is left or the entries do not
    /// suffice.
    private static func walkOn(
        over network: WalkNetwork, _ rules: Rules, _ labels: inout ContiguousArray<Int64>,
        _ firsts: inout ContiguousArray<Int32>, _ entries: inout ContiguousArray<Entry>,
        _ reachedNodes: inout ContiguousArray<Int32>, _ blocks: inout ContiguousArray<Block>,
        _ contested: inout ContiguousArray<Label>, _ outgoing: inout ContiguousArray<Label>,
        _ state: inout Open
    ) {
        let (offsets, arcs) = (network.arcOffsets, network.arcs.short)
        let allArcs = network.arcs
        var labels = labels.mutableSpan
        var firsts = firsts.mutableSpan
        var entries = entries.mutableSpan
        var reachedNodes = reachedNodes.mutableSpan
        var blocks = blocks.mutableSpan
        var open = state
        defer { state = open }
        while open.count > 0 {
            var lowest = Int.max
            for block in blocks.indices { lowest = min(lowest, blocks[block].lowest) }
            let end = lowest + window
            for block in blocks.indices where blocks[block].lowest < end {
                var bucket = blocks[block].lowest
                if !blocks[block].isRead, blocks[block].count >= manyOpen {
                    blocks[block].isRead = true
                    let first = rules.base + block << rules.blockBits
                    let end = min(first + 1 << rules.blockBits, rules.base + labels.count)
                    let line = 64 / MemoryLayout<SearchArc>.stride
                    for index in stride(from: Int(offsets[first]), to: Int(offsets[end]), by: line) {
                        open.read &+= arcs[index].target
                    }
                }
                while blocks[block].count > 0, bucket < end {
                    let slot = rules.slot(of: bucket, inBlock: block)
                    let first = firsts[slot]
                    guard first >= 0 else {
                        bucket += 1
                        continue
                    }
                    let entry = entries[Int(first)]
                    let node = Int(entry.node)
                    let (from, to) = (Int(offsets[node]), Int(offsets[node + 1]))
                    guard open.used + (to - from) <= entries.count else {
                        blocks[block].lowest = bucket
                        return
                    }
                    firsts[slot] = entry.next
                    entries[Int(first)].next = open.free
                    open.free = first
                    open.count -= 1
                    blocks[block].count -= 1
                    let label = labels[node &- rules.base]
                    // An older entry of a node that has been taken since.
                    guard rules.bucket(of: label) == bucket else { continue }
                    for index in from..<to {
                        let arc = arcs[index]
                        var length = Int64(arc.length)
                        if arc.length == SearchArc.long {
                            length = allArcs.length(ofLong: index)
                            guard length <= rules.limit >> rules.rankBits else { continue }
                        }
                        let next = label &+ length &<< rules.rankBits
                        guard labels.indices.contains(Int(arc.target) &- rules.base) else {
                            if next <= rules.limit {
                                outgoing.append(Lost(label: next).unpacked(arc.target, rules))
                            }
                            continue
                        }
                        if let lost = offer(
                            arc.target, next, rules, &labels, &firsts, &entries, &reachedNodes, &blocks,
                            &open)
                        {
                            contested.append(lost.unpacked(arc.target, rules))
                        }
                    }
                }
                blocks[block].lowest = blocks[block].count > 0 ? bucket : Int.max
            }
        }
    }

    /// A label that did not become the node's, or not here.
    private struct Lost {
        let label: Int64

        func unpacked(_ node: Int32, _ rules: Rules) -> Label {
            Label(
                distance: label &>> rules.rankBits, rank: Int32(truncatingIfNeeded: label & rules.rankMask),
                node: node)
        }
    }

    /// Gives a node a label, unless it has a smaller one.
    ///
    /// - Returns: The label that lost, where the loser's rank is smaller and its walk longer by less than a tie.
    @inline(__always)
    private static func offer(
        _ node: Int32, _ label: Int64, _ rules: Rules, _ labels: inout MutableSpan<Int64>,
        _ firsts: inout MutableSpan<Int32>, _ entries: inout MutableSpan<Entry>,
        _ reachedNodes: inout MutableSpan<Int32>, _ blocks: inout MutableSpan<Block>, _ open: inout Open
    ) -> Lost? {
        let index = Int(node) &- rules.base
        let known = labels[index]
        guard label < known &+ rules.tie, label <= rules.limit else { return nil }
        var lost: Lost?
        if label >= known {
            return label & rules.rankMask < known & rules.rankMask ? Lost(label: label) : nil
        } else if known == unreached {
            if open.reached < reachedNodes.count {
                reachedNodes[open.reached] = node
                open.reached += 1
            }
        } else if known &- label < rules.tie, known & rules.rankMask < label & rules.rankMask {
            lost = Lost(label: known)
        }
        labels[index] = label
        let bucket = rules.bucket(of: label)
        var entry = open.free
        if entry >= 0 {
            open.free = entries[Int(entry)].next
        } else {
            entry = Int32(truncatingIfNeeded: open.used)
            open.used += 1
        }
        let block = index &>> rules.blockBits
        let slot = rules.slot(of: bucket, inBlock: block)
        entries[Int(entry)] = Entry(node: node, next: firsts[slot])
        firsts[slot] = entry
        open.count += 1
        blocks[block].count += 1
        if bucket < blocks[block].lowest { blocks[block].lowest = bucket }
        return lost
    }
}
