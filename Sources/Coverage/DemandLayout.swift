package import Places

/// What of a study the people of its places are worked out from, whatever the day.
package struct DemandLayout: Sendable {
    /// The compounds of each community.
    let members: [[Int]]
    /// The footprint of each compound, m²; nothing where it is a point.
    let footprints: [Double?]
    /// What the study marks as an estimate, compound by compound.
    let compoundsEstimated: [EstimatedFigures]
    /// What of each community's remainders is an estimate: what the study marks, and all of it where compounds were
    /// set aside, whose people are in it though they live elsewhere.
    let communitiesEstimated: [EstimatedFigures]

    /// Takes the layout of a study.
    package init(_ study: Study) {
        var members = [[Int]](repeating: [], count: study.communities.count)
        for index in study.compounds.indices {
            if let community = study.compounds[index].community { members[community].append(index) }
        }
        self.members = members
        footprints = study.compounds.map(\.footprint)
        compoundsEstimated = study.compounds.map(\.estimated)
        communitiesEstimated = study.communities.map { $0.compoundsSetAside > 0 ? .all : $0.estimated }
    }
}
