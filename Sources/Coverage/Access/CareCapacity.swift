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
}
