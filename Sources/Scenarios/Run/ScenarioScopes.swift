internal import Coverage
internal import Places

/// Which of the city and the districts each facility and compound of a study counts in.
struct ScenarioScopes: Sendable {
    /// The city, then the districts.
    let members: [ScopeMembership.Member]
    /// For each member the compounds that it counts.
    let compounds: [[Int]]
    /// The community of each compound; nothing for one outside all.
    let communityOfCompound: [Int?]
    /// For each community, the members that hold it.
    private let membersOfCommunity: [[Int]]
    private let membersOfOutsiders: [Int]

    init(_ study: Study) {
        let members = ScopeMembership(of: study).members.filter { member in
            switch member.scope {
            case .city, .district: true
            case .subdistrict, .setting: false
            }
        }
        self.members = members
        communityOfCompound = study.compounds.map(\.community)
        var ofCommunity = [[Int]](repeating: [], count: study.communities.count)
        for (position, member) in members.enumerated() {
            for community in member.communities { ofCommunity[community].append(position) }
        }
        membersOfCommunity = ofCommunity
        let ofOutsiders = members.indices.filter { members[$0].holdsOutsiders }
        membersOfOutsiders = ofOutsiders
        var compounds = [[Int]](repeating: [], count: members.count)
        for (index, compound) in study.compounds.enumerated() {
            for position in compound.community.map({ ofCommunity[$0] }) ?? ofOutsiders {
                compounds[position].append(index)
            }
        }
        self.compounds = compounds
    }

    /// The members in which what stands in a community (or outside all) counts.
    func positions(ofCommunity community: Int?) -> [Int] {
        community.map { membersOfCommunity[$0] } ?? membersOfOutsiders
    }
}
