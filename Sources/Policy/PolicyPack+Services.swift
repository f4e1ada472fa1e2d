/// The services that a pack asks for, buys or counts by.
extension PolicyPack {
    /// Every service that an entry names, by its code or in the pack's own word.
    package var namedServices: Set<String> {
        let selectors: [FacilitySelector] =
            Array(selectors.values) + namedMeasures.values.map(\.selector) + facilityStandards.map(\.selector)
            + tierStandards.map(\.selector) + serviceRules.map(\.selector) + subsidies.map(\.selector)
            + targets.compactMap(\.selector)
        let required = facilityStandards.flatMap { standard -> [String] in
            if case .services(let services) = standard.requirement { services } else { [] }
        }
        return Set(
            selectors.flatMap(\.services) + required + serviceClasses.services.values.flatMap(\.self)
                + entitlements.flatMap(\.services))
    }
}
