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
    /// How many cells a square has on a side before it is first halved.
    private static let squareSize = 64
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
        let chunks = await FixedChunks.map(count: facilities.count, size: 16, jobs: jobs) { range in
            var search = BoundedSearch(on: self)
            return range.map { index -> WalkCircle? in
                guard let facility = facilities[index] else { return nil }
                search.run(from: facility, on: self, limit: limit.count)
                let field = CircleField(
                    distances: search.distances, sources: FacilitiesOnEdges([facility], on: self))
                let extent = extent(of: search, from: facility)
                let spacing = spacing(for: tolerance)
                let limits = CircleLimits(leg: snapLimit.value, walk: limit.metres.value)
                let contour = contour(of: field, over: extent, spacing: spacing, limits: limits)
                return WalkCircle(
                    area: MultiPolygon(rings: contour.rings(spacing: spacing)), limit: limit,
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
        let nearest = NearestFacilities(facilities, on: self, limit: limit)
        let field = CircleField(distances: nearest.distances, sources: nearest.sources)
        let spacing = spacing(for: tolerance)
        let limits = CircleLimits(leg: snapLimit.value, walk: limit.metres.value)
        var contour = LatticeContour()
        if let extent = Envelope(around: vertexLocations) {
            let rows = squares(over: extent, spacing: spacing, limits: limits).rows
            for part in await FixedChunks.map(
                count: rows.count, size: 1, jobs: jobs,
                { range in
                    self.contour(
                        of: field, over: extent, spacing: spacing, limits: limits,
                        rows: rows.lowerBound + range.lowerBound..<rows.lowerBound + range.upperBound)
                })
            {
                contour.append(part)
            }
        }
        return WalkCircle(
            area: MultiPolygon(rings: contour.rings(spacing: spacing)), limit: limit, tolerance: tolerance)
    }

    private func spacing(for tolerance: Metres) -> Double {
        max(tolerance.value - Self.reserve, 0.7) * planeScale.least / 2.0.squareRoot()
    }

    /// The box around everything that a search has reached, whole edges included.
    private func extent(of search: BoundedSearch, from facility: Attachment) -> Envelope<PlanePoint> {
        var edges = search.reached.flatMap { node in
            arcEdges[Int(arcOffsets[Int(node)])..<Int(arcOffsets[Int(node) + 1])].map { Int($0 >> 1) }
        }
        forEachLanding(of: facility) { edges.append($0.edge) }
        var box = Envelope(at: vertexLocations[vertices(ofEdge: Int(facility.edge)).lowerBound])
        for edge in edges {
            for v in vertices(ofEdge: edge) { box.extend(to: vertexLocations[v]) }
        }
        return box
    }

    /// The squares that cover an extent and the legs around it.
    private func squares(
        over extent: Envelope<PlanePoint>, spacing: Double, limits: CircleLimits
    ) -> (columns: Range<Int>, rows: Range<Int>) {
        let side = spacing * Double(Self.squareSize)
        let box = extent.widened(by: min(limits.leg, limits.walk) * planeScale.greatest + side)
        return (
            Int((box.west / side).rounded(.down))..<Int((box.east / side).rounded(.up)),
            Int((box.south / side).rounded(.down))..<Int((box.north / side).rounded(.up))
        )
    }

    private func contour(
        of field: CircleField, over extent: Envelope<PlanePoint>, spacing: Double, limits: CircleLimits,
        rows: Range<Int>? = nil
    ) -> LatticeContour {
        let all = squares(over: extent, spacing: spacing, limits: limits)
        let side = spacing * Double(Self.squareSize)
        var lattice = CircleLattice(spacing: spacing, limits: limits)
        var pieces: ContiguousArray<CirclePiece> = []
        for row in rows ?? all.rows {
            for column in all.columns {
                let box = Envelope<PlanePoint>(
                    west: Double(column) * side, south: Double(row) * side, east: Double(column + 1) * side,
                    north: Double(row + 1) * side)
                pieces.removeAll(keepingCapacity: true)
                segmentIndex.forEachSegment(near: box, within: limits.leg * planeScale.greatest + 1) {
                    v, edge in
                    field.appendPieces(ofSegment: v, onEdge: edge, of: self, to: &pieces)
                }
                lattice.draw(
                    column: column * Self.squareSize, row: row * Self.squareSize, size: Self.squareSize,
                    pieces: pieces)
            }
        }
        return lattice.contour
    }
}
