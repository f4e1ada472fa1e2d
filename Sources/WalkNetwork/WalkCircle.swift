package import Geodesy
package import Geometry

/// The area from which a facility is within a walk's limit.
///
/// A place is in it if and only if it can join the nearest place on any kept edge within the longest leg, and leg and
/// walk together are within the limit. Any place farther than ``tolerance`` from the
/// boundary drawn is on the right side of it.
package struct WalkCircle: Sendable {
    /// The area on the working plane: rings that do not cross and touch at corners only, by the right-hand rule.
    package let area: MultiPolygon<PlanePoint>
    /// The same with as few corners as a drawing needs: see ``OutlineThinning``.
    ///
    /// Where rings come nearer to each other than that, their lines may cross.
    package let outline: MultiPolygon<PlanePoint>
    /// The longest walk.
    package let limit: Micrometres

    /// How far from the boundary, on the ground, a place may be on the wrong side of it.
    ///
    /// Straight lines stand for parabolas and arcs that they stray from by a decimetre, and a centimetre apart is
    /// the same place.
    package static var tolerance: Metres { Metres(1) }

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
    /// How many circles a job draws before it takes the next.
    private static let circlesAtOnce = 8
    /// After how many circles the pages of saved columns are given back: by then the next ones lie elsewhere.
    private static let circlesBetweenGivingBack = 32
    /// How many faces of a merged circle a job looks at before it takes the next.
    private static let facesAtOnce = 8192
    /// After how many faces of a merged circle the pages of saved columns are given back.
    private static let facesBetweenGivingBack = 8 * facesAtOnce

    /// The walk circles of facilities, each by itself.
    ///
    /// - Parameters:
    ///   - facilities: Where each facility has joined; nothing for one that could not.
    ///   - limit: The longest walk, both legs included.
    ///   - snapLimit: The longest leg.
    ///   - jobs: How many circles are drawn at once; they do not depend on it.
    /// - Returns: For each facility its circle; nothing for one that could not join.
    package func walkCircles(
        of facilities: [Attachment?], limit: Micrometres, snapLimit: Metres, jobs: Int
    ) async -> [WalkCircle?] {
        let faces = await streetFaces(
            snapLimit: snapLimit, of: segments(near: facilities, limit: limit), jobs: jobs)
        return await walkCircles(
            of: facilities, limits: [limit], snapLimit: snapLimit, in: faces, jobs: jobs
        ) { $0 }.map { $0?.first }
    }

    /// The walk circles of facilities for several limits, each made into something at once.
    ///
    /// - Parameters:
    ///   - facilities: Where each facility has joined; nothing for one that could not.
    ///   - limits: The longest walks, both legs included; one search serves them all.
    ///   - snapLimit: The longest leg, as the faces were found with.
    ///   - faces: Which street is nearest to each place, found with the same longest leg.
    ///   - jobs: How many circles are drawn at once; they do not depend on it.
    ///   - use: What is made of a circle; called from several threads.
    /// - Returns: For each facility what its circles came to, in the order of the limits; nothing for one that
    ///   could not join.
    package func walkCircles<Result: Sendable>(
        of facilities: [Attachment?], limits: [Micrometres], snapLimit: Metres, in faces: StreetFaces,
        jobs: Int, _ use: @escaping @Sendable (WalkCircle) -> Result
    ) async -> [[Result]?] {
        guard let longest = limits.max() else { return facilities.map { $0 == nil ? nil : [] } }
        // Facilities on neighbouring edges one after the other: what one circle has read serves the next.
        let order = facilities.indices.filter { facilities[$0] != nil }
            .sorted { (facilities[$0]?.edge ?? -1, $0) < (facilities[$1]?.edge ?? -1, $1) }
        let chunks = await FixedChunks.map(
            count: order.count, size: Self.circlesAtOnce, jobs: jobs,
            workspace: { CircleWorkspace(on: self, faces: faces) }
        ) { workspace, range -> [[Result]] in
            if range.lowerBound.isMultiple(of: Self.circlesBetweenGivingBack) {
                faces.giveBack()
                self.giveBack()
            }
            var drawn: [[Result]] = []
            for index in order[range] {
                guard let facility = facilities[index] else { continue }
                workspace.search(from: facility, limit: longest)
                var own: [Result] = []
                for limit in limits { own.append(use(workspace.circle(limit: limit, snapLimit: snapLimit))) }
                drawn.append(own)
            }
            return drawn
        }
        var circles = [[Result]?](repeating: nil, count: facilities.count)
        for (index, drawn) in zip(order, chunks.joined()) { circles[index] = drawn }
        return circles
    }

    /// The walk circle of several facilities together: wherever the nearest is within the limit.
    ///
    /// - Parameters: as in ``walkCircles(of:limit:snapLimit:jobs:)``.
    package func mergedWalkCircle(
        of facilities: [Attachment?], limit: Micrometres, snapLimit: Metres, jobs: Int
    ) async -> WalkCircle {
        let faces = await streetFaces(
            snapLimit: snapLimit, of: segments(near: facilities, limit: limit), jobs: jobs)
        return await mergedWalkCircles(
            of: facilities, limits: [limit], snapLimit: snapLimit, in: faces, jobs: jobs)[0]
    }

    /// The walk circles of several facilities together for several limits.
    ///
    /// - Parameters: as in ``walkCircles(of:limits:snapLimit:in:jobs:_:)``.
    package func mergedWalkCircles(
        of facilities: [Attachment?], limits: [Micrometres], snapLimit: Metres, in faces: StreetFaces,
        jobs: Int
    ) async -> [WalkCircle] {
        guard let longest = limits.max() else { return [] }
        let nearest = NearestFacilities(facilities, on: self, limit: longest)
        let field = CircleField(distances: nearest.distances, sources: nearest.sources)
        let reached = (0..<Int32(nodeCount)).filter {
            field.distances[Int($0)] < StreetSearch.unreached
        }[...]
        var reach = CircleReach(on: self, faces: faces)
        var circles: [WalkCircle] = []
        for limit in limits {
            reach.start(
                field, reached: reached,
                limits: CircleLimits(leg: snapLimit.value, walk: limit.metres.value))
            let started = CircleBoundary(of: reach)
            let segments = reach.touched.segments.count
            faces.giveBack()
            giveBack()
            let parts = await FixedChunks.map(
                count: segments + reach.touched.sectors.count, size: Self.facesAtOnce, jobs: jobs,
                workspace: { started }
            ) { boundary, range in
                // What has been drawn is not looked at again.
                if range.lowerBound.isMultiple(of: Self.facesBetweenGivingBack) { faces.giveBack() }
                boundary.pieces.removeAll()
                boundary.draw(segments: range.clamped(to: 0..<segments))
                if range.upperBound > segments {
                    boundary.draw(
                        sectors: max(range.lowerBound - segments, 0)..<range.upperBound - segments)
                }
                return boundary.pieces
            }
            var pieces = BoundaryPieces()
            for part in parts { pieces.append(part) }
            circles.append(WalkCircle(rings: pieces.rings(), limit: limit))
        }
        return circles
    }
}

/// What a job needs to draw one circle after the other.
private struct CircleWorkspace {
    private let network: WalkNetwork
    private var search: BoundedSearch
    private var boundary: CircleBoundary
    private var facility: Attachment?

    init(on network: WalkNetwork, faces: StreetFaces) {
        self.network = network
        search = BoundedSearch(on: network)
        boundary = CircleBoundary(of: CircleReach(on: network, faces: faces))
    }

    /// Searches from a facility as far as its largest circle goes.
    mutating func search(from facility: Attachment, limit: Micrometres) {
        self.facility = facility
        search.run(from: facility, on: network, limit: limit.count)
    }

    /// Draws a circle of the facility searched from.
    mutating func circle(limit: Micrometres, snapLimit: Metres) -> WalkCircle {
        let field = CircleField(
            distances: search.distances, sources: FacilitiesOnEdges([facility], on: network))
        boundary.start(
            field, reached: search.reached,
            limits: CircleLimits(leg: snapLimit.value, walk: limit.metres.value))
        boundary.draw()
        return WalkCircle(rings: boundary.pieces.rings(), limit: limit)
    }
}
