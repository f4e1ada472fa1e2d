internal import Places

/// Makes candidates of their rows.
struct CandidateReading {
    let communities: CommunityReferents
    let facilities: Referents
    let settingAside: Bool

    /// The candidates of all sound rows.
    func candidates(_ layer: LayerRows<CandidateColumn>) -> [Candidate] {
        var ids = DuplicateIDs<CandidateColumn>()
        return layer.rows.compactMap { row in
            let id = row.requiredText(.id)
            if let id { ids.claim(id, for: row, in: .id) }
            let level = row.word(.level, FacilityColumn.levels)
            let area = row.amount(.area)
            let cost = row.amount(.cost)
            let earliest = row.date(.earliest)?.first.year
            let community = communities.community(of: row, column: .community)
            let upgraded = row.reference(.upgradeOf, to: facilities, settingAside: settingAside) {
                .unknownFacility(text: $0, nearest: $1)
            }
            let (beds, places) = (row.places(.beds), row.places(.dayCarePlaces))
            var network: NetworkRole?
            if case .point(let role) = row.word(.network, FacilityColumn.networks) { network = role }
            guard let id, let place = row.place, row.isSound else { return nil }
            var candidate = Candidate(
                id: id, name: row.text(.name), level: level, area: area,
                kind: row.text(.kind).map { CandidateColumn.kinds.meaning(of: $0) ?? $0 }, cost: cost,
                earliest: earliest, community: community, point: place.point, source: row.source)
            candidate.network = network
            (candidate.beds, candidate.dayCarePlaces) = (beds, places)
            candidate.upgrades = upgraded
            return candidate
        }
    }
}
