import Geometry

/// A lake: a star of shore points around its middle.
struct Lake: Sendable {
    let middle: PlanePoint
    /// The farthest shore from the middle, in metres.
    let reach: Double
    /// The shore, closed and counter-clockwise.
    let shore: [PlanePoint]

    init(middle: PlanePoint, radius: Double, random: inout SeededGenerator) {
        self.middle = middle
        var shore: [PlanePoint] = []
        // Each reach is the mean of two, so that the shore has bays and no spikes.
        var before = random.between(0.55, 1.0)
        for direction in Self.directions {
            let next = random.between(0.55, 1.0)
            let r = radius * (before + next) / 2
            before = next
            shore.append(PlanePoint(x: middle.x + r * direction.x, y: middle.y + r * direction.y))
        }
        shore.append(shore[0])
        self.shore = shore
        reach = radius
    }

    /// Whether a place is in the water, by the even-odd rule.
    func contains(_ p: PlanePoint) -> Bool {
        guard abs(p.x - middle.x) <= reach, abs(p.y - middle.y) <= reach else { return false }
        var inside = false
        for i in 0..<shore.count - 1 {
            let (a, b) = (shore[i], shore[i + 1])
            guard (a.y > p.y) != (b.y > p.y) else { continue }
            if p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x) { inside.toggle() }
        }
        return inside
    }

    /// Directions around the circle, counter-clockwise from the east: the rational points
    /// ((1 - t²) / (1 + t²), 2t / (1 + t²)) of a quarter, turned three times.
    private static let directions: [PlanePoint] = {
        let quarter = (0..<7).map { k -> PlanePoint in
            let t = Double(k) / 7
            return PlanePoint(x: (1 - t * t) / (1 + t * t), y: 2 * t / (1 + t * t))
        }
        return quarter + quarter.map { PlanePoint(x: -$0.y, y: $0.x) }
            + quarter.map { PlanePoint(x: -$0.x, y: -$0.y) } + quarter.map { PlanePoint(x: $0.y, y: -$0.x) }
    }()
}
