internal import Geodesy
internal import Geometry

/// Pairs of places just outside a circle's tolerance on either side of its boundary.
struct BoundaryPairs {
    /// Metres between two pairs along a long side.
    private static let spacing = 10.0
    /// Metres between two pairs at least, where sides are short.
    private static let leastSpacing = 2.0
    /// How far outside the tolerance a pair lies, in metres: the centimetre that drawn coordinates are rounded to,
    /// and a little.
    private static let beyond = 0.05

    /// A part of a boundary: some sides of a ring that follow each other.
    struct Part: Sendable {
        /// The circle, as an index into those proved.
        let circle: Int
        let ring: Int
        let sides: Range<Int>
    }

    /// Cuts the boundaries of circles into parts that keep threads equally busy.
    static func parts(of circles: [ProvedCircle]) -> [Part] {
        var parts: [Part] = []
        for (index, circle) in circles.enumerated() {
            for (ring, positions) in circle.area.rings.enumerated() {
                let sides = positions.count - 1
                for first in stride(from: 0, to: sides, by: 2_048) {
                    parts.append(
                        Part(circle: index, ring: ring, sides: first..<min(first + 2_048, sides)))
                }
            }
        }
        return parts
    }

    /// The places beside a part: at the middle of every side and for every ten metres of a long one, though not within
    /// two metres of the pair before; left out where another part of the boundary is as near.
    static func places(beside part: Part, of circle: ProvedCircle) -> [GeographicPoint] {
        let ring = circle.area.rings[part.ring]
        guard let first = ring.first else { return [] }
        let metres = LocalMetres(at: first)
        let away = circle.tolerance.value + beyond
        var places: [GeographicPoint] = []
        var walked = 0.0
        var last = -leastSpacing
        for side in part.sides {
            let (a, b) = (ring[side], ring[side + 1])
            let (dx, dy) = metres.way(from: a, to: b)
            let length = (dx * dx + dy * dy).squareRoot()
            guard length > 0 else { continue }
            let count = max(1, (length / spacing).rounded(.up))
            for k in 0..<Int(count) {
                let share = (Double(k) + 0.5) / count
                guard walked + share * length - last >= leastSpacing else { continue }
                last = walked + share * length
                for reach in [away, -away] {
                    let place = metres.moved(
                        a, share * dx - reach * dy / length, share * dy + reach * dx / length)
                    // Nearer to another part of the boundary it would prove nothing.
                    if !circle.area.isNear(place, within: circle.tolerance.value, by: metres) {
                        places.append(place)
                    }
                }
            }
            walked += length
        }
        return places
    }
}
