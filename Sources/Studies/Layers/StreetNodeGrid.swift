internal import Geodesy
package import Geometry

/// The nodes of streets sorted into squares of degrees: how far places are from the nearest one, near at hand.
///
/// It is made in one pass over the nodes, where a tree would sort them, and asked some thousand times only. It holds up
/// to the 85th parallel, and does not look across the 180th meridian.
package struct StreetNodeGrid {
    /// Nodes farther than this are not looked for.
    package static let limit = Metres(1000)
    /// The side of a square where there are nodes enough, in metres.
    private static let side = 250.0

    private let nodes: [GeographicPoint]
    private let box: Envelope<GeographicPoint>
    /// The height and the width of a square in degrees.
    private let step: SIMD2<Double>
    private let columns: Int
    private let rows: Int
    /// The nodes of square `i` are `order[offsets[i]..<offsets[i + 1]]`.
    private let offsets: [Int32]
    private let order: [Int32]

    /// Sorts nodes; those whose coordinates are not finite are never found.
    package init(_ nodes: [GeographicPoint]) {
        let finite = nodes.allSatisfy { $0.longitude.isFinite && $0.latitude.isFinite }
        let nodes = finite ? nodes : nodes.filter { $0.longitude.isFinite && $0.latitude.isFinite }
        let box = Envelope(around: nodes) ?? Envelope(west: 0, south: 0, east: 0, north: 0)
        let scale = Self.metresPerDegree(at: max(abs(box.south), abs(box.north)))
        var side = Self.side
        func count(_ extent: Double, _ scale: Double) -> Int { Int(extent * scale / side) + 1 }
        // Streets over a whole country get larger squares, so that there are not many more of them than of nodes.
        while count(box.east - box.west, scale.x) > (4 * nodes.count + 1024)
            / count(box.north - box.south, scale.y)
        {
            side *= 2
        }
        step = SIMD2(side, side) / scale
        (columns, rows) = (count(box.east - box.west, scale.x), count(box.north - box.south, scale.y))
        self.nodes = nodes
        self.box = box
        var squares = [Int32](repeating: 0, count: nodes.count)
        var offsets = [Int32](repeating: 0, count: columns * rows + 1)
        for (index, node) in nodes.enumerated() {
            let column = min(Int((node.longitude - box.west) / step.x), columns - 1)
            let row = min(Int((node.latitude - box.south) / step.y), rows - 1)
            squares[index] = Int32(row * columns + column)
            offsets[row * columns + column + 1] += 1
        }
        for square in 0..<columns * rows { offsets[square + 1] += offsets[square] }
        var next = offsets
        var order = [Int32](repeating: 0, count: nodes.count)
        for (index, square) in squares.enumerated() {
            order[Int(next[Int(square)])] = Int32(index)
            next[Int(square)] += 1
        }
        (self.offsets, self.order) = (offsets, order)
    }

    /// How far a place is from the nearest node, at most ``limit``.
    package func distance(from p: GeographicPoint) -> Metres {
        guard p.longitude.isFinite, p.latitude.isFinite, !nodes.isEmpty else { return Self.limit }
        let scale = Self.metresPerDegree(at: p.latitude)
        // The width of a square is least, in metres, where it is farthest from the equator.
        let narrowest = Self.metresPerDegree(at: min(abs(p.latitude) + 0.02, 90))
        let side = min(step.x * narrowest.x, step.y * narrowest.y) * 0.99
        var best = Self.limit
        let place = SIMD2(p.longitude - box.west, p.latitude - box.south) / step
        guard place.x > -1e6, place.x < 1e6, place.y > -1e6, place.y < 1e6 else { return best }
        let (column, row) = (Int(place.x.rounded(.down)), Int(place.y.rounded(.down)))
        var ring = 0
        while Double(ring - 1) * side <= best.value {
            for y in stride(from: max(row - ring, 0), through: min(row + ring, rows - 1), by: 1) {
                let isEdge = abs(y - row) == ring
                for x in stride(
                    from: column - ring, through: column + ring, by: isEdge ? 1 : max(2 * ring, 1))
                where x >= 0 && x < columns {
                    look(in: y * columns + x, from: p, scale, &best)
                }
            }
            ring += 1
        }
        return best
    }

    /// Takes the nodes of a square into account.
    private func look(
        in square: Int, from p: GeographicPoint, _ scale: SIMD2<Double>, _ best: inout Metres
    ) {
        for index in order[Int(offsets[square])..<Int(offsets[square + 1])] {
            let node = nodes[Int(index)]
            let off = SIMD2(node.longitude - p.longitude, node.latitude - p.latitude) * scale
            // Within the limit this is right to one in a hundred: enough to leave out what is farther.
            guard (off * off).sum() <= best.value * best.value * 1.05 else { continue }
            best = min(best, Ellipsoid.wgs84.distance(p, node))
        }
    }

    /// How many metres a degree of longitude and one of latitude have.
    private static func metresPerDegree(at latitude: Double) -> SIMD2<Double> {
        let one = 0.01
        let low = min(max(latitude, -89.5), 89.5)
        let here = GeographicPoint(longitude: 0, latitude: low)
        return SIMD2(
            Ellipsoid.wgs84.distance(here, GeographicPoint(longitude: one, latitude: low)).value,
            Ellipsoid.wgs84.distance(here, GeographicPoint(longitude: 0, latitude: low + one)).value) / one
    }
}
