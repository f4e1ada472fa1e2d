package import Places

/// The dwellings that stand in each compound at the end of a year, and those that a year brings.
///
/// A compound that comes in after the base year and states no dwellings holds those of its phases. One that
/// states neither brings none: what lives in it comes out of its community's remainder.
package enum HousingDelivery {
    /// The dwellings of each compound of a study as a scenario takes them; nothing where not known.
    ///
    /// - Parameters:
    ///   - study: the study.
    ///   - stood: whether each compound stood as a whole in the base year: its figure stays as stated.
    /// - Returns: the dwellings of each compound.
    package static func households(of study: Study, stood: [Bool]) -> [Double?] {
        var inPhases = [Double?](repeating: nil, count: study.compounds.count)
        for phase in study.phases {
            inPhases[phase.compound] = (inPhases[phase.compound] ?? 0) + phase.households.double
        }
        return study.compounds.indices.map { index in
            study.compounds[index].households?.double ?? (stood[index] ? nil : inPhases[index])
        }
    }

    /// The dwellings that each compound gains from one year's end to the next.
    package static func delivered(standingBefore before: [Double], after: [Double]) -> [Double] {
        zip(before, after).map { max(0, $1 - $0) }
    }
}

extension PeopleState {
    /// Adds newly delivered dwellings to the communities that state theirs.
    ///
    /// A community's stated dwellings are those of the base year, with its compounds standing then; what is
    /// delivered later comes on top.
    package mutating func add(delivered: [Double], of study: Study) {
        for (index, dwellings) in delivered.enumerated() where dwellings > 0 {
            guard let community = study.compounds[index].community,
                let households = communities[community].households
            else { continue }
            communities[community].households = households + dwellings
        }
    }
}
