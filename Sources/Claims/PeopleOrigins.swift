internal import Coverage
internal import Places

/// Where the people of a community's places come from: the arithmetic of ``Coverage/Demand``, retold.
struct PeopleOrigins {
    private let study: Study
    private let result: CoverageResult
    private let figures: PeopleFigures
    private let community: Int
    private let counted: [Int]

    /// Looks at the places of a community.
    ///
    /// - Parameters:
    ///   - study: the study.
    ///   - result: its coverage.
    ///   - figures: what communities and compounds state at the time.
    ///   - community: the community.
    ///   - members: the compounds that belong to it.
    init(study: Study, result: CoverageResult, figures: PeopleFigures, community: Int, members: [Int]) {
        self.study = study
        self.figures = figures
        self.result = result
        self.community = community
        counted = members.filter { result.states[$0].isCounted }
    }

    /// The households of one of its compounds, which states none and counts.
    func households(ofCompound index: Int) -> FigureOrigin {
        guard let total = figures.communityHouseholds[community] else {
            return .unknown(.communityStatesNone)
        }
        let silent = silentCompounds
        let prints = silent.compactMap { study.compounds[$0].footprint }
        let sum = prints.reduce(0, +)
        if prints.count == silent.count, sum > 0, let print = study.compounds[index].footprint {
            return shared(total, statedHouseholds, by: .footprints, part: print, of: sum)
        }
        return shared(total, statedHouseholds, by: .equally, part: 1, of: Double(silent.count))
    }

    /// The households of its residual.
    func householdsOfResidual() -> FigureOrigin {
        guard let total = figures.communityHouseholds[community] else {
            return .unknown(.communityStatesNone)
        }
        // Compounds that state none take all that is left.
        let part: Double = silentCompounds.isEmpty ? 1 : 0
        return shared(total, statedHouseholds, by: .rest, part: part, of: 1)
    }

    /// The elders of one of its compounds, which states none and counts.
    func elders(ofCompound index: Int) -> FigureOrigin {
        elders(part: result.demand.compounds[index].households ?? 0, isResidual: false)
    }

    /// The elders of its residual.
    func eldersOfResidual() -> FigureOrigin {
        elders(part: result.demand.residuals[community]?.households ?? 0, isResidual: true)
    }

    private func elders(part: Double, isResidual: Bool) -> FigureOrigin {
        guard let total = figures.communityElders[community] else {
            return .unknown(.communityStatesNone)
        }
        let stated = counted.reduce(0) { $0 + (statedElders(of: $1) ?? 0) }
        let outside = result.demand.residuals[community]?.households ?? 0
        let weight = counted.filter { statedElders(of: $0) == nil }
            .reduce(outside) { $0 + (result.demand.compounds[$1].households ?? 0) }
        guard weight > 0 else {
            return shared(total, stated, by: .residualOnly, part: isResidual ? 1 : 0, of: 1)
        }
        return shared(total, stated, by: .households, part: part, of: weight)
    }

    /// The counted compounds that state no households.
    private var silentCompounds: [Int] { counted.filter { statedHouseholds(of: $0) == nil } }
    private var statedHouseholds: Double { counted.reduce(0) { $0 + (statedHouseholds(of: $1) ?? 0) } }

    private func statedHouseholds(of index: Int) -> Double? {
        let stated = figures.compoundHouseholds[index]
        guard case .partly(let delivered) = result.states[index] else { return stated }
        return stated.map { min($0, delivered) } ?? delivered
    }

    private func statedElders(of index: Int) -> Double? {
        let elders = figures.compoundElders[index]
        guard case .partly(let delivered) = result.states[index] else { return elders }
        let share = figures.compoundHouseholds[index].map { $0 > 0 ? min(1, delivered / $0) : 0 }
        return elders.flatMap { elders in share.map { elders * $0 } }
    }

    private func shared(
        _ total: Double, _ stated: Double, by key: Remainder.Key, part: Double, of whole: Double
    ) -> FigureOrigin {
        .shared(
            Remainder(
                community: community, total: total, stated: stated, key: key, part: part, whole: whole))
    }
}
