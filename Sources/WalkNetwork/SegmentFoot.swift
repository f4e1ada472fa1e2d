internal import Geometry

/// The place on a segment that is nearest to a point, on the plane.
struct SegmentFoot {
    /// How far along the segment, from 0 at its start to 1 at its end.
    let fraction: Double
    /// The place itself; exactly an end where the fraction is 0 or 1.
    let place: PlanePoint
    /// The square of the distance, in square metres of the plane.
    let squaredDistance: Double

    /// Drops a perpendicular, or goes to the nearer end where none falls inside.
    @inline(__always)
    init(of p: PlanePoint, from a: PlanePoint, to b: PlanePoint) {
        let ux = b.x - a.x
        let uy = b.y - a.y
        let dot = (p.x - a.x) * ux + (p.y - a.y) * uy
        let squaredLength = ux * ux + uy * uy
        if dot <= 0 || squaredLength == 0 {
            (fraction, place) = (0, a)
        } else if dot >= squaredLength {
            (fraction, place) = (1, b)
        } else {
            fraction = dot / squaredLength
            place = PlanePoint(x: a.x + fraction * ux, y: a.y + fraction * uy)
        }
        squaredDistance =
            (p.x - place.x) * (p.x - place.x) + (p.y - place.y) * (p.y - place.y)
    }

    /// The distance, in metres of the plane.
    var distance: Double { squaredDistance.squareRoot() }
}
