package import Places
package import Policy

/// Standards of the floor that a facility stands on.
package enum FacilityFloors {
    /// What such a standard says of a facility: no floor above the highest, and where it says so no basement.
    package static func finding(
        on facility: Facility, under standard: FacilityStandard, highest: Int, aboveGround: Bool
    ) -> Finding {
        let required = ExactDecimal(highest)
        guard let floor = facility.floor else {
            return .facility(facility, standard, .unknown, required: required, .floors, .floorNotStated)
        }
        let isTooHigh = floor > highest
        let isTooLow = aboveGround && floor < 1
        return .facility(
            facility, standard, isTooHigh || isTooLow ? .fail : .pass, measured: ExactDecimal(floor),
            required: required, .floors, .floor(aboveGround: aboveGround),
            shortfall: isTooHigh
                ? ExactDecimal(floor - highest) : isTooLow ? ExactDecimal(1 - floor) : .zero)
    }
}
