internal import Places

/// Makes candidates of their rows.
enum CandidateReading {
    /// The candidates of all sound rows.
    static func candidates(
        _ layer: LayerRows<CandidateColumn>, communities: CommunityReferents
    ) -> [Candidate] {
        var ids = DuplicateIDs<CandidateColumn>()
        return layer.rows.compactMap { row in
            let id = row.requiredText(.id)
            if let id { ids.claim(id, for: row, in: .id) }
            let level = row.word(.level, FacilityColumn.levels)
            let area = row.amount(.area)
            let cost = row.amount(.cost)
            let earliest = row.date(.earliest)?.first.year
            let community = communities.community(of: row, column: .community)
            guard let id, let place = row.place, row.isSound else { return nil }
            return Candidate(
                id: id, name: row.text(.name), level: level, area: area,
                kind: row.text(.kind).map { CandidateColumn.kinds.meaning(of: $0) ?? $0 }, cost: cost,
                earliest: earliest, community: community, point: place.point, source: row.source)
        }
    }
}
