/// Sites to be chosen: what is wanted, and within which limits.
package struct SitingProblem: Hashable, Sendable {
    package var objective: SitingObjective
    package var table: SitingTable
    /// How many sites may be chosen; existing ones are not counted, upgrades are.
    package var p: Int?
    /// How much money may be spent, yuan; a candidate without a cost is free.
    package var budget: Double?
    /// Which share of all demand LSCP is to cover, from 0 to 1; nothing: all that can be.
    package var share: Double?
    /// Whether places where nobody lives are to be within reach like others; else they ask for nothing.
    ///
    /// A share of LSCP below 1 asks for none of them.
    package var servesEmptyPlaces: Bool
    package var effort: SitingEffort

    /// Makes a problem.
    package init(
        _ objective: SitingObjective, _ table: SitingTable, p: Int? = nil, budget: Double? = nil,
        share: Double? = nil, servesEmptyPlaces: Bool = false, effort: SitingEffort = .usual
    ) {
        self.objective = objective
        self.table = table
        self.p = p
        self.budget = budget
        self.share = share
        self.servesEmptyPlaces = servesEmptyPlaces
        self.effort = effort
    }

    /// The best choice of sites that the effort finds, and how good any can be.
    ///
    /// - Throws: ``SitingFailure`` where no choice keeps the limits.
    package func solved() throws(SitingFailure) -> SitingSolution {
        try checkLimits()
        let found =
            switch objective {
            case .lscp: try isSimple ? solvedCover() : solvedProgram()
            case .mclp, .pMedian: try isSimple ? solvedMedian() : solvedProgram()
            case .pCenter: try solvedCenter()
            }
        return withoutNeedless(found)
    }

    /// Whether nobody is turned away and nothing takes another's place.
    var isSimple: Bool {
        table.candidates.allSatisfy { ($0.capacity == nil || $0.state == .excluded) && $0.replaces == nil }
    }

    /// Two required candidates of which one serves at most.
    private var exclusive: (String, String)? {
        let candidates = table.candidates
        for (index, candidate) in candidates.enumerated() where candidate.state == .required {
            guard let replaced = candidate.replaces else { continue }
            if candidates[replaced].state == .required { return (candidates[replaced].id, candidate.id) }
            let other = candidates[..<index].first { $0.state == .required && $0.replaces == replaced }
            if let other { return (other.id, candidate.id) }
        }
        return nil
    }

    private func checkLimits() throws(SitingFailure) {
        if objective != .lscp, p == nil, budget == nil { throw .noLimit(objective) }
        if objective == .pCenter, p == nil || budget != nil { throw .onlyNumber }
        let required = table.candidates.filter { $0.state == .required }
        if let p, required.count > p { throw .requiredBeyondNumber(required: required.count, p: p) }
        if let (one, other) = exclusive { throw .requiredExclusive(one, other) }
        let cost = required.reduce(0) { $0 + ($1.cost ?? 0) }
        if let budget, cost > budget { throw .requiredBeyondBudget(cost: cost, budget: budget) }
    }
}
