package import Geodesy
package import Geometry

extension WalkNetwork {
    /// Joins points to the network: each to the nearest place on any edge.
    ///
    /// The place is chosen on the working plane (of equally near segments that with the smallest number); the leg
    /// to it and its position along the edge are geodesic.
    /// - Parameters:
    ///   - points: The points on WGS 84.
    ///   - limit: The longest leg, on the ground; a leg of just this length joins.
    ///   - plane: The plane that the network was built on.
    /// - Returns: For each point its attachment, or nothing where it is too far from any street.
    package func join(
        _ points: [GeographicPoint], within limit: Metres, on plane: WorkingPlane
    ) -> [Attachment?] {
        attachments(
            of: points, to: plane.project(points).map { segmentIndex.nearest(to: $0) }, within: limit,
            on: plane)
    }

    /// Joins points to the network on several threads.
    ///
    /// - Parameters:
    ///   - points: The points on WGS 84.
    ///   - limit: The longest leg, on the ground; a leg of just this length joins.
    ///   - plane: The plane that the network was built on.
    ///   - jobs: How many threads to use; the attachments do not depend on it.
    /// - Returns: For each point its attachment, or nothing where it is too far from any street.
    package func join(
        _ points: [GeographicPoint], within limit: Metres, on plane: WorkingPlane, jobs: Int
    ) async -> [Attachment?] {
        let (index, projected) = (segmentIndex, await plane.locations(of: points, jobs: jobs))
        let nearest = await FixedChunks.map(count: points.count, size: 512, jobs: jobs) { range in
            range.map { index.nearest(to: projected[$0]) }
        }
        return attachments(of: points, to: Array(nearest.joined()), within: limit, on: plane)
    }

    private func attachments(
        of points: [GeographicPoint], to nearest: [(segment: Int, foot: SegmentFoot)?],
        within limit: Metres, on plane: WorkingPlane
    ) -> [Attachment?] {
        let feet = plane.unproject(nearest.compactMap { $0?.foot.place })
        var next = 0
        return zip(points, nearest).map { point, found in
            guard let (segment, foot) = found else { return nil }
            defer { next += 1 }
            return attachment(of: point, to: segment, at: foot, lying: feet[next], within: limit)
        }
    }

    /// Joins one point, as ``join(_:within:on:)-([GeographicPoint],_,_)`` does.
    package func join(
        _ point: GeographicPoint, within limit: Metres, on plane: WorkingPlane
    ) -> Attachment? {
        join([point], within: limit, on: plane)[0]
    }

    func attachment(
        of point: GeographicPoint, to segment: Int, at foot: SegmentFoot, lying unprojected: GeographicPoint,
        within limit: Metres
    ) -> Attachment? {
        let (from, to) = (vertexAlong[segment], vertexAlong[segment + 1])
        let place: GeographicPoint
        let position: Int64
        switch foot.fraction {
        case 0: (place, position) = (vertexPlaces[segment], from)
        case 1: (place, position) = (vertexPlaces[segment + 1], to)
        default:
            place = unprojected
            position =
                from + Micrometres(Ellipsoid.wgs84.distance(vertexPlaces[segment], unprojected)).count
        }
        let leg = Ellipsoid.wgs84.distance(point, place)
        guard leg <= limit else { return nil }
        return Attachment(
            edge: Int32(edge(ofVertex: segment)), position: Micrometres(min(position, to)),
            leg: Micrometres(leg), place: place)
    }
}
