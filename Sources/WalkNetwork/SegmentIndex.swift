internal import Geometry

/// A packed tree of boxes over the segments of a network: finds the nearest, and those near a box.
///
/// Segments are sorted along a Hilbert curve and boxed eight at a time, level upon level (a packed Hilbert R-tree,
/// Kamel and Faloutsos 1993).
struct SegmentIndex: Sendable {
    private static let fanout = 8

    /// Segments (named by their first vertex) in the order of the curve.
    let order: Column<Int32>
    /// Boxes of all levels, the lowest first.
    let boxes: Column<Envelope<PlanePoint>>
    /// Where each level begins in `boxes`, and one entry more.
    private let levels: [Int]
    private let locations: Column<PlanePoint>

    /// Sorts and boxes all segments of all edges.
    init(locations: Column<PlanePoint>, edgeOffsets: Column<Int32>) {
        self.locations = locations
        guard let extent = Envelope(aroundAll: locations) else {
            (order, boxes, levels) = ([], [], [0])
            return
        }
        let order = Self.order(over: extent, locations: locations, edgeOffsets: edgeOffsets)
        var boxes: ContiguousArray<Envelope<PlanePoint>> = []
        boxes.reserveCapacity(order.count / (Self.fanout - 1) + Self.fanout)
        for group in stride(from: 0, to: order.count, by: Self.fanout) {
            var box = Envelope(at: locations[Int(order[group])])
            for i in group..<min(group + Self.fanout, order.count) {
                box.widen(to: locations[Int(order[i])])
                box.widen(to: locations[Int(order[i]) + 1])
            }
            boxes.append(box)
        }
        let levels = Self.levels(ofSegments: order.count)
        for level in 1..<max(levels.count - 1, 1) {
            let below = levels[level - 1]..<levels[level]
            for group in stride(from: below.lowerBound, to: below.upperBound, by: Self.fanout) {
                var box = boxes[group]
                for member in group..<min(group + Self.fanout, below.upperBound) {
                    box.extend(to: boxes[member])
                }
                boxes.append(box)
            }
        }
        self.order = Column(order)
        self.boxes = Column(boxes)
        self.levels = levels
    }

    /// The index of its columns; nothing where they do not fit together.
    init?(
        order: Column<Int32>, boxes: Column<Envelope<PlanePoint>>, locations: Column<PlanePoint>
    ) {
        let levels = Self.levels(ofSegments: order.count)
        guard boxes.count == levels[levels.count - 1] else { return nil }
        (self.order, self.boxes, self.levels, self.locations) = (order, boxes, levels, locations)
    }

    /// Where each level of boxes begins, and one entry more.
    private static func levels(ofSegments count: Int) -> [Int] {
        var levels = [0]
        var size = count
        while size > 0 {
            size = (size + fanout - 1) / fanout
            levels.append(levels[levels.count - 1] + size)
            if size == 1 { break }
        }
        return levels
    }

