internal import Geodesy
internal import Geometry
package import Places
package import WalkNetwork

/// What every place of a study reaches, with some set of facilities open.
package struct StudyAccess: Sendable, Equatable {
    /// One for each compound.
    package let compounds: [PlaceAccess]
    /// One for each community's point, where its residual stands.
    package let communities: [PlaceAccess]

    /// Takes what somebody has found out.
    init(compounds: [PlaceAccess], communities: [PlaceAccess]) {
        self.compounds = compounds
        self.communities = communities
    }

    /// Searches from all counted facilities at once.
    ///
    /// - Parameters:
    ///   - study: the study.
    ///   - streets: its walk network with the places joined to it; nothing where it gives no streets.
    ///   - straight: the facilities that count for distances in a straight line, as ascending indices.
    ///   - walked: those that count for walks.
    package init(
        study: Study, streets: (network: WalkNetwork, joined: JoinedPlaces)?, straight: [Int], walked: [Int]
    ) {
        let ranks = byteOrderRanks(of: study.facilities.map(\.id))
        let index = GeodesicIndex(
            straight.map { study.facilities[$0].point }, ranks: straight.map { ranks[$0] })
        let walked = walked.sorted { ranks[$0] < ranks[$1] }
        let nearest = streets.map { network, joined in
            NearestFacilities(walked.map { joined.facilities[$0] }, on: network)
        }
        func access(from point: GeographicPoint, starts: [Attachment]?) -> PlaceAccess {
            let straightAccess = index.nearest(to: point).map {
                StraightAccess(facility: straight[$0.index], distance: $0.distance)
            }
            guard let nearest, let starts else {
                return PlaceAccess(straight: straightAccess, walk: .noStreets)
            }
            guard !starts.isEmpty else {
                return PlaceAccess(straight: straightAccess, walk: .tooFarFromStreets)
            }
            guard let found = nearest.nearest(from: starts) else {
                return PlaceAccess(straight: straightAccess, walk: .noFacilityReached)
            }
            return PlaceAccess(
                straight: straightAccess,
                walk: .reached(facility: walked[found.rank], walk: found.walk))
        }
        compounds = study.compounds.indices.map {
            access(from: study.compounds[$0].point, starts: streets?.joined.compounds[$0])
        }
        communities = study.communities.indices.map {
            access(from: study.communities[$0].point, starts: streets?.joined.communities[$0])
        }
    }
}
