package import Places
package import Policy

/// Standards of floor area for each bed.
package enum FacilityAreaPerBed {
    /// What such a standard says of a facility: its floor area against its beds × the minimum, without rounding.
    ///
    /// Measured and required are m² of the whole facility, so that the shortfall is what has to be added.
    package static func finding(
        on facility: Facility, under standard: FacilityStandard, minimum: ExactDecimal
    ) -> Finding {
        guard let beds = facility.beds else {
            return .facility(
                facility, standard, .unknown, measured: facility.area, .squareMetres, .bedsNotStated)
        }
        guard beds > .zero else {
            return .facility(facility, standard, .exempt, measured: facility.area, .squareMetres, .noBeds)
        }
        let required = beds * minimum
        guard let area = facility.area else {
            return .facility(facility, standard, .unknown, required: required, .squareMetres, .areaNotStated)
        }
        return .facility(
            facility, standard, area >= required ? .pass : .fail, measured: area, required: required,
            .squareMetres, .bedsTimesArea(beds: beds, area: minimum), numerator: area, denominator: beds)
    }
}
