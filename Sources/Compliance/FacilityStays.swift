package import Places
package import Policy

/// Standards of how long people may stay in a facility.
package enum FacilityStays {
    /// What such a standard says of a facility: nobody stays longer than so many months.
    package static func finding(
        on facility: Facility, under standard: FacilityStandard, months: Int
    ) -> Finding {
        let required = ExactDecimal(months)
        guard let longest = facility.longestStay else {
            return .facility(
                facility, standard, .unknown, required: required, .months, .longestStayNotStated)
        }
        return .facility(
            facility, standard, longest > months ? .fail : .pass, measured: ExactDecimal(longest),
            required: required, .months, .longestStay, shortfall: ExactDecimal(longest - months))
    }
}
