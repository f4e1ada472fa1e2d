import Geometry

/// How densely people live: a core, sub-centres and a thin spread over everything else.
struct UrbanDensity: Sendable {
    private struct Centre: Sendable {
        let place: PlanePoint
        let radius: Double
        let weight: Double
    }

    private let centres: [Centre]
    private static let countryside = 0.006

    init(_ dimensions: CityDimensions, waters: Waters, random: inout SeededGenerator) {
        let side = dimensions.side
        // The core lies on the west bank, as near the water as such cores do.
        let section = waters.river.middle.count / 2
        let bank = waters.river.middle[section] - waters.river.halfWidth[section]
        var centres = [
            Centre(
                place: PlanePoint(x: bank - dimensions.coreRadius * 0.5, y: side * 0.5),
                radius: dimensions.coreRadius, weight: 1)
        ]
        for _ in 0..<dimensions.subcentres {
            centres.append(
                Centre(
                    place: PlanePoint(x: side * random.between(0.1, 0.9), y: side * random.between(0.1, 0.9)),
                    radius: dimensions.coreRadius * random.between(0.25, 0.5),
                    weight: random.between(0.35, 0.8)))
        }
        self.centres = centres
    }

    /// The density at a place, about 1 in the core.
    func at(_ p: PlanePoint) -> Double {
        var sum = Self.countryside
        for centre in centres {
            let (dx, dy) = (p.x - centre.place.x, p.y - centre.place.y)
            let q = 1 + (dx * dx + dy * dy) / (centre.radius * centre.radius)
            sum += centre.weight / (q * q)
        }
        return sum
    }
}
