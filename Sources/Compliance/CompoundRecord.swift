package import Places
package import Policy

/// A compound with the rows of its phases: what rules about compounds look at.
package struct CompoundRecord: Sendable {
    /// The compound.
    package let compound: Compound
    /// Its phases by number; the first is what rules call the first phase.
    package let phases: [Phase]

    /// Makes a record of a compound and its phases in any order.
    package init(compound: Compound, phases: [Phase]) {
        self.compound = compound
        self.phases = phases.sorted { $0.number < $1.number }
    }

    /// The care space that the phases state, m²; nothing if none states any.
    ///
    /// A phase without a figure beside others that have one holds none.
    package var careSpaceOfPhases: ExactDecimal? {
        let stated = phases.compactMap(\.careSpace)
        return stated.isEmpty ? nil : stated.reduce(.zero, +)
    }

    /// The compound's care space, m²: as it states it, else as its phases do; nothing if unknown.
    package var careSpace: ExactDecimal? { compound.careSpace ?? careSpaceOfPhases }

    /// What counts as its care space by a rule, m²: with what it provides elsewhere, where the rule lets it.
    package func careSpace(by rule: SpaceRule) -> ExactDecimal? {
        guard rule.countsElsewhere, let elsewhere = compound.careSpaceElsewhere else { return careSpace }
        return (careSpace ?? .zero) + elsewhere
    }

    /// The documents that some dates of its phases rest on, each once, in the order of the phases.
    func permits(where counts: (Phase, Permit) -> Bool) -> [String] {
        var documents: [String] = []
        for phase in phases {
            for permit in phase.permits where counts(phase, permit) && !documents.contains(permit.document) {
                documents.append(permit.document)
            }
        }
        return documents
    }

    /// The phases that hold care space.
    package var phasesHoldingCareSpace: [Phase] {
        phases.filter { phase in phase.careSpace.map { $0 > .zero } ?? false }
    }

    /// The records of a study's compounds, in their order.
    package static func all(in study: Study) -> [CompoundRecord] {
        var phases = [[Phase]](repeating: [], count: study.compounds.count)
        for phase in study.phases { phases[phase.compound].append(phase) }
        return zip(study.compounds, phases).map { CompoundRecord(compound: $0, phases: $1) }
    }
}
