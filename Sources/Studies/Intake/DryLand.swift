internal import Geometry
package import Places
package import Topology

/// Takes a study's water out of its communities' areas, where the policy pack asks for it.
///
/// Only what is measured as area changes: to which community a place belongs does not.
package enum DryLand {
    /// The study with the land of each community that is drawn as a polygon.
    ///
    /// - Parameter study: the study as read.
    /// - Returns: the same study, its communities with ``Community/land``.
    /// - Throws: what GEOS says where an area cannot be cut.
    package static func study(_ study: Study) throws(TopologyFailure) -> Study {
        guard !study.water.isEmpty else { return study }
        let water = try MultiPolygon.union(of: study.water)
        var study = study
        for index in study.communities.indices {
            guard let area = study.communities[index].area else { continue }
            study.communities[index].land = try area.subtracting(water)
        }
        return study
    }
}
