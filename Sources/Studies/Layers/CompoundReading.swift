internal import Places

/// Makes compounds of their rows.
enum CompoundReading {
    /// What is known of a compound's row besides the compound.
    struct Trace {
        let place: Place
        /// Whether the row names its community.
        let statesCommunity: Bool
        let row: SchemaRow<CompoundColumn>
    }

    /// A row against which an error stands.
    struct Rejected {
        let id: String?
        /// The community that it belongs to, as far as that can be told.
        let community: Int?
        let row: SourceRow
    }

    /// The compounds of all sound rows, their traces by the same indices, and what is known of the others.
    static func compounds(
        _ layer: LayerRows<CompoundColumn>, communities: CommunityReferents
    ) -> (kept: [Compound], traces: [Trace], rejected: [Rejected]) {
        var ids = DuplicateIDs<CompoundColumn>()
        var kept: [Compound] = []
        var traces: [Trace] = []
        var rejected: [Rejected] = []
        for row in layer.rows {
            let id = row.requiredText(.id)
            if let id { ids.claim(id, for: row, in: .id) }
            let (compound, community) = compound(row, id: id, communities: communities)
            if let compound, let place = row.place, row.isSound {
                kept.append(compound)
                traces.append(Trace(place: place, statesCommunity: row.text(.community) != nil, row: row))
            } else {
                rejected.append(Rejected(id: id, community: community, row: row.source))
            }
        }
        // What a row without its columns in their places says of its community is not to be trusted.
        rejected += layer.setAside(.id).map { Rejected(id: $0.text, community: nil, row: $0.source) }
        return (kept, traces, rejected)
    }

    /// Reads every cell, so that all that is wrong with a row is reported; its community stands also without it.
    private static func compound(
        _ row: SchemaRow<CompoundColumn>, id: String?, communities: CommunityReferents
    ) -> (compound: Compound?, community: Int?) {
        let estimated = row.estimated(.estimated, households: [.households], elders: [.elders])
        let households = row.count(.households, isEstimated: estimated.households)
        let elders = row.count(.elders, isEstimated: estimated.elders)
        let population = row.count(.population, isEstimated: row.marks(.population, in: .estimated))
        row.warn(where: [.elders], elders, exceeds: [.population], population)
        let careSpace = row.amount(.careSpace)
        let planned = row.date(.planned)
        let delivered = row.date(.delivered)
        let renovated = row.date(.renovated)
        let community = communities.community(of: row, column: .community)
        if let planned, let delivered, planned.first > delivered.last {
            row.report(
                .datesRunBackwards(
                    earlier: row.table.header(.planned), later: row.table.header(.delivered)),
                in: .delivered, severity: .warning)
        }
        guard let id, let place = row.place else { return (nil, community) }
        var compound = Compound(
            id: id, name: row.text(.name), community: community, households: households, elders: elders,
            population: population, careSpace: careSpace, planned: planned, delivered: delivered,
            renovated: renovated, pool: row.text(.pool), point: place.point, estimated: estimated,
            source: row.source)
        compound.careSpaceElsewhere = row.amount(.careSpaceElsewhere)
        return (compound, community)
    }
}
