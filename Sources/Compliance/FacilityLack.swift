package import Places
internal import Policy

/// What a facility lacks to count.
package struct FacilityLack: Hashable, Sendable {
    /// So many m² of floor.
    package var area = ExactDecimal.zero
    /// So many beds.
    package var beds = ExactDecimal.zero
    /// These services.
    package var services: [String] = []
    /// One of these grades.
    package var grades: [String] = []
    /// One of these roles in the network.
    package var networks: [NetworkRole] = []
    /// To be run by one of these.
    package var operators: [Sector] = []

    /// Nothing.
    package init() {}

    /// So many m² and these services.
    package init(area: ExactDecimal, services: [String] = []) {
        (self.area, self.services) = (area, services)
    }

    /// Whether it lacks nothing.
    package var isNothing: Bool { self == FacilityLack() }

    /// How many things other than m² it lacks.
    var others: Int {
        services.count + (beds > .zero ? 1 : 0) + (grades.isEmpty ? 0 : 1) + (networks.isEmpty ? 0 : 1)
            + (operators.isEmpty ? 0 : 1)
    }
}

extension FacilitySelector {
    /// What a facility has to be given to count, beside what it is said to be: a grade, somebody who runs it, services, and a
    /// role in the network where none is stated.
    func arrangements(network: NetworkRole?) -> FacilityLack {
        var lack = FacilityLack()
        lack.services = services
        lack.grades = grades
        lack.operators = operators
        if network == nil { lack.networks = networks }
        return lack
    }
}
