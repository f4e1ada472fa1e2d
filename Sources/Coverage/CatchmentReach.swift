internal import Geodesy
internal import Geometry
package import Places
internal import Policy
package import WalkNetwork

/// What places reach of any set of a study's facilities, from one table of who reaches what.
///
/// Each facility is searched from once, however many sets are asked for: what opens or closes only changes which rows
/// of the table count, and of the areas only those near to it are measured again. The table ends at the standard's
/// limits, so that what lies beyond counts as not reached: coverage is the same, the nearest facility of a place that
/// is not covered is not known.
package struct CatchmentReach: Sendable {
    private let study: Study
    private let areas: CommunityAreas
    private let standard: CoverageStandard
    /// The facilities within the radius of each place, nearest first; compounds before communities.
    private let straight: [[StraightAccess]]
    /// The walks of each place within the limit, by millimetre and the facility's rank; nothing without streets.
    private let walks: [[(facility: Int, walk: Micrometres)]]?
    /// Whether each place has joined the streets.
    private let isOnStreets: [Bool]
    /// For each community the facilities whose circles may touch it, ascending.
    private let nearFacilities: [[Int]]

    /// Searches once from every facility of a study.
    ///
    /// - Parameters:
    ///   - study: The study with every facility that is ever to be asked for.
    ///   - streets: The walk network with the places joined to it; nothing where the study gives none.
    ///   - areas: The communities' areas and the facilities' circles.
    ///   - standard: By what coverage is judged; its selectors do not matter.
    ///   - jobs: How many searches run at once; the table does not depend on it.
    package init(
        study: Study, streets: (network: WalkNetwork, joined: JoinedPlaces)?, areas: CommunityAreas,
        standard: CoverageStandard, jobs: Int
    ) async {
        self.study = study
        self.areas = areas
        self.standard = standard
        nearFacilities = areas.facilitiesNearCommunities
        let ranks = byteOrderRanks(of: study.facilities.map(\.id))
        let points = study.compounds.map(\.point) + study.communities.map(\.point)
        let index = GeodesicIndex(study.facilities.map(\.point), ranks: ranks)
        let radius = standard.radius
        let found = await FixedChunks.map(count: points.count, size: 512, jobs: jobs) { range in
            range.map { place in
                index.within(radius, of: points[place]).map {
                    StraightAccess(facility: $0.index, distance: $0.distance)
                }.sorted { ($0.distance, ranks[$0.facility]) < ($1.distance, ranks[$1.facility]) }
            }
        }
        straight = Array(found.joined())
        guard let (network, joined) = streets else {
            walks = nil
            isOnStreets = []
            return
        }
        let places = joined.compounds + joined.communities
        // A metre beyond the limit, so that the standard itself decides at the edge.
        let table = await network.reachTable(
            from: joined.facilities, to: places,
            within: Micrometres(Metres(standard.walkLimit.value + 1)), jobs: jobs)
        var walks = [[(facility: Int, walk: Micrometres)]](repeating: [], count: places.count)
        for facility in study.facilities.indices {
            for (place, walk) in table.row(ofFacility: facility) {
                walks[Int(place)].append((facility, walk))
            }
        }
        for place in walks.indices {
            walks[place].sort {
                ($0.walk.wholeMillimetres, ranks[$0.facility]) < (
                    $1.walk.wholeMillimetres, ranks[$1.facility]
                )
            }
        }
        self.walks = walks
        isOnStreets = places.map { !$0.isEmpty }
    }

    /// What places reach of each of some sets of facilities.
    ///
    /// - Parameters:
    ///   - sets: The facilities that count.
    ///   - jobs: How many threads work; the result does not depend on it.
    /// - Returns: One for each set.
    package func reaches(of sets: [CountedFacilities], jobs: Int) async -> [FacilityReach] {
        // An area is measured once for each set of facilities that are near to it.
        var numbers: [[Int]: Int] = [:]
        var distinct: [(community: Int, facilities: [Int])] = []
        let asked = sets.map { set in
            let members = Set(set.straight)
            return study.communities.indices.map { community -> Int in
                let near = nearFacilities[community].filter { members.contains($0) }
                let key = [community] + near
                if let known = numbers[key] { return known }
                numbers[key] = distinct.count
                distinct.append((community, near))
                return distinct.count - 1
            }
        }
        let (areas, measured) = (areas, distinct)
        let covered = Array(
            await FixedChunks.map(count: measured.count, size: 64, jobs: jobs) { range in
                range.map { areas.covered(measured[$0].community, byFacilities: measured[$0].facilities) }
            }.joined())
        return zip(sets, asked).map { set, asked in
            FacilityReach(access: access(to: set), coveredAreas: asked.map { covered[$0] })
        }
    }

    /// What places reach of some facilities.
    package func reach(of set: CountedFacilities) -> FacilityReach {
        let members = Set(set.straight)
        return FacilityReach(
            access: access(to: set),
            coveredAreas: study.communities.indices.map { community in
                areas.covered(
                    community, byFacilities: nearFacilities[community].filter { members.contains($0) })
            })
    }

    private func access(to set: CountedFacilities) -> StudyAccess {
        var isStraight = [Bool](repeating: false, count: study.facilities.count)
        var isWalked = isStraight
        for facility in set.straight { isStraight[facility] = true }
        for facility in set.walked { isWalked[facility] = true }
        let all = straight.indices.map { place in
            PlaceAccess(
                straight: straight[place].first { isStraight[$0.facility] },
                walk: walk(of: place) { isWalked[$0] })
        }
        return StudyAccess(
            compounds: Array(all[..<study.compounds.count]),
            communities: Array(all[study.compounds.count...]))
    }

    private func walk(of place: Int, _ counts: (Int) -> Bool) -> WalkAccess {
        guard let walks else { return .noStreets }
        guard isOnStreets[place] else { return .tooFarFromStreets }
        return walks[place].first { counts($0.facility) }.map {
            .reached(facility: $0.facility, walk: $0.walk)
        } ?? .noFacilityReached
    }
}
