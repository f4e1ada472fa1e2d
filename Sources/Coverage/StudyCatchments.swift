package import Geodesy
package import Geometry
internal import Places
internal import Policy
package import WalkNetwork

/// Who walks to each site within the minutes, and by how many others each place is reached.
///
/// All of it comes from one table of who reaches what: nothing is searched again for a facility that closes or a
/// candidate that opens.
package struct StudyCatchments: Sendable {
    /// A facility that counts, or a place where one may be opened.
    package enum Site: Hashable, Sendable {
        /// A facility, as an index into the study's.
        case facility(Int)
        /// A candidate, as an index into the study's.
        case candidate(Int)
    }

    /// The people whom a site reaches.
    package struct Catchment: Hashable, Sendable {
        /// The site.
        package let site: Site
        /// Where it has joined the streets; nothing where it could not, and then it reaches nobody.
        package let joins: Attachment?
        /// Dwellings within its walk.
        package var households = 0.0
        /// People of 60 and over within its walk.
        package var elders = 0.0
        /// Those of the dwellings whom no other facility reaches: lost if it closes, gained if it opens.
        package var householdsAlone = 0.0
        /// Those of the elders whom no other facility reaches.
        package var eldersAlone = 0.0
        /// The places within its walk, compounds before communities' points, in the study's order: all that stand there,
        /// counted or not.
        package var places: [Int] = []
        /// The walk of each of them.
        package var walks: [Micrometres] = []

        /// Whether it has joined the streets; else it reaches nobody.
        package var isOnStreets: Bool { joins != nil }
    }

    /// How many facilities a measure tells apart: `reached_by_0`, `_1`, `_2` and `_3_plus`.
    package static let deepest = 3

    /// The name of the measure of places that so many facilities reach, of the deepest or more.
    package static func measure(ofDepth depth: Int) -> String {
        "reached_by_\(depth)" + (depth == deepest ? "_plus" : "")
    }

    /// The facilities that count for walks, then the candidates, each in the study's order.
    package let catchments: [Catchment]
    /// By how many of the facilities each compound is reached; nothing where that is unknown.
    package let compounds: [Int?]
    /// The same of each community's point, where its residual stands.
    package let communities: [Int?]
    /// The rates by depth and scope, on the bases count, households and elders.
    package let rates: [Rate]
}

extension StudyGround {
    /// The catchments of a day's facilities and of the study's candidates.
    ///
    /// - Parameters:
    ///   - result: The coverage of the day, which knows who lives where.
    ///   - plane: The working plane, on which candidates join the streets.
    ///   - jobs: How many searches run at once; the result does not depend on it.
    /// - Returns: The catchments; nothing where the study gives no streets.
    package func catchments(
        _ result: CoverageResult, plane: WorkingPlane, jobs: Int
    ) async -> StudyCatchments? {
        guard let network, let joined else { return nil }
        let counted = facilities(on: result.day, countedBy: result.standard.walkSelector)
        let sites =
            counted.map { StudyCatchments.Site.facility($0) }
            + study.candidates.indices.map { StudyCatchments.Site.candidate($0) }
        let attachments =
            counted.map { joined.facilities[$0] }
            + network.join(
                study.candidates.map(\.point), within: result.standard.snapLimit, on: plane)
        // A metre beyond the limit, so that the standard itself decides at the edge.
        let table = await network.reachTable(
            from: attachments, to: joined.compounds + joined.communities,
            within: Micrometres(Metres(result.standard.walkLimit.value + 1)), jobs: jobs)
        let rows = sites.indices.map { site in
            table.row(ofFacility: site).compactMap { place, walk -> (place: Int, walk: Micrometres)? in
                let access = PlaceAccess(straight: nil, walk: .reached(facility: site, walk: walk))
                return result.standard.isWithinWalk(access) == true ? (Int(place), walk) : nil
            }
        }
        var depths = [Int](repeating: 0, count: joined.compounds.count + joined.communities.count)
        for row in rows[0..<counted.count] { for (place, _) in row { depths[place] += 1 } }
        let people = result.demand.compounds.map { $0.isCounted ? $0 : nil } + result.demand.residuals
        let catchments = sites.indices.map { index in
            var catchment = StudyCatchments.Catchment(
                site: sites[index], joins: attachments[index])
            // Rows of the table are ascending.
            catchment.places = rows[index].map(\.place)
            catchment.walks = rows[index].map(\.walk)
            let own = index < counted.count ? 1 : 0
            for place in catchment.places {
                let (households, elders) = (people[place]?.households ?? 0, people[place]?.elders ?? 0)
                catchment.households += households
                catchment.elders += elders
                if depths[place] == own {
                    catchment.householdsAlone += households
                    catchment.eldersAlone += elders
                }
            }
            return catchment
        }
        let known = zip(depths, joined.compounds + joined.communities).map { $1.isEmpty ? nil : $0 }
        let compounds = Array(known[0..<joined.compounds.count])
        let communities = Array(known[joined.compounds.count...])
        return StudyCatchments(
            catchments: catchments, compounds: compounds, communities: communities,
            rates: depthRates(result, compounds: compounds, communities: communities))
    }

    /// How many are reached by none, one, two, or more facilities.
    private func depthRates(
        _ result: CoverageResult, compounds: [Int?], communities: [Int?]
    ) -> [Rate] {
        let depths = 0...StudyCatchments.deepest
        let tallies = depths.map { depth in
            func isAt(_ known: Int?) -> Bool? { known.map { min($0, StudyCatchments.deepest) == depth } }
            return CoverageTally(
                study: study, demand: result.demand,
                ofCompound: { (straight: false, walk: isAt(compounds[$0])) },
                ofCommunity: { (straight: false, walk: isAt(communities[$0])) })
        }
        let counted = result.standard.walkSelector.text
        return ScopeMembership(of: study).members.flatMap { member in
            zip(depths, tallies).flatMap { depth, tally in
                let measure = StudyCatchments.measure(ofDepth: depth)
                let sums = member.communities.reduce(
                    member.holdsOutsiders ? tally.ofOutsiders : PlaceTally()
                ) { $0 + tally.ofCommunity($1) }
                return [
                    Rate(
                        measure: measure, scope: member.scope, sums: sums.walkCompounds, counted: counted),
                    Rate(
                        measure: measure, scope: member.scope, sums: sums.walkHouseholds, counted: counted),
                    Rate(measure: measure, scope: member.scope, sums: sums.walkElders, counted: counted),
                ]
            }
        }
    }
}
