package import Geodesy
internal import Geometry
internal import Places
internal import WalkNetwork

/// The places that each candidate of a study would bring within reach, opened by itself.
package struct CandidateReach: Sendable {
    /// For each candidate the places within the radius, ascending: compounds, and behind all of them communities' points,
    /// where residuals stand.
    package let straight: [[Int]]
    /// The same within the walk; nothing where nobody asked, or there are no streets.
    package let walked: [[Int]]?

    /// Makes a table of its rows.
    package init(straight: [[Int]], walked: [[Int]]?) { (self.straight, self.walked) = (straight, walked) }
}

extension StudyGround {
    /// Which places the study's candidates would reach, each by itself.
    ///
    /// - Parameters:
    ///   - onFoot: whether walks are asked for.
    ///   - plane: the working plane, on which candidates join the streets.
    ///   - jobs: how many searches run at once; the table does not depend on it.
    /// - Returns: the table.
    package func candidateReach(onFoot: Bool, plane: WorkingPlane, jobs: Int) async -> CandidateReach {
        let points = study.compounds.map(\.point) + study.communities.map(\.point)
        let index = GeodesicIndex(study.candidates.map(\.point))
        var straight = [[Int]](repeating: [], count: study.candidates.count)
        for (place, point) in points.enumerated() {
            for found in index.within(standard.radius, of: point) { straight[found.index].append(place) }
        }
        guard onFoot, let network, let joined else { return CandidateReach(straight: straight, walked: nil) }
        // A metre beyond the limit, so that the standard itself decides at the edge.
        let table = await network.reachTable(
            from: network.join(study.candidates.map(\.point), within: standard.snapLimit, on: plane),
            to: joined.compounds + joined.communities,
            within: Micrometres(Metres(standard.walkLimit.value + 1)), jobs: jobs)
        let walked = study.candidates.indices.map { site in
            table.row(ofFacility: site).compactMap { place, walk -> Int? in
                let access = PlaceAccess(straight: nil, walk: .reached(facility: site, walk: walk))
                return standard.isWithinWalk(access) == true ? Int(place) : nil
            }.sorted()
        }
        return CandidateReach(straight: straight, walked: walked)
    }
}
