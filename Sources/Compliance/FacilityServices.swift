package import Places
package import Policy

/// Standards of the services that a facility offers.
package enum FacilityServices {
    /// What such a standard says of a facility: it offers all of the services.
    package static func finding(
        on facility: Facility, under standard: FacilityStandard, services: [String]
    ) -> Finding {
        let required = ExactDecimal(services.count)
        guard !facility.services.isEmpty else {
            return .facility(facility, standard, .unknown, required: required, .services, .servicesNotStated)
        }
        let missing = services.filter { !facility.services.contains($0) }
        return .facility(
            facility, standard, missing.isEmpty ? .pass : .fail,
            measured: ExactDecimal(services.count - missing.count), required: required, .services,
            .servicesMissing(missing))
    }

    /// What a standard of service classes says of a facility: it is of the class or a higher one.
    package static func finding(
        on facility: Facility, under standard: FacilityStandard, atLeast least: ServiceClass,
        by classing: ServiceClassing
    ) -> Finding {
        let required = ExactDecimal(rank(least))
        guard let own = classing.serviceClass(of: facility) else {
            return .facility(
                facility, standard, .unknown, required: required, .serviceClass, .serviceClassNotStated)
        }
        return .facility(
            facility, standard, own < least ? .fail : .pass, measured: ExactDecimal(rank(own)),
            required: required, .serviceClass, .serviceClass(own))
    }

    private static func rank(_ serviceClass: ServiceClass) -> Int {
        switch serviceClass {
        case .one: 1
        case .two: 2
        case .three: 3
        }
    }
}
