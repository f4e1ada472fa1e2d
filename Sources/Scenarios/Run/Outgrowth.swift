internal import Places
internal import Population

extension PeopleTimeline {
    /// A part of the people and the whole that it cannot be larger than.
    private struct Pair {
        let part: PartOfPeople
        let ofCommunity: @Sendable (CommunityPeople) -> (part: Double?, whole: Double?)
        let ofCompound: @Sendable (CompoundPeople) -> (part: Double?, whole: Double?)
    }

    private static let pairs = [
        Pair(part: .elders) {
            ($0.elders, $0.population)
        } ofCompound: {
            ($0.elders, $0.population)
        },
        Pair(part: .eightyPlus) {
            ($0.eightyPlus, $0.elders)
        } ofCompound: { _ in
            (nil, nil)
        },
    ]

    /// Where rates that do not go together have made a part of the people larger than the whole by some year.
    ///
    /// What the study itself states so in the base year is a matter of its reading and not counted here.
    func outgrowths(in years: ScenarioYears) -> [ScenarioNotice] {
        guard let base = self[years.baseYear]?.state else { return [] }
        return Self.pairs.compactMap { pair in
            var (communities, compounds): (Set<Int>, Set<Int>) = ([], [])
            var (first, inSum): (Int?, Int?) = (nil, nil)
            for year in years.list where year > years.baseYear {
                guard let state = self[year]?.state else { continue }
                let grown = state.communities.indices.filter {
                    outgrows(pair.ofCommunity(state.communities[$0]))
                        && !outgrows(pair.ofCommunity(base.communities[$0]))
                }
                let grownCompounds = state.compounds.indices.filter {
                    outgrows(pair.ofCompound(state.compounds[$0]))
                        && !outgrows(pair.ofCompound(base.compounds[$0]))
                }
                communities.formUnion(grown)
                compounds.formUnion(grownCompounds)
                if !grown.isEmpty || !grownCompounds.isEmpty { first = first ?? year }
                if outgrows(sums(state.communities.map(pair.ofCommunity))) { inSum = inSum ?? year }
            }
            return first.map {
                .outgrowsWhole(
                    pair.part, communities: communities.count, compounds: compounds.count, firstYear: $0,
                    inSumFrom: inSum)
            }
        }
    }

    /// Whether a part is larger than its whole, by more than the rounding of their products.
    private func outgrows(_ figures: (part: Double?, whole: Double?)) -> Bool {
        guard let part = figures.part, let whole = figures.whole else { return false }
        return part > whole * (1 + 1e-9)
    }

    /// The sums over those that state both.
    private func sums(_ figures: [(part: Double?, whole: Double?)]) -> (part: Double?, whole: Double?) {
        var sums = (part: 0.0, whole: 0.0)
        for case (let part?, let whole?) in figures {
            sums.part += part
            sums.whole += whole
        }
        return (sums.part, sums.whole)
    }
}
