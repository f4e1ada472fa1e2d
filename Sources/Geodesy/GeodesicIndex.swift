package import Geometry

/// A place that a ``GeodesicIndex`` has found.
package struct GeodesicNeighbour: Hashable, Sendable {
    /// Its position among the places that the index was made of.
    package let index: Int
    /// The geodesic from the place asked for.
    package let distance: Metres
}

/// Finds the nearest of many places by geodesic distance, exactly.
///
/// A k-d tree over earth-centred coordinates: the straight chord through the earth is never longer than
/// the geodesic, so that it rules places out without measuring them; geodesics decide among the rest.
package struct GeodesicIndex: Sendable {
    /// Leaves hold at most this many places.
    private static let leafSize = 8

    private let places: [GeographicPoint]
    private let ranks: [Int]
    /// Indices of places in the order of the tree: each node is a range, split in its middle.
    private let order: [Int32]
    /// Earth-centred coordinates in that order.
    private let positions: [SIMD3<Double>]
    /// The axis that each node is split by, under the index of its middle.
    private let axes: [UInt8]

    /// Makes an index of places; those whose coordinates are not finite are never found.
    ///
    /// - Parameters:
    ///   - places: the places, found again by their position in this list.
    ///   - ranks: for each place the rank of its id in byte order; between places at the same whole
    ///     millimetre the smaller rank is nearest. Left out: the order of the list.
    package init(_ places: [GeographicPoint], ranks: [Int]? = nil) {
        precondition(ranks == nil || ranks?.count == places.count, "a rank for each place")
        self.places = places
        self.ranks = ranks ?? Array(places.indices)
        var entries = ContiguousArray<Entry>()
        entries.reserveCapacity(places.count)
        for (index, place) in places.enumerated() {
            let position = Ellipsoid.earthCentred(place)
            if position.sum().isFinite { entries.append(Entry(position: position, index: Int32(index))) }
        }
        var axes = [UInt8](repeating: 0, count: entries.count)
        Self.split(&entries, 0, entries.count, &axes)
        self.axes = axes
        order = entries.map(\.index)
        positions = entries.map(\.position)
    }

    /// A place on its way into the tree.
    private struct Entry {
        let position: SIMD3<Double>
        let index: Int32

        /// Whether this comes before another along an axis; no two places are equal.
        func precedes(_ other: Entry, along axis: Int) -> Bool {
            let (a, b) = (position[axis], other.position[axis])
            return a < b || (a == b && index < other.index)
        }
    }

    /// Parts a range in its middle by its widest axis and goes on with both halves.
    private static func split(
        _ entries: inout ContiguousArray<Entry>, _ low: Int, _ high: Int, _ axes: inout [UInt8]
    ) {
        guard high - low > leafSize else { return }
        var least = entries[low].position
        var most = least
        for i in low..<high {
            least = pointwiseMin(least, entries[i].position)
            most = pointwiseMax(most, entries[i].position)
        }
        let extent = most - least
        let axis = extent.x >= extent.y ? (extent.x >= extent.z ? 0 : 2) : (extent.y >= extent.z ? 1 : 2)
        let middle = (low + high) / 2
        part(&entries, low, high, at: middle, along: axis)
        axes[middle] = UInt8(axis)
        split(&entries, low, middle, &axes)
        split(&entries, middle + 1, high, &axes)
    }

    /// Puts into its place what would stand there if the range were sorted, with what precedes it before and the rest
    /// behind (Hoare's selection, 1961).
    private static func part(
        _ entries: inout ContiguousArray<Entry>, _ low: Int, _ high: Int, at middle: Int, along axis: Int
    ) {
        var (low, high) = (low, high - 1)
        while low < high {
            let pivot = median(entries[low], entries[(low + high) / 2], entries[high], along: axis)
            var (i, j) = (low, high)
            while i <= j {
                while entries[i].precedes(pivot, along: axis) { i += 1 }
                while pivot.precedes(entries[j], along: axis) { j -= 1 }
                if i <= j {
                    entries.swapAt(i, j)
                    i += 1
                    j -= 1
                }
            }
            if middle <= j {
                high = j
            } else if middle >= i {
                low = i
            } else {
                return
            }
        }
    }

    private static func median(_ a: Entry, _ b: Entry, _ c: Entry, along axis: Int) -> Entry {
        let (low, high) = a.precedes(b, along: axis) ? (a, b) : (b, a)
        if c.precedes(low, along: axis) { return low }
        return c.precedes(high, along: axis) ? c : high
    }

    /// The nearest place; nothing where the index holds none.
    ///
    /// Distances that round to the same whole millimetre are ties, and go to the smaller rank.
    package func nearest(to p: GeographicPoint) -> GeodesicNeighbour? {
        let q = Ellipsoid.earthCentred(p)
        guard q.sum().isFinite, !order.isEmpty else { return nil }
        var closest = Closest()
        Self.descend(q, positions.span, axes.span, 0, order.count, &closest)
        let first = Int(order[closest.slot])
        var best = GeodesicNeighbour(index: first, distance: Ellipsoid.wgs84.distance(p, places[first]))
        // The geodesic may be nearer, or tied, for any place whose chord is no longer than this geodesic.
        let chord = best.distance.value + 0.001
        guard closest.runnerUp <= chord * chord else { return best }
        var bestTie = Micrometres(best.distance).wholeMillimetres
        var slots: [Int] = []
        Self.gather(q, positions.span, axes.span, 0, order.count, chord: chord, &slots)
        for slot in slots {
            let i = Int(order[slot])
            guard i != first else { continue }
            let distance = Ellipsoid.wgs84.distance(p, places[i])
            let tie = Micrometres(distance).wholeMillimetres
            guard (tie, ranks[i]) < (bestTie, ranks[best.index]) else { continue }
            best = GeodesicNeighbour(index: i, distance: distance)
            bestTie = tie
        }
        return best
    }

    /// All places within a geodesic distance (the limit itself counts), by ascending index.
    package func within(_ limit: Metres, of p: GeographicPoint) -> [GeodesicNeighbour] {
        let q = Ellipsoid.earthCentred(p)
        guard q.sum().isFinite, limit.value >= 0 else { return [] }
        var slots: [Int] = []
        // The margin covers the rounding of earth-centred coordinates, some nanometres.
        Self.gather(q, positions.span, axes.span, 0, order.count, chord: limit.value + 1e-6, &slots)
        return slots.map { slot in
            let i = Int(order[slot])
            return GeodesicNeighbour(index: i, distance: Ellipsoid.wgs84.distance(p, places[i]))
        }.filter { $0.distance <= limit }.sorted { $0.index < $1.index }
    }

    /// The shortest chord met so far, and the square of the second shortest.
    private struct Closest {
        var slot = 0
        var squared = Double.infinity
        var runnerUp = Double.infinity

        mutating func consider(_ q: SIMD3<Double>, _ position: SIMD3<Double>, _ slot: Int) {
            let off = position - q
            let squared = (off * off).sum()
            if squared < self.squared {
                runnerUp = self.squared
                self.squared = squared
                self.slot = slot
            } else if squared < runnerUp {
                runnerUp = squared
            }
        }
    }

    /// Finds the two shortest chords in a range.
    private static func descend(
        _ q: SIMD3<Double>, _ positions: Span<SIMD3<Double>>, _ axes: Span<UInt8>, _ low: Int, _ high: Int,
        _ closest: inout Closest
    ) {
        guard high - low > leafSize else {
            for slot in low..<high { closest.consider(q, positions[slot], slot) }
            return
        }
        let middle = (low + high) / 2
        let axis = Int(axes[middle])
        let off = q[axis] - positions[middle][axis]
        let isBelow = off < 0
        descend(q, positions, axes, isBelow ? low : middle + 1, isBelow ? middle : high, &closest)
        guard off * off <= closest.runnerUp else { return }
        closest.consider(q, positions[middle], middle)
        descend(q, positions, axes, isBelow ? middle + 1 : low, isBelow ? high : middle, &closest)
    }

    /// Gathers every slot in a range whose chord is at most so long.
    private static func gather(
        _ q: SIMD3<Double>, _ positions: Span<SIMD3<Double>>, _ axes: Span<UInt8>, _ low: Int, _ high: Int,
        chord: Double, _ slots: inout [Int]
    ) {
        func consider(_ position: SIMD3<Double>, _ slot: Int) {
            let off = position - q
            if (off * off).sum() <= chord * chord { slots.append(slot) }
        }
        guard high - low > leafSize else {
            for slot in low..<high { consider(positions[slot], slot) }
            return
        }
        let middle = (low + high) / 2
        let axis = Int(axes[middle])
        let off = q[axis] - positions[middle][axis]
        if off <= chord { gather(q, positions, axes, low, middle, chord: chord, &slots) }
        consider(positions[middle], middle)
        if -off <= chord { gather(q, positions, axes, middle + 1, high, chord: chord, &slots) }
    }
}
