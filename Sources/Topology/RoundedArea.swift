package import Geometry

/// An area as a file with seven decimals of a degree states it.
///
/// Every coordinate is rounded. Almost all areas stay valid by that, which whole numbers tell without GEOS; the others
/// are put right on the same grid.
package struct RoundedArea: Sendable {
    /// How often an area is put right and rounded again at most; once is enough for almost all.
    private static let rounds = 16
    /// A square of the grid, in square degrees.
    private static let square = 1e-14

    private enum State {
        case valid(GridRings)
        /// It may break a rule of OGC Simple Features.
        case tangled(GridRings)
    }

    private let state: State

    /// Rounds an area whose rings do not cross: outer ones and holes may touch at corners.
    package init(_ area: MultiPolygon<GeographicPoint>) {
        self.init(Self.state(of: GridRings(area) { $0 }))
    }

    /// Rounds such an area of the plane.
    ///
    /// - Parameters:
    ///   - area: The area.
    ///   - full: The same with more corners, which is taken where with fewer its lines come to cross.
    ///   - unproject: The way from the plane to degrees.
    package init(
        _ area: MultiPolygon<PlanePoint>, full: MultiPolygon<PlanePoint>,
        by unproject: (PlanePoint) -> GeographicPoint
    ) {
        let rings = GridRings(area, unproject)
        self.init(rings.isPlain ? .valid(rings) : Self.state(of: GridRings(full, unproject)))
    }

    private init(_ state: State) { self.state = state }

    private static func state(of rings: GridRings) -> State {
        rings.isPlain ? .valid(rings) : .tangled(rings)
    }

    /// The rounded area, put right where it has to be.
    ///
    /// - Throws: What GEOS says where it cannot.
    package func valid() throws(TopologyFailure) -> MultiPolygon<GeographicPoint> { try validRings().area }

    /// The same as rings on the grid.
    package func validRings() throws(TopologyFailure) -> GridRings {
        var rings: GridRings
        switch state {
        case .valid(let rings): return rings
        case .tangled(let found): rings = found
        }
        var least = 0.0
        for round in 0..<Self.rounds {
            let area = rings.area
            // What has been put right may be valid without being plain, and plain with parts that lie in each other.
            if round > 0, case .valid = try area.validity() { return rings }
            rings = GridRings(try area.untangled(rings.tangled(findsAll: true), least: least)) { $0 }
            // Slivers of some squares of the grid might come and go for ever.
            least = max(2 * least, Self.square)
        }
        return GridRings(try rings.area.dissolvedByEvenOdd()) { $0 }
    }
}

extension MultiPolygon {
    /// The area with some rings dissolved by the even-odd rule; all others stay as they are.
    ///
    /// - Parameters:
    ///   - tangled: For each ring, polygon after polygon, whether it is one of them; where none is, all are.
    ///   - least: Smaller faces between the lines go, in the axes' unit squared.
    /// - Returns: The area.
    /// - Throws: What GEOS says where it cannot.
    fileprivate func untangled(
        _ tangled: ContiguousArray<Bool>, least: Double
    ) throws(TopologyFailure) -> MultiPolygon {
        guard tangled.contains(true) else { return try dissolvedByEvenOdd(least: least) }
        var kept: [Polygon<Point>] = []
        var dissolving: [Polygon<Point>] = []
        var holes: [Ring<Point>] = []
        var next = 0
        for polygon in polygons {
            let own = tangled[next..<next + 1 + polygon.holes.count]
            next = own.endIndex
            guard own.contains(true) else {
                kept.append(polygon)
                continue
            }
            let inner = zip(polygon.holes, own.dropFirst())
            // The outer ring belongs to its holes: what they are around is outside by it alone.
            dissolving.append(
                Polygon(exterior: polygon.exterior, holes: inner.filter(\.1).map(\.0)))
            holes += inner.filter { !$0.1 }.map(\.0)
        }
        let dissolved = try MultiPolygon(dissolving).dissolvedByEvenOdd(least: least)
        guard let whole = dissolved.with(holes) else { return try dissolvedByEvenOdd(least: least) }
        return MultiPolygon(kept + whole)
    }

    /// The parts with some more holes, each in the smallest part that it lies in; nothing where one lies in none.
    private func with(_ holes: [Ring<Point>]) -> [Polygon<Point>]? {
        let bySize = polygons.sorted { $0.area < $1.area }
        let boxes = bySize.map { MultiPolygon([$0]).envelope }
        var own = bySize.map(\.holes)
        for hole in holes {
            let (a, b) = (hole.positions[0], hole.positions[1])
            let middle = Point(east: (a.east + b.east) / 2, north: (a.north + b.north) / 2)
            guard
                let owner = bySize.indices.first(where: {
                    (boxes[$0]?.contains(middle) ?? false) && bySize[$0].exterior.contains(middle)
                })
            else { return nil }
            own[owner].append(hole)
        }
        return zip(bySize, own).map { Polygon(exterior: $0.exterior, holes: $1) }
    }
}
