package import Places

/// What each facility of a kind must be like (the rules `facility.*`).
package struct FacilityStandard: Hashable, Sendable {
    /// How the names of such rules begin.
    package static let prefix = "facility."

    /// What is asked of it.
    package enum Requirement: Hashable, Sendable {
        /// So many m² of floor, or else this share (0…1) of the public service floor area of its community.
        case floorArea(minimum: ExactDecimal, orShareOfPublicService: ExactDecimal?)
        /// So many m² of floor for each bed.
        case areaPerBed(ExactDecimal)
        /// No higher than a floor, and above ground where the flag says so.
        case floors(highest: Int, aboveGround: Bool)
        /// All of these services, in byte order.
        case services([String])
        /// A service class, or a higher one.
        case serviceClass(ServiceClass)
        /// So many m² of land.
        case landArea(ExactDecimal)
        /// Nobody stays longer than so many months.
        case longestStay(months: Int)
    }

    /// The rule's name in outputs, which begins with ``prefix``.
    package let id: String
    /// What people call it.
    package let name: BilingualText
    /// Where it is written.
    package let clause: Clause
    /// When it holds.
    package let period: EffectivePeriod
    /// Which facilities it is for.
    package let selector: FacilitySelector
    /// Where it applies.
    package let area: PolicyArea
    /// What it asks of each.
    package let requirement: Requirement

    /// Makes a standard of its parts.
    package init(
        id: String, name: BilingualText, clause: Clause, period: EffectivePeriod = .always,
        selector: FacilitySelector, area: PolicyArea = .everywhere, requirement: Requirement
    ) {
        self.id = id
        self.name = name
        self.clause = clause
        self.period = period
        self.selector = selector
        self.area = area
        self.requirement = requirement
    }
}
