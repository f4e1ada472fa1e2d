package import Geodesy
package import Geometry

extension WalkTimes {
    /// Joins anew the places that have joined a stair which nobody walks who refuses stairs: each to the nearest
    /// place on any other street.
    ///
    /// - Parameters:
    ///   - attachments: Where the places have joined; nothing where they have not.
    ///   - points: The places on WGS 84.
    ///   - limit: The longest leg.
    ///   - plane: The plane that the network was built on.
    /// - Returns: The attachments, most of them as they were; nothing where no other street is within the limit.
    package func rejoined(
        _ attachments: [Attachment?], of points: [GeographicPoint], within limit: Metres,
        on plane: WorkingPlane
    ) -> [Attachment?] {
        guard refusesStairs else { return attachments }
        return zip(attachments, points).map { attachment, point in
            guard let attachment, isRefused(attachment) else { return attachment }
            let p = plane.project(point)
            var best: (segment: Int, foot: SegmentFoot)?
            // Lengths on the plane and on the ground differ by less than one in a hundred.
            network.segmentIndex.forEachSegment(near: Envelope(at: p), within: limit.value * 1.01) { v in
                guard !VertexMark(rawValue: network.vertexMarks[v]).isStairs else { return }
                let foot = SegmentFoot(
                    of: p, from: network.vertexLocations[v], to: network.vertexLocations[v + 1])
                if best.map({ (foot.squaredDistance, v) < ($0.foot.squaredDistance, $0.segment) }) ?? true {
                    best = (v, foot)
                }
            }
            return best.flatMap { best in
                network.attachment(
                    of: point, to: best.segment, at: best.foot, lying: plane.unproject(best.foot.place),
                    within: limit)
            }
        }
    }

    /// Whether a place lies on a refused stair, or where nothing but such stairs meets.
    private func isRefused(_ attachment: Attachment) -> Bool {
        let edge = Int(attachment.edge)
        let vertices = network.vertices(ofEdge: edge)
        let position = attachment.position.count
        // The last vertex at the place or before it.
        guard let v = vertices.last(where: { network.vertexAlong[$0] <= position }) else { return false }
        if network.vertexAlong[v] < position { return isStairs(v) }
        if v == vertices.lowerBound { return meetsOnlyStairs(Int(network.edgeStarts[edge])) }
        if v == vertices.upperBound - 1 { return meetsOnlyStairs(Int(network.edgeEnds[edge])) }
        return isStairs(v - 1) && isStairs(v)
    }

    /// Whether the streets at a node all leave it by stairs.
    private func meetsOnlyStairs(_ node: Int) -> Bool {
        network.arcs(ofNode: node).allSatisfy { index in
            let arc = network.arcs[index]
            let vertices = network.vertices(ofEdge: arc.edge)
            return isStairs(arc.isReversed ? vertices.upperBound - 2 : vertices.lowerBound)
        }
    }

    /// Whether the way from a vertex to the next of its edge is a stair.
    private func isStairs(_ vertex: Int) -> Bool {
        VertexMark(rawValue: network.vertexMarks[vertex]).isStairs
    }
}
