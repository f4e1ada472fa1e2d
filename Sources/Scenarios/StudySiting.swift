package import Coverage
package import Geodesy
package import Geometry
package import Places
package import Siting
internal import WalkNetwork

/// A study as a siting problem: who lives where on a day, which facilities stand, which candidates there are, and who
/// reaches what.
package struct StudySiting: Sendable {
    /// How distances are measured, and up to which.
    package enum Reach: Hashable, Sendable {
        /// Along the streets.
        case walked(limit: Metres?)
        /// By geodesic.
        case straight(limit: Metres?)
    }

    /// Whom sites are to serve.
    package enum Basis: String, Hashable, Sendable, CaseIterable {
        case elders, households
    }

    package let table: SitingTable
    /// Where the candidates of the table stand.
    package let points: [GeographicPoint]
    /// The names of the candidates of the table.
    package let names: [String?]
    /// How many places are left out because nobody states how many live there.
    package let unknown: Int
}

extension StudyGround {
    /// The table of a study's places and sites.
    ///
    /// Demands are the counted compounds and residuals. Facilities that are open and count stand already; a candidate is
    /// excluded before its earliest year and below the smallest area asked for.
    ///
    /// - Parameters:
    ///   - day: the day of which people and facilities are taken.
    ///   - reach: how distances are measured, and up to which.
    ///   - basis: whom the sites are to serve.
    ///   - capacity: by what sites turn people away; nothing where they never do. Then an upgrade of what stands adds nothing,
    ///     and is excluded. A site that states no size serves nobody.
    ///   - minimumArea: m² below which a candidate, or one that states none, is excluded.
    ///   - plane: the working plane.
    ///   - jobs: how many searches run at once; the table does not depend on it.
    /// - Returns: The table with the places of its candidates.
    package func siting(
        on day: Day, reach: StudySiting.Reach, basis: StudySiting.Basis, capacity: CapacityRule? = nil,
        minimumArea: Double?,
        plane: WorkingPlane,
        jobs: Int
    ) async -> StudySiting {
        let places = sitingPlaces(on: day, basis: basis)
        let isWalked: Bool
        if case .walked = reach { isWalked = true } else { isWalked = false }
        let counted = CountedFacilities(of: study, on: day, by: standard)
        let standing = isWalked ? counted.walked : counted.straight
        let sites =
            standing.map { index -> SitingTable.Candidate in
                .init(
                    id: study.facilities[index].id,
                    capacity: capacity.map { $0.people(study.facilities[index]) ?? 0 }, state: .existing)
            }
            + study.candidates.map { candidate in
                let isLate = candidate.earliest.map { $0 > day.year } ?? false
                let isSmall = minimumArea.map { (candidate.area?.double ?? 0) < $0 } ?? false
                let replaced = candidate.upgrades.flatMap { standing.firstIndex(of: $0) }
                let isNothing = replaced != nil && capacity == nil
                return .init(
                    id: candidate.id, cost: candidate.cost?.double,
                    capacity: capacity.map { $0.people(candidate.facility(in: study)) ?? 0 },
                    state: isLate || isSmall || isNothing ? .excluded : .free,
                    replaces: isNothing ? nil : replaced)
            }
        let sitePoints = study.candidates.map { candidate in
            candidate.upgrades.map { study.facilities[$0].point } ?? candidate.point
        }
        let points = standing.map { study.facilities[$0].point } + sitePoints
        var pairs: [SitingTable.Pair] = []
        var obstacles = [SitingSolution.Uncovered?](repeating: nil, count: places.count)
        switch reach {
        case .straight(let limit):
            let index = GeodesicIndex(points)
            for (demand, place) in places.enumerated() {
                for found in index.within(limit ?? Metres(3e7), of: place.point) {
                    pairs.append(
                        .init(demand: demand, candidate: found.index, distance: found.distance.value))
                }
            }
        case .walked(let limit):
            guard let network, let joined else { break }
            let attachments =
                standing.map { joined.facilities[$0] }
                + network.join(sitePoints, within: standard.snapLimit, on: plane)
            let reachTable = await network.reachTable(
                from: attachments, to: places.map(\.starts), within: Micrometres(limit ?? Metres(3e7)),
                jobs: jobs)
            for site in sites.indices {
                for (place, walk) in reachTable.row(ofFacility: site) {
                    pairs.append(.init(demand: Int(place), candidate: site, distance: walk.metres.value))
                }
            }
            let nearest = await NearestFacilities.search(attachments, on: network, jobs: jobs)
            for (index, place) in places.enumerated() {
                if place.starts.isEmpty {
                    obstacles[index] = .tooFarFromStreets
                } else if nearest.nearest(from: place.starts) == nil {
                    obstacles[index] = .unreachableComponent
                }
            }
        }
        let known = places.indices.filter { places[$0].weight != nil }
        var ranks = [Int?](repeating: nil, count: places.count)
        for (rank, index) in known.enumerated() { ranks[index] = rank }
        return StudySiting(
            table: SitingTable(
                demands: known.map { index in
                    .init(id: places[index].id, weight: places[index].weight ?? 0, obstacle: obstacles[index])
                }, candidates: sites,
                pairs: pairs.compactMap { pair in
                    ranks[pair.demand].map {
                        .init(demand: $0, candidate: pair.candidate, distance: pair.distance)
                    }
                }),
            points: points,
            names: standing.map { study.facilities[$0].name } + study.candidates.map(\.name),
            unknown: places.count - known.count)
    }

    /// The counted compounds, then the residuals.
    private func sitingPlaces(
        on day: Day, basis: StudySiting.Basis
    ) -> [(id: String, weight: Double?, point: GeographicPoint, starts: [Attachment])] {
        let states = deliveryStates(of: study, on: day, ruleForNewFrom: standard.ruleForNewFrom)
        let demand = Demand(study: study, figures: PeopleFigures(of: study), states: states)
        func weight(_ place: PlaceDemand) -> Double? { basis == .elders ? place.elders : place.households }
        return study.compounds.indices.filter { demand.compounds[$0].isCounted }.map { index in
            (
                study.compounds[index].id, weight(demand.compounds[index]), study.compounds[index].point,
                joined?.compounds[index] ?? []
            )
        }
            + study.communities.indices.compactMap { index in
                demand.residuals[index].map { place in
                    (
                        study.communities[index].id, weight(place), study.communities[index].point,
                        joined?.communities[index] ?? []
                    )
                }
            }
    }
}

extension Study {
    /// The candidates for new sites that bear the id of a facility: nothing could tell what comes of them from what stands.
    package var sharedIDs: [Candidate] {
        let taken = Set(facilities.map(\.id))
        return candidates.filter { $0.upgrades == nil && taken.contains($0.id) }
    }
}

extension Candidate {
    /// The facility that would come of it, as far as its size goes.
    fileprivate func facility(in study: Study) -> Facility {
        let before =
            upgrades.map { study.facilities[$0] }
            ?? Facility(id: id, level: level ?? .community, point: point)
        return sizes.applied(to: before)
    }
}
