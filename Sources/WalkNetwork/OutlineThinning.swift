internal import Geometry

/// Leaves out the corners of a ring that lie so near to the line between two others that nobody misses them.
///
/// Whatever lies between the ring as it was and as it becomes is within the distance of one of its lines: all corners
/// left out between two kept ones are that near to the line between them.
struct OutlineThinning {
    /// How far from the line a corner left out may be, in metres of the plane: a part of ``WalkCircle/tolerance``, most of which
    /// belongs to the straight lines that stand for curves.
    static let distance = 0.45
    /// How many corners may be left out one after the other, so that looking at them all costs little.
    private static let longestRun = 12

    /// The ring without such corners; its first stays, and a ring of which too little would be left stays as it is.
    ///
    /// - Parameters:
    ///   - ring: The corners of a ring, the last the same as the first.
    ///   - touches: Corners that stay, ascending: rings that touch there would else cross.
    /// - Returns: The ring with the corners that stay.
    static func thinned(_ ring: [PlanePoint], keeping touches: [Int]) -> [PlanePoint] {
        guard ring.count > 4 else { return ring }
        var kept: [PlanePoint] = []
        kept.reserveCapacity(ring.count)
        kept.append(ring[0])
        var from = 0
        var touch = 0
        for next in 2..<ring.count {
            var stays = false
            while touch < touches.count, touches[touch] < next {
                stays = touches[touch] == next - 1
                touch += 1
            }
            guard stays || !areNear(ring, from, next) else { continue }
            from = next - 1
            kept.append(ring[from])
        }
        kept.append(ring[ring.count - 1])
        return kept.count < 4 ? ring : kept
    }

    /// Whether all corners between two are near to the line from the one to the other, and none beyond its ends.
    @inline(__always)
    private static func areNear(_ ring: [PlanePoint], _ from: Int, _ next: Int) -> Bool {
        guard next - from <= longestRun else { return false }
        let start = ring[from].vector
        let way = ring[next].vector - start
        let square = way.dot(way)
        let most = distance * distance * square
        for k in from + 1..<next {
            let corner = ring[k].vector - start
            let (along, across) = (way.dot(corner), way.cross(corner))
            guard across * across < most, along > 0, along < square else { return false }
        }
        return true
    }
}
