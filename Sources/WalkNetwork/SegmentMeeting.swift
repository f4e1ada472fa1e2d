internal import Geometry

/// A place where two segments meet on the plane.
struct SegmentMeeting {
    /// The place.
    let place: PlanePoint
    /// How far along the first segment it lies, from 0 to 1.
    let onFirst: Double
    /// How far along the second.
    let onSecond: Double

    /// Where two segments cross inside both, or else where an end of one touches the other.
    static func meetings(
        of first: (a: PlanePoint, b: PlanePoint), with second: (a: PlanePoint, b: PlanePoint)
    ) -> [SegmentMeeting] {
        let (a, b) = first
        let (ux, uy) = (b.x - a.x, b.y - a.y)
        let (vx, vy) = (second.b.x - second.a.x, second.b.y - second.a.y)
        let (wx, wy) = (second.a.x - a.x, second.a.y - a.y)
        let cross = ux * vy - uy * vx
        var touches: [SegmentMeeting] = []
        for (end, fraction) in [(second.a, 0.0), (second.b, 1.0)] {
            let foot = SegmentFoot(of: end, from: a, to: b)
            if foot.distance <= Streets.meetingDistance {
                touches.append(SegmentMeeting(place: end, onFirst: foot.fraction, onSecond: fraction))
            }
        }
        for (end, fraction) in [(a, 0.0), (b, 1.0)] {
            let foot = SegmentFoot(of: end, from: second.a, to: second.b)
            if foot.distance <= Streets.meetingDistance {
                touches.append(SegmentMeeting(place: end, onFirst: fraction, onSecond: foot.fraction))
            }
        }
        guard touches.isEmpty, cross != 0 else { return touches }
        let t = (wx * vy - wy * vx) / cross
        let s = (wx * uy - wy * ux) / cross
        guard t > 0, t < 1, s > 0, s < 1 else { return [] }
        return [
            SegmentMeeting(place: PlanePoint(x: a.x + t * ux, y: a.y + t * uy), onFirst: t, onSecond: s)
        ]
    }
}
