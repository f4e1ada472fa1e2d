package import Geometry
internal import WalkNetwork

extension AccessSources {
    /// A place and a facility that it reaches, as one method weighs them.
    package struct Pair: Hashable, Sendable {
        /// The facility, as an index into the sources'.
        package let facility: Int
        /// The place: a compound, or behind all of them the residual of a community.
        package let place: Int
        /// The walk between them.
        package let walk: Micrometres
        /// The weight of the walk: that of its third, or 1.
        package let weight: Double
        /// The part of the place's people who look to this facility among all that they reach; 1 where a method lets all
        /// look to each.
        package let choice: Double

        /// What the pair counts in both sums: of people at the facility, of ratios at the place.
        package var effect: Double { weight * choice }
    }

    /// The facilities that each of some places reaches, in the table's order.
    package func pairs(ofPlaces wanted: [Int], by method: CatchmentMethod) -> [[Pair]] {
        let positions = Dictionary(zip(wanted, wanted.indices), uniquingKeysWith: { first, _ in first })
        var found = [[(facility: Int, walk: Micrometres)]](repeating: [], count: wanted.count)
        for facility in facilities.indices {
            for (place, walk) in reach.row(ofFacility: facility) {
                if let position = positions[Int(place)] { found[position].append((facility, walk)) }
            }
        }
        return zip(wanted, found).map { place, reached in
            let weights = reached.map { method.weight(of: $0.walk, in: zones) }
            let sum = weights.reduce(0, +)
            return zip(reached, weights).map { own, weight in
                Pair(
                    facility: own.facility, place: place, walk: own.walk, weight: weight,
                    choice: method.choice(weight, ofAll: sum))
            }
        }
    }

    /// The places that a facility is reached from, in the table's order.
    package func pairs(ofFacility facility: Int, by method: CatchmentMethod) -> [Pair] {
        let places = reach.row(ofFacility: facility).map { Int($0.0) }
        return pairs(ofPlaces: places, by: method).flatMap { $0 }.filter { $0.facility == facility }
    }
}
