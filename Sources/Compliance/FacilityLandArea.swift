package import Places
package import Policy

/// Standards of the land that a facility stands on.
package enum FacilityLandArea {
    /// What such a standard says of a facility.
    package static func finding(
        on facility: Facility, under standard: FacilityStandard, minimum: ExactDecimal
    ) -> Finding {
        guard let land = facility.landArea else {
            return .facility(
                facility, standard, .unknown, required: minimum, .squareMetres, .landAreaNotStated)
        }
        return .facility(
            facility, standard, land < minimum ? .fail : .pass, measured: land, required: minimum,
            .squareMetres, .landArea)
    }
}
