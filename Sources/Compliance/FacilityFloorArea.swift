package import Places
package import Policy

/// Standards of floor area: so many m², or else a share of the public service floor area of the community.
package enum FacilityFloorArea {
    /// What such a standard says of a facility.
    ///
    /// - Parameters:
    ///   - facility: the facility.
    ///   - standard: the standard.
    ///   - minimum: the least floor area, m².
    ///   - share: the share of its community's public service floor area that suffices, too.
    ///   - publicServiceArea: that area, m²; nothing where the community does not state it.
    /// - Returns: the finding.
    package static func finding(
        on facility: Facility, under standard: FacilityStandard, minimum: ExactDecimal,
        orShare share: ExactDecimal?,
        of publicServiceArea: ExactDecimal?
    ) -> Finding {
        guard let area = facility.area else {
            return .facility(facility, standard, .unknown, required: minimum, .squareMetres, .areaNotStated)
        }
        if area >= minimum {
            return .facility(
                facility, standard, .pass, measured: area, required: minimum, .squareMetres, .floorArea)
        }
        guard let share else {
            return .facility(
                facility, standard, .fail, measured: area, required: minimum, .squareMetres, .floorArea)
        }
        guard let publicServiceArea else {
            return .facility(
                facility, standard, .unknown, measured: area, required: minimum, .squareMetres,
                .publicServiceNotStated(share: share))
        }
        let required = min(minimum, share * publicServiceArea)
        return .facility(
            facility, standard, area >= required ? .pass : .fail, measured: area, required: required,
            .squareMetres, .shareOfPublicService(share: share, of: publicServiceArea))
    }
}
