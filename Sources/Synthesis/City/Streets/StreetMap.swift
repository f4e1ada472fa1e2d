import Geometry

/// The finished streets as columns, ready to be written as an OpenStreetMap extract.
struct StreetMap: Sendable {
    /// A place per node; its id is the index plus one.
    private(set) var nodes: [MicroCoordinate] = []
    /// Nodes with tags, ascending.
    private(set) var nodeKinds: [(node: Int32, kind: NodeKind)] = []
    private(set) var wayOffsets: [Int32] = [0]
    private(set) var wayNodes: [Int32] = []
    private(set) var wayKinds: [StreetKind] = []
    /// Walkable nodes of each connected part, the largest first.
    private(set) var walkableParts: [Int] = []

    /// Draws what a draft has built: consecutive stretches of one line and kind become one way, and bends
    /// become nodes.
    init(_ draft: StreetDraft, ground: CityGround) {
        var random = SeededGenerator(seed: ground.seed, stream: .curves)
        var nodeOf = [Int32](repeating: -1, count: draft.places.count)
        var kinds: [Int32: NodeKind] = [:]
        for (junction, kind) in draft.kinds { kinds[junction] = kind }
        var parts = DisjointParts(count: draft.places.count)
        var bendsOfPart = [Int](repeating: 0, count: draft.places.count)
        var isWalked = [Bool](repeating: false, count: draft.places.count)

        func number(_ junction: Int32) -> Int32 {
            if nodeOf[Int(junction)] < 0 {
                nodeOf[Int(junction)] = Int32(nodes.count)
                nodes.append(ground.frame.coordinate(draft.places[Int(junction)]))
                if let kind = kinds[junction] { nodeKinds.append((nodeOf[Int(junction)], kind)) }
            }
            return nodeOf[Int(junction)]
        }

        var previous: StreetStretch?
        for stretch in draft.stretches where stretch.isBuilt {
            let goesOn =
                previous.map {
                    $0.line == stretch.line && $0.kind == stretch.kind && $0.to == stretch.from
                } ?? false
            if !goesOn {
                if previous != nil { wayOffsets.append(Int32(wayNodes.count)) }
                wayKinds.append(stretch.kind)
                wayNodes.append(number(stretch.from))
            }
            previous = stretch

            let (p, q) = (draft.places[Int(stretch.from)], draft.places[Int(stretch.to)])
            let isBridge = stretch.kind == .bridge
            var swing = isBridge ? 0 : random.between(-0.09, 0.09)
            func bend(_ number: Int) -> PlanePoint {
                let t = Double(number) / Double(stretch.bends + 1)
                let aside = 4 * t * (1 - t) * swing
                return PlanePoint(
                    x: p.x + (q.x - p.x) * t - (q.y - p.y) * aside,
                    y: p.y + (q.y - p.y) * t + (q.x - p.x) * aside)
            }
            let numbers = stride(from: 1, through: Int(stretch.bends), by: 1)
            // What would swing into the water runs straight.
            if numbers.contains(where: { ground.waters.contains(bend($0)) }) { swing = 0 }
            for place in numbers.map(bend) {
                // A node that lets nobody through stands only where there is a way around.
                if !isBridge, random.chance(0.012) {
                    let blocks = !stretch.isNeeded && random.chance(0.3)
                    nodeKinds.append((Int32(nodes.count), blocks ? .blocked : .bollard))
                }
                wayNodes.append(Int32(nodes.count))
                nodes.append(ground.frame.coordinate(place))
            }
            wayNodes.append(number(stretch.to))

            if stretch.kind.isWalkable {
                _ = parts.join(stretch.from, stretch.to)
                bendsOfPart[Int(stretch.from)] += Int(stretch.bends)
                isWalked[Int(stretch.from)] = true
                isWalked[Int(stretch.to)] = true
            }
        }
        if previous != nil { wayOffsets.append(Int32(wayNodes.count)) }

        var sizes = [Int](repeating: 0, count: draft.places.count)
        for junction in draft.places.indices where isWalked[junction] {
            sizes[Int(parts.root(Int32(junction)))] += 1 + bendsOfPart[junction]
        }
        walkableParts = sizes.filter { $0 > 0 }.sorted(by: >)
    }
}
