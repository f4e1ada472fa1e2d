internal import Geometry
package import Places
internal import WalkNetwork

/// Which compounds lie within a walk of each other.
package struct NearbyOnFoot: Hashable, Sendable {
    /// For each compound the others within the walk, ascending; nothing of one that is too far from any street.
    package let near: [[Int]?]

    /// Makes a table of its rows, one for each compound.
    package init(near: [[Int]?]) { self.near = near }
}

extension StudyGround {
    /// Which compounds lie within walks of so many metres of each other, from gate to gate.
    ///
    /// - Parameters:
    ///   - metres: the walks, each at most so long.
    ///   - jobs: how many threads to use; the result does not depend on it.
    /// - Returns: a table for each walk; none where the study gives no streets.
    package func compoundsWithinWalks(
        _ metres: [ExactDecimal], jobs: Int
    ) async -> [ExactDecimal: NearbyOnFoot] {
        guard let network, let joined else { return [:] }
        let starts = joined.compounds.indices.flatMap { index in
            joined.compounds[index].map { (compound: index, attachment: $0) }
        }
        var tables: [ExactDecimal: NearbyOnFoot] = [:]
        for limit in metres {
            let table = await network.reachTable(
                from: starts.map(\.attachment), to: joined.compounds,
                within: Micrometres(Metres(limit.double)), jobs: jobs)
            var near = joined.compounds.map { $0.isEmpty ? nil : Set<Int>() }
            for (row, start) in starts.enumerated() {
                for (place, _) in table.row(ofFacility: row) where Int(place) != start.compound {
                    near[start.compound]?.insert(Int(place))
                }
            }
            tables[limit] = NearbyOnFoot(near: near.map { $0?.sorted() })
        }
        return tables
    }
}
