import Geometry

/// The river and the lakes of a synthetic city.
struct Waters: Sendable {
    let river: River
    let lakes: [Lake]

    init(_ dimensions: CityDimensions, random: inout SeededGenerator) {
        let river = River(dimensions, random: &random)
        let side = dimensions.side
        var lakes: [Lake] = []
        var tries = 0
        while lakes.count < dimensions.lakes, tries < dimensions.lakes * 50 {
            tries += 1
            let radius = dimensions.riverHalfWidth * random.between(1.6, 3.6)
            let margin = radius + side * 0.02
            let middle = PlanePoint(
                x: random.between(margin, side - margin), y: random.between(margin, side - margin))
            let section = min(Int(middle.y / river.spacing), river.middle.count - 1)
            let fromRiver = abs(middle.x - river.middle[section]) - river.halfWidth[section]
            let fromCore = middle.distance(to: PlanePoint(x: side / 2, y: side / 2))
            // Clear of the river with its bends, of the core and of one another.
            guard fromRiver > radius * 2, fromCore > dimensions.coreRadius * 0.8 + radius,
                lakes.allSatisfy({ $0.middle.distance(to: middle) > ($0.reach + radius) * 1.3 })
            else { continue }
            lakes.append(Lake(middle: middle, radius: radius, random: &random))
        }
        self.river = river
        self.lakes = lakes
    }

    /// Whether a place is in the water.
    func contains(_ p: PlanePoint) -> Bool {
        river.bank(at: p) == .water || lakes.contains { $0.contains(p) }
    }
}
