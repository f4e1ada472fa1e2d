package import Geometry
package import Places

/// What people share at a facility.
package enum CareCapacity: String, Hashable, Sendable, CaseIterable {
    case beds
    case dayCarePlaces = "daycare_places"

    /// How many a facility states.
    package func stated(by facility: Facility) -> Double? {
        switch self {
        case .beds: facility.beds?.double
        case .dayCarePlaces: facility.dayCarePlaces?.double
        }
    }
}

/// The floating catchment area by which access is measured.
package enum CatchmentMethod: String, Hashable, Sendable, CaseIterable {
    case twoStep = "2sfca"
    case enhancedTwoStep = "e2sfca"
    case threeStep = "3sfca"

    /// The access by this method.
    func access(_ table: CatchmentTable, zones: CatchmentZones) -> CatchmentAccess {
        switch self {
        case .twoStep: table.twoStep()
        case .enhancedTwoStep: table.enhancedTwoStep(zones)
        case .threeStep: table.threeStep(zones)
        }
    }

    /// The weight of a walk, before people choose among facilities.
    package func weight(of walk: Micrometres, in zones: CatchmentZones) -> Double {
        self == .twoStep ? 1 : zones.weight(of: walk)
    }

    /// Which part of a place's people look to one facility, of the weights of all that they reach.
    package func choice(_ weight: Double, ofAll sum: Double) -> Double {
        self == .threeStep ? (sum > 0 ? weight / sum : 0) : 1
    }
}
