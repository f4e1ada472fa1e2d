package import Places

/// How far a phased compound's dwellings had come when its care space was built.
package struct BuildOut: Sendable {
    /// All dwellings that the phases state.
    package let dwellings: ExactDecimal
    /// The days on which the last care space may have been built; nothing where a phase that holds some has
    /// no date.
    package let care: DaySpan?
    /// Of the dwellings, the fewest that may have been built before the care space (of care not built: so far).
    package let least: ExactDecimal
    /// Of the dwellings, the most that may have been built before the care space (of care not built: so far).
    package let most: ExactDecimal
    /// Where care is not built: the date at which the dwellings built reach the share, where one is stated.
    package let due: PartialDate?
    let possible: PossibleVerdicts

    /// Measures a compound's build-out against a share of its dwellings as of a day.
    package init(_ record: CompoundRecord, share: ExactDecimal, asOf day: Day) {
        let phases = record.phases
        let dwellings = phases.reduce(ExactDecimal.zero) { $0 + $1.households }
        func sum(where isBuilt: (DaySpan) -> Bool) -> ExactDecimal {
            phases.reduce(.zero) { sum, phase in
                phase.housing.built.map { isBuilt(DaySpan($0)) } ?? false ? sum + phase.households : sum
            }
        }
        func isUnder(_ built: ExactDecimal) -> Bool { built < share * dwellings }

        let dates = record.phasesHoldingCareSpace.map(\.care.built)
        let care = dates.contains(nil) ? nil : DaySpan.latest(of: dates.compactMap(\.self))
        var possible = PossibleVerdicts()
        var bounds: [ExactDecimal] = []
        if let care, care.mayHaveCome(by: day) {
            // The fewest stand built before the earliest day, the most before the latest.
            let least = sum { $0.last < care.first }
            let most = sum { $0.first < min(care.last, day) }
            possible.pass = isUnder(least)
            possible.fail = !isUnder(most)
            bounds += [least, most]
        }
        if care?.mayBeToCome(after: day) ?? true {
            let least = sum { $0.last <= day }
            let most = sum { $0.first <= day }
            possible.pending = isUnder(least)
            if !isUnder(most) { possible.fail = true }
            bounds += [least, most]
        }
        self.dwellings = dwellings
        self.care = care
        self.possible = possible
        least = bounds.min() ?? .zero
        most = bounds.max() ?? .zero
        due = BuildOut.reaching(share * dwellings, phases)
    }

    /// The date at which the dwellings built reach an amount, taken in the order of the first possible days.
    private static func reaching(_ amount: ExactDecimal, _ phases: [Phase]) -> PartialDate? {
        var built = ExactDecimal.zero
        let dated = phases.compactMap { phase in phase.housing.built.map { ($0, phase.households) } }
        for (date, households) in dated.sorted(by: { $0.0.first < $1.0.first }) {
            built = built + households
            if built >= amount { return date }
        }
        return nil
    }
}
