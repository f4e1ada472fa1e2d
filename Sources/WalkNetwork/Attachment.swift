package import Geometry

/// Where a point has joined the network, and the leg that leads there.
package struct Attachment: Hashable, Sendable {
    /// The edge joined.
    package let edge: Int32
    /// How far from the edge's start, measured along it.
    package let position: Micrometres
    /// The geodesic length of the leg from the point to the place joined.
    package let leg: Micrometres
    /// The place joined.
    package let place: GeographicPoint
}

/// A place on an edge from which a walk may set out.
struct Landing {
    /// The edge.
    let edge: Int
    /// How far from the edge's start, in micrometres.
    let position: Int64
}

extension WalkNetwork {
    /// The places on edges where an attachment sets out: its own, and at a barrier every side of it.
    @inline(__always)
    func forEachLanding(of attachment: Attachment, _ body: (Landing) -> Void) {
        let edge = Int(attachment.edge)
        let position = attachment.position.count
        body(Landing(edge: edge, position: position))
        guard !barriers.isEmpty else { return }
        for (node, end) in [(edgeStarts[edge], Int64(0)), (edgeEnds[edge], edgeLengths[edge])]
        where position == end {
            for side in barriers.sides(at: node) ?? [] where side != node {
                // A side of a barrier is the end of one edge.
                let arc = arcs[Int(arcOffsets[Int(side)])]
                body(Landing(edge: arc.edge, position: arc.isReversed ? arc.length : 0))
            }
        }
    }
}
