package import Places

/// What a facility costs where neither the programme nor its site says so.
package struct CostDefault: Hashable, Sendable {
    /// What the pack calls it.
    package let id: String
    /// Where the figures are written.
    package let clause: Clause
    /// Which facilities it is for.
    package let selector: FacilitySelector
    /// For each facility, yuan.
    package let perFacility: ExactDecimal
    /// For each m² of floor, yuan.
    package let perSquareMetre: ExactDecimal
    /// For each bed, yuan.
    package let perBed: ExactDecimal

    /// Makes a default of its parts, which are added up.
    package init(
        id: String, clause: Clause, selector: FacilitySelector, perFacility: ExactDecimal = .zero,
        perSquareMetre: ExactDecimal = .zero, perBed: ExactDecimal = .zero
    ) {
        self.id = id
        self.clause = clause
        self.selector = selector
        self.perFacility = perFacility
        self.perSquareMetre = perSquareMetre
        self.perBed = perBed
    }

    /// What a facility costs, yuan; nothing if the default is not for it or a size that it needs is unknown.
    package func cost(of facility: Facility) -> ExactDecimal? {
        guard selector.counts(facility) else { return nil }
        var cost = perFacility
        if perSquareMetre != .zero {
            guard let area = facility.area else { return nil }
            cost = cost + perSquareMetre * area
        }
        if perBed != .zero {
            guard let beds = facility.beds else { return nil }
            cost = cost + perBed * beds
        }
        return cost
    }
}
