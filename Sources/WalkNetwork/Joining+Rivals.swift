package import Geodesy
package import Geometry

extension WalkNetwork {
    /// The attachments of a point to every segment that is as near as the nearest, up to some slack.
    ///
    /// Streets that lie upon each other leave open which of them a place joins.
    ///
    /// - Parameters:
    ///   - point: The point on WGS 84.
    ///   - limit: The longest leg.
    ///   - slack: How much farther than the nearest a segment may be, in metres of the plane.
    ///   - plane: The plane that the network was built on.
    /// - Returns: The attachments, in the order of the segments; none where the nearest is too far.
    package func rivalJoins(
        of point: GeographicPoint, within limit: Metres, slack: Double, on plane: WorkingPlane
    ) -> [Attachment] {
        let p = plane.project(point)
        guard let nearest = segmentIndex.nearest(to: p) else { return [] }
        let reach = nearest.foot.distance + slack
        var feet: [(segment: Int, foot: SegmentFoot)] = []
        segmentIndex.forEachSegment(
            near: Envelope(west: p.x, south: p.y, east: p.x, north: p.y), within: reach
        ) { v in
            let foot = SegmentFoot(of: p, from: vertexLocations[v], to: vertexLocations[v + 1])
            if foot.distance <= reach { feet.append((v, foot)) }
        }
        return feet.sorted { $0.segment < $1.segment }.compactMap { segment, foot in
            attachment(
                of: point, to: segment, at: foot, lying: plane.unproject(foot.place), within: limit)
        }
    }
}
