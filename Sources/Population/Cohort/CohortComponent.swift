/// What five years brought: the parts that a change of the population is made of.
package struct CohortFlows: Hashable, Sendable {
    /// Children born.
    package var births = 0.0
    /// People who died, newborn among them.
    package var deaths = 0.0
    /// Those who came less those who left.
    package var migrants = 0.0

    /// Nothing.
    package init() {}

    /// Births less deaths plus migrants: by how much the population changes.
    package var change: Double { births - deaths + migrants }
}

/// Cohort-component projection by sex and five-year age group, five years at a time.
///
/// Leslie (*On the use of matrices in certain population mathematics*, Biometrika 33, 1945) with births and
/// migration as Preston, Heuveline and Guillot set them out (*Demography*, 2001, chapter 6):
/// - Half of the five years' migrants come at the start and half at the end: a group's people are multiplied by
///   1 + 2.5·(its yearly net rate), survive, and are multiplied by 1 + 2.5·(the rate of the group they are then
///   in). As a product this never makes people negative while no rate is below −0.4.
/// - Births are 5 · fertility · the mean of a group's women at the start and at the end, at home or come in; by
///   the sex ratio at birth they are boys and girls, of whom some live at the end.
/// - Deaths are counted where they happen, so that births − deaths + migrants is exactly the change.
package enum CohortComponent {
    /// People five years on.
    ///
    /// - Parameters:
    ///   - people: by sex and age at the start.
    ///   - rates: of survival and births.
    ///   - migration: net migrants per person and year by group; see ``MigrationSchedule``.
    /// - Returns: people at the end, and what the five years brought.
    package static func project(
        _ people: AgeStructure, rates: CohortRates, migration: [Double]
    ) -> (people: AgeStructure, flows: CohortFlows) {
        let last = AgeStructure.groupCount - 1
        var flows = CohortFlows()
        var end = AgeStructure.none
        for sex in Sex.allCases {
            let survival = rates.survival(of: sex)
            var after = end[sex]
            for group in 0...last {
                let before = people[sex][group]
                let started = before * (1 + 2.5 * migration[group])
                let survived = started * survival[group]
                flows.migrants += started - before
                flows.deaths += started - survived
                after[min(group + 1, last)] += survived
            }
            for group in 1...last {
                let arrived = after[group] * (1 + 2.5 * migration[group])
                flows.migrants += arrived - after[group]
                after[group] = arrived
            }
            end[sex] = after
        }
        flows.births = AgeStructure.fertileGroups.reduce(0) {
            $0 + 5 * rates.fertility[$1] * (people.female[$1] + end.female[$1]) / 2
        }
        for sex in Sex.allCases {
            let (share, survival) = rates.births(of: sex)
            let born = flows.births * share
            let living = born * survival
            let arrived = living * (1 + 2.5 * migration[0])
            flows.deaths += born - living
            flows.migrants += arrived - living
            end[sex][0] = arrived
        }
        return (end, flows)
    }
}