    /// All segments, named by their first vertex, by their middles along the curve.
    private static func order(
        over extent: Envelope<PlanePoint>, locations: Column<PlanePoint>, edgeOffsets: Column<Int32>
    ) -> ContiguousArray<Int32> {
        let curve = HilbertCurve(over: extent)
        var keys = ContiguousArray<UInt64>()
        keys.reserveCapacity(locations.count)
        for edge in 0..<max(edgeOffsets.count - 1, 0) {
            for v in Int(edgeOffsets[edge])..<Int(edgeOffsets[edge + 1]) - 1 {
                let (a, b) = (locations[v], locations[v + 1])
                let middle = PlanePoint(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
                keys.append(UInt64(curve.number(of: middle)) << 32 | UInt64(v))
            }
        }
        // They come by their own numbers, and the sort is stable.
        RadixSort.sort(&keys, fromBit: 32)
        var order = ContiguousArray<Int32>()
        order.reserveCapacity(keys.count)
        for key in keys { order.append(Int32(key & 0xFFFF_FFFF)) }
        return order
    }

    /// The segment nearest to a point (of several the one with the smallest number) and the place on it.
    ///
    /// - Parameters:
    ///   - p: The point.
    ///   - guess: A segment that may be near, which saves a look at what is farther; the result does not depend on it.
    /// - Returns: Nothing where there is no segment, or the point is not finite.
    func nearest(to p: PlanePoint, guess: Int? = nil) -> (segment: Int, foot: SegmentFoot)? {
        guard p.isFinite, !order.isEmpty else { return nil }
        var best = guess.map {
            (segment: $0, foot: SegmentFoot(of: p, from: locations[$0], to: locations[$0 + 1]))
        }
        var bound = best?.foot.squaredDistance ?? .infinity
        var open: [(distance: Double, level: Int, group: Int)] = [(0, levels.count - 2, 0)]
        while let (distance, level, group) = open.popLast() {
            guard distance <= bound else { continue }
            let first = group * Self.fanout
            if level == 0 {
                for v in order[first..<min(first + Self.fanout, order.count)] {
                    let foot = SegmentFoot(of: p, from: locations[Int(v)], to: locations[Int(v) + 1])
                    if foot.squaredDistance < bound
                        || (foot.squaredDistance == bound && Int(v) < best?.segment ?? Int.max)
                    {
                        best = (Int(v), foot)
                        bound = foot.squaredDistance
                    }
                }
                continue
            }
            // The nearest child is opened first: it goes to the top of the stack.
            let from = open.count
            let size = levels[level] - levels[level - 1]
            for child in first..<min(first + Self.fanout, size) {
                let squared = boxes[levels[level - 1] + child].squaredDistance(to: p)
                guard squared <= bound else { continue }
                var at = open.count
                open.append((squared, level - 1, child))
                while at > from && open[at - 1].distance < squared {
                    open.swapAt(at, at - 1)
                    at -= 1
                }
            }
        }
        return best
    }

    /// Every segment whose box comes within a distance of a box, in the order of the curve.
    func forEachSegment(
        near box: Envelope<PlanePoint>, within distance: Double, _ body: (Int) -> Void
    ) {
        guard !order.isEmpty else { return }
        let reach = box.widened(by: distance)
        var open: [(level: Int, group: Int)] = [(levels.count - 2, 0)]
        while let (level, group) = open.popLast() {
            let first = group * Self.fanout
            if level == 0 {
                for i in first..<min(first + Self.fanout, order.count) {
                    let v = Int(order[i])
                    var own = Envelope(at: locations[v])
                    own.extend(to: locations[v + 1])
                    if own.meets(reach) { body(v) }
                }
            } else {
                let size = levels[level] - levels[level - 1]
                for child in (first..<min(first + Self.fanout, size)).reversed()
                where boxes[levels[level - 1] + child].meets(reach) {
                    open.append((level - 1, child))
                }
            }
        }
    }
}

extension Envelope<PlanePoint> {
    /// The envelope of one place.
    init(at p: PlanePoint) { self.init(west: p.x, south: p.y, east: p.x, north: p.y) }

    /// Widens the envelope to take in another.
    mutating func extend(to other: Envelope) {
        west = Swift.min(west, other.west)
        south = Swift.min(south, other.south)
        east = Swift.max(east, other.east)
        north = Swift.max(north, other.north)
    }

    /// The envelope with every side moved outwards.
    func widened(by distance: Double) -> Envelope {
        Envelope(
            west: west - distance, south: south - distance, east: east + distance, north: north + distance)
    }

    /// Whether two envelopes share a place.
    func meets(_ other: Envelope) -> Bool {
        west <= other.east && other.west <= east && south <= other.north && other.south <= north
    }

    /// The square of the distance from a place to the nearest in the envelope.
    func squaredDistance(to p: PlanePoint) -> Double {
        let dx = Swift.max(west - p.x, 0, p.x - east)
        let dy = Swift.max(south - p.y, 0, p.y - north)
        return dx * dx + dy * dy
    }
}
