package import Places

/// Which facilities count for a measure, a target or an amount of money.
///
/// A condition that names nothing is met by all; of the values that a condition names one is enough, except
/// for services, which must all be offered. A facility that leaves a column empty does not meet a condition on
/// that column. Whether a facility is open is a matter of the day: see ``counts(_:on:)``.
package struct FacilitySelector: Hashable, Sendable {
    /// Kinds that count; none named: every kind except platforms, which count only where they are named.
    package let kinds: [FacilityKind]
    /// Levels that count.
    package let levels: [Level]
    /// Roles in the network that count.
    package let networks: [NetworkRole]
    /// Grades that count, in byte order.
    package let grades: [String]
    /// Who must run it.
    package let operators: [Sector]
    /// The least floor area, m².
    package let minimumArea: ExactDecimal?
    /// The fewest beds.
    package let minimumBeds: ExactDecimal?
    /// Services that must all be offered, in byte order.
    package let services: [String]
    /// States in which a facility counts; none named: those that are open.
    package let statuses: [FacilityStatus]

    /// Every facility except platforms.
    package static let any = FacilitySelector()

    /// Makes a selector of its conditions; the order in which values are named does not matter.
    package init(
        kinds: [FacilityKind] = [], levels: [Level] = [], networks: [NetworkRole] = [], grades: [String] = [],
        operators: [Sector] = [], minimumArea: ExactDecimal? = nil, minimumBeds: ExactDecimal? = nil,
        services: [String] = [], statuses: [FacilityStatus] = []
    ) {
        self.kinds = FacilityKind.allCases.filter(kinds.contains)
        self.levels = Level.allCases.filter(levels.contains)
        self.networks = NetworkRole.allCases.filter(networks.contains)
        self.grades = Set(grades).sorted(by: precedesInByteOrder)
        self.operators = Sector.allCases.filter(operators.contains)
        self.minimumArea = minimumArea
        self.minimumBeds = minimumBeds
        self.services = Set(services).sorted(by: precedesInByteOrder)
        self.statuses = FacilityStatus.allCases.filter(statuses.contains)
    }

    /// Whether a facility counts on a day: it is open, or in one of the states that the selector names.
    package func counts(_ facility: Facility, on day: Day) -> Bool {
        counts(facility)
            && (statuses.isEmpty ? facility.isOpen(on: day) : statuses.contains { facility.is($0, on: day) })
    }

    /// Whether what is open may count.
    package var countsOpen: Bool { statuses.isEmpty || statuses.contains(.operating) }

    /// The kinds and levels alone: what facilities must be that could be made to count.
    package var ofKindAndLevel: FacilitySelector { FacilitySelector(kinds: kinds, levels: levels) }

    /// Whether a facility counts when it is open.
    package func counts(_ facility: Facility) -> Bool {
        if kinds.isEmpty {
            if facility.kind == .platform { return false }
        } else {
            guard let kind = facility.kind, kinds.contains(kind) else { return false }
        }
        return (levels.isEmpty || levels.contains(facility.level))
            && meets(networks, facility.network)
            && meets(grades, facility.grade)
            && meets(operators, facility.operator)
            && reaches(minimumArea, facility.area)
            && reaches(minimumBeds, facility.beds)
            && services.allSatisfy(facility.services.contains)
    }

    /// The selector as the column `counted` names it: `any`, or its conditions in the order of the fields.
    package var text: String {
        var conditions: [String] = []
        if !kinds.isEmpty { conditions.append("kind=" + listed(kinds.map(\.rawValue))) }
        if !levels.isEmpty { conditions.append("level=" + listed(levels.map(\.rawValue))) }
        if !networks.isEmpty { conditions.append("network=" + listed(networks.map(\.rawValue))) }
        if !grades.isEmpty { conditions.append("grade=" + listed(grades)) }
        if !operators.isEmpty { conditions.append("operator=" + listed(operators.map(\.rawValue))) }
        if let minimumArea { conditions.append("area_m2>=\(minimumArea)") }
        if let minimumBeds { conditions.append("beds>=\(minimumBeds)") }
        if !services.isEmpty { conditions.append("services=" + services.joined(separator: "+")) }
        if !statuses.isEmpty { conditions.append("status=" + listed(statuses.map(\.rawValue))) }
        return conditions.isEmpty ? "any" : conditions.joined(separator: ";")
    }

    private func meets<Value: Equatable>(_ named: [Value], _ value: Value?) -> Bool {
        guard !named.isEmpty else { return true }
        guard let value else { return false }
        return named.contains(value)
    }

    private func reaches(_ least: ExactDecimal?, _ value: ExactDecimal?) -> Bool {
        guard let least else { return true }
        guard let value else { return false }
        return value >= least
    }

    private func listed(_ names: [String]) -> String { names.joined(separator: "|") }
}
