package import Geodesy
package import Geometry

/// The area from which a facility is within a walk's limit.
///
/// A place is in it if and only if it can join the nearest place on any kept edge within the longest leg, and leg and
/// walk together are within the limit. Any place farther than ``tolerance`` from the boundary drawn is on
/// the right side of it.
package struct WalkCircle: Sendable {
    /// The area on the working plane: rings that neither touch nor cross, by the right-hand rule.
    package let area: MultiPolygon<PlanePoint>
    /// The longest walk.
    package let limit: Micrometres
    /// How far from the boundary, on the ground, a place may be on the wrong side of it.
    package let tolerance: Metres

    /// The area on WGS 84, by the plane that the network was built on.
    package func geographic(by plane: WorkingPlane) -> MultiPolygon<GeographicPoint> {
        let rings = area.polygons.flatMap(\.rings)
        let places = plane.unproject(rings.flatMap(\.positions))
        var next = 0
        func moved(_ ring: Ring<PlanePoint>) -> Ring<GeographicPoint> {
            ring.mapped { _ in
                defer { next += 1 }
                return places[next]
            }
        }
        return MultiPolygon(
            area.polygons.map { polygon in
                let exterior = moved(polygon.exterior)
                return Polygon(exterior: exterior, holes: polygon.holes.map(moved))
            })
    }
}

extension WalkNetwork {
    /// What the difference between lengths on the plane and on the ground may cost of the tolerance, in metres.
    private static let reserve = 0.3

    /// The walk circles of facilities, each by itself.
    ///
    /// - Parameters:
    ///   - facilities: Where each facility has joined; nothing for one that could not.
    ///   - limit: The longest walk, both legs included.
    ///   - snapLimit: The longest leg.
    ///   - tolerance: How far from the boundary a place may be on the wrong side of it, at least 1 m.
    ///   - jobs: How many circles are drawn at once; they do not depend on it.
    /// - Returns: For each facility its circle; nothing for one that could not join.
    package func walkCircles(
        of facilities: [Attachment?], limit: Micrometres, snapLimit: Metres, tolerance: Metres = Metres(10),
        jobs: Int
    ) async -> [WalkCircle?] {
        let limits = CircleLimits(leg: snapLimit.value, walk: limit.metres.value)
        let cells = await streetCells(near: facilities, limits: limits, tolerance: tolerance, jobs: jobs)
        let chunks = await FixedChunks.map(count: facilities.count, size: 16, jobs: jobs) { range in
            var search = BoundedSearch(on: self)
            var pieces = CirclePieces(of: self)
            return range.map { index -> WalkCircle? in
                guard let facility = facilities[index] else { return nil }
                search.run(from: facility, on: self, limit: limit.count)
                let field = CircleField(
                    distances: search.distances, sources: FacilitiesOnEdges([facility], on: self))
                let contour = self.contour(
                    of: field, over: self.box(around: facility, limits), in: cells, limits: limits,
                    pieces: &pieces)
                return WalkCircle(
                    area: MultiPolygon(rings: contour.rings(spacing: cells.spacing)), limit: limit,
                    tolerance: tolerance)
            }
        }
        return chunks.flatMap { $0 }
    }

    /// The walk circle of several facilities together: wherever the nearest is within the limit.
    ///
    /// - Parameters: as in ``walkCircles(of:limit:snapLimit:tolerance:jobs:)``.
    package func mergedWalkCircle(
        of facilities: [Attachment?], limit: Micrometres, snapLimit: Metres, tolerance: Metres = Metres(10),
        jobs: Int
    ) async -> WalkCircle {
        let limits = CircleLimits(leg: snapLimit.value, walk: limit.metres.value)
        let nearest = NearestFacilities(facilities, on: self, limit: limit)
        let field = CircleField(distances: nearest.distances, sources: nearest.sources)
        let cells = await streetCells(near: facilities, limits: limits, tolerance: tolerance, jobs: jobs)
        var contour = LatticeContour()
        if let extent = Envelope(around: vertexLocations)?.widened(by: limits.leg * planeScale.greatest) {
            let parts = await FixedChunks.map(count: cells.rows.count, size: 8, jobs: jobs) { range in
                var pieces = CirclePieces(of: self)
                let first = cells.rows.lowerBound
                return self.contour(
                    of: field, over: extent, in: cells,
                    rows: first + range.lowerBound..<first + range.upperBound,
                    limits: limits, pieces: &pieces)
            }
            for part in parts { contour.append(part) }
        }
        return WalkCircle(
            area: MultiPolygon(rings: contour.rings(spacing: cells.spacing)), limit: limit,
            tolerance: tolerance)
    }

    private func streetCells(
        near facilities: [Attachment?], limits: CircleLimits, tolerance: Metres, jobs: Int
    ) async -> StreetCells {
        let spacing = max(tolerance.value - Self.reserve, 0.7) * planeScale.least / 2.0.squareRoot()
        return await StreetCells(
            of: self, over: facilities.compactMap { $0.map { box(around: $0, limits) } }, spacing: spacing,
            leg: limits.leg * planeScale.greatest, jobs: jobs)
    }

    /// A box around everything from where a facility may be reached: no walk is shorter than the straight line.
    private func box(around facility: Attachment, _ limits: CircleLimits) -> Envelope<PlanePoint> {
        let edge = vertices(ofEdge: Int(facility.edge))
        let v = edge.dropLast().last { vertexAlong[$0] <= facility.position.count } ?? edge.lowerBound
        let (from, to) = (vertexAlong[v], vertexAlong[v + 1])
        let t = to > from ? Double(facility.position.count - from) / Double(to - from) : 0
        let (a, b) = (vertexLocations[v], vertexLocations[v + 1])
        let place = PlanePoint(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y))
        // The plane's lengths are those of the ground times the scale, and a little for its curvature.
        return Envelope(at: place).widened(by: limits.walk * planeScale.greatest * 1.001 + 1)
    }

    private func contour(
        of field: CircleField, over box: Envelope<PlanePoint>, in cells: StreetCells, rows: Range<Int>? = nil,
        limits: CircleLimits, pieces: inout CirclePieces
    ) -> LatticeContour {
        var lattice = CircleLattice(spacing: cells.spacing, limits: limits)
        var numbers: ContiguousArray<Int32> = []
        pieces.reset()
        cells.forEachCell(meeting: box, inRows: rows) { column, row, list in
            numbers.removeAll(keepingCapacity: true)
            var isReached = false
            for index in list {
                let hasWalk = pieces.append(
                    ofSegment: cells.segment(index), by: field, limit: limits.walk, to: &numbers)
                isReached = isReached || hasWalk
            }
            guard isReached else { return }
            lattice.draw(
                column: column * StreetCells.cellSize, row: row * StreetCells.cellSize,
                size: StreetCells.cellSize,
                among: numbers, of: pieces)
        }
        return lattice.contour
    }
}
