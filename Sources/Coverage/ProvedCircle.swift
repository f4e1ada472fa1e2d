internal import Geodesy
internal import Geometry
internal import WalkNetwork

/// A walk circle as it is asked what it holds.
struct ProvedCircle: Sendable {
    /// The facility, as an index into the study's; nothing for the dissolved circle.
    let facility: Int?
    let minutes: Double
    /// The walk in those minutes.
    let limit: Micrometres
    let tolerance: Metres
    /// What is drawn.
    let area: BandedArea

    /// A place whose kind by the rule is not that drawn.
    struct Mismatch: Sendable {
        let place: Int
        let isDrawnInside: Bool
        /// From the boundary, in metres.
        let distance: Double
    }

    /// The places that are either reached or drawn inside, and not both.
    ///
    /// - Parameters:
    ///   - reached: the places within the walk by the rule, ascending.
    ///   - points: all places.
    ///   - grid: the same, sorted.
    /// - Returns: those on the wrong side, ascending.
    func mismatches(
        reached: [Int32], at points: [GeographicPoint], _ grid: PlaceGrid
    ) -> [Mismatch] {
        var inside: [Int32] = []
        if let box = area.box {
            grid.forEachPlace(in: box) { place in
                if area.contains(points[Int(place)]) { inside.append(place) }
            }
            inside.sort()
        }
        var found: [Mismatch] = []
        func add(_ place: Int32, isDrawnInside: Bool) {
            found.append(
                Mismatch(
                    place: Int(place), isDrawnInside: isDrawnInside,
                    distance: area.distance(from: points[Int(place)])))
        }
        var (i, j) = (0, 0)
        while i < reached.count || j < inside.count {
            if j == inside.count || (i < reached.count && reached[i] < inside[j]) {
                add(reached[i], isDrawnInside: false)
                i += 1
            } else if i == reached.count || inside[j] < reached[i] {
                add(inside[j], isDrawnInside: true)
                j += 1
            } else {
                (i, j) = (i + 1, j + 1)
            }
        }
        return found
    }
}
