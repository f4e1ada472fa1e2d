internal import Places
internal import WalkNetwork

/// The places that share capacity: compounds, then one residual for each community.
package struct AccessPlaces: Sendable {
    /// Elders whose access is known; none of places that do not count, are unknown or too far from any street.
    package let elders: [Double]
    /// Elders of places too far from any street.
    package let unknown: [Double]
    private let communities: [Int?]
    private let members: [[Int]]
    /// The share of elders in the population of each place's community, by which places are ranked; nothing where nobody
    /// states it.
    package let ranks: [Double?]

    init(study: Study, demand: Demand, joins: [[Attachment]]) {
        let people =
            demand.compounds.map { $0.isCounted ? $0.elders ?? 0 : 0 }
            + demand.residuals.map { $0?.elders ?? 0 }
        elders = zip(people, joins).map { $1.isEmpty ? 0 : $0 }
        unknown = zip(people, joins).map { $1.isEmpty ? $0 : 0 }
        communities = study.compounds.map(\.community) + study.communities.indices.map { $0 }
        var members = [[Int]](repeating: [], count: study.communities.count)
        for (place, community) in communities.enumerated() {
            if let community { members[community].append(place) }
        }
        self.members = members
        let shares = study.communities.map { community -> Double? in
            guard let elders = community.elders.total?.double, let all = community.population?.double,
                all > 0
            else { return nil }
            return elders / all
        }
        ranks = communities.map { $0.flatMap { shares[$0] } }
    }

    /// All elders, those of places too far from any street too.
    package var everybody: Double { elders.reduce(0, +) + unknown.reduce(0, +) }

    /// The places of a community: its compounds, then its residual.
    package func members(of community: Int) -> [Int] { members[community] }

    /// The places whose community belongs to it.
    package func members(where belongs: (Int?) -> Bool) -> [Int] {
        communities.indices.filter { belongs(communities[$0]) }
    }

    /// The row of a community.
    func row(_ access: [(CatchmentMethod, [Double])], norm: Double, of community: Int) -> AccessRow {
        row(access, norm: norm, places: members[community])
    }

    /// The row of all places whose community belongs to it.
    func row(
        _ access: [(CatchmentMethod, [Double])], norm: Double, where belongs: (Int?) -> Bool
    ) -> AccessRow {
        row(access, norm: norm, places: members(where: belongs))
    }

    private func row(_ access: [(CatchmentMethod, [Double])], norm: Double, places: [Int]) -> AccessRow {
        let weights = places.map { elders[$0] }
        let sum = weights.reduce(0, +)
        let ranked = places.indices.filter { ranks[places[$0]] != nil }
        return AccessRow(
            elders: sum, eldersUnknown: places.reduce(0) { $0 + unknown[$1] },
            methods: access.map { method, all in
                let values = places.map { all[$0] }
                let curve = LorenzCurve(values, weights: weights)
                return MethodAccess(
                    method: method,
                    mean: sum > 0
                        ? values.indices.reduce(0) { $0 + values[$1] * weights[$1] } / sum : nil,
                    unmet: values.indices.reduce(0) {
                        $0 + UnmetNeed.of(weights[$1], access: values[$1], norm: norm)
                    },
                    eldersWithout: values.indices.reduce(0) { $0 + (values[$1] > 0 ? 0 : weights[$1]) },
                    gini: curve?.gini, palma: curve?.palma,
                    theil: TheilIndex.of(values, weights: weights),
                    concentration: ConcentrationIndex.of(
                        ranked.map { values[$0] }, weights: ranked.map { weights[$0] },
                        rankedBy: ranked.compactMap { ranks[places[$0]] }))
            })
    }
}
