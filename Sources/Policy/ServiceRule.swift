package import Places

/// What people who are entitled to services must find where they live (the rules `service.*`).
package struct ServiceRule: Hashable, Sendable {
    /// The name of rules that hold hours of service against those of carers.
    package static let hoursID = "service.hours"
    /// The name of rules that ask for the services to be offered.
    package static let offeredID = "service.offered"

    /// What is asked for.
    package enum Demand: Hashable, Sendable {
        /// The carers of the counted facilities, at so many hours a month each, suffice for everybody's hours.
        case hours(aCarerAMonth: ExactDecimal)
        /// The counted facilities together offer every service of the entitlement.
        case offered
    }

    /// The rule's name in outputs: ``hoursID`` or ``offeredID``, with `@` and a word of the pack's own where there are
    /// several.
    package let id: String
    /// Where it is written.
    package let clause: Clause
    /// When it holds.
    package let period: EffectivePeriod
    /// The entitlement, by its id.
    package let entitlement: String
    /// Whose carers and services count.
    package let selector: FacilitySelector
    /// The areas that are judged, each on its own.
    package let tier: TierStandard.Tier
    /// What is asked for.
    package let demand: Demand

    /// Makes a rule of its parts.
    package init(
        id: String, clause: Clause, period: EffectivePeriod = .always, entitlement: String,
        selector: FacilitySelector = .any, tier: TierStandard.Tier = .city, demand: Demand
    ) {
        self.id = id
        self.clause = clause
        self.period = period
        self.entitlement = entitlement
        self.selector = selector
        self.tier = tier
        self.demand = demand
    }
}
