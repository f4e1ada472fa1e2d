package import Places

/// How many people a facility can serve, by something it states of its size.
package struct CapacityRule: Hashable, Sendable {
    /// What of its size counts, under the names of columns.
    package enum Measure: String, Hashable, Sendable, CaseIterable {
        case beds
        case dayCarePlaces = "daycare_places"
        case area = "area_m2"
    }

    package var measure: Measure
    /// How many beds, places or m² are needed for each 1,000 people.
    package var perThousand: Double

    /// Makes a rule; left out, one serves one.
    package init(_ measure: Measure, perThousand: Double = 1000) {
        self.measure = measure
        self.perThousand = perThousand
    }

    /// How many people a facility can serve; nothing where it does not state its size.
    package func people(_ facility: Facility) -> Double? {
        let size =
            switch measure {
            case .beds: facility.beds
            case .dayCarePlaces: facility.dayCarePlaces
            case .area: facility.area
            }
        return size.map { $0.double * 1000 / perThousand }
    }
}
