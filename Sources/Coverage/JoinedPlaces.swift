package import Geodesy
package import Geometry
package import Places
package import WalkNetwork

/// Where every place of a study has joined the streets; worked out once, since places do not move.
package struct JoinedPlaces: Sendable {
    /// Where each compound's walks start: its gates that join, else its own point; empty where none joins.
    package let compounds: [[Attachment]]
    /// Where each gate joins; nothing where it does not, and it is then skipped.
    package let gates: [Attachment?]
    /// Where each community's point joins: the start of its residual's walks.
    package let communities: [[Attachment]]
    /// Where each facility joins; nothing where it does not, and it is then not reachable on foot.
    package let facilities: [Attachment?]

    /// Whether nobody's walk begins anywhere on the streets.
    package var reachesNothing: Bool {
        !compounds.isEmpty && compounds.allSatisfy(\.isEmpty) && communities.allSatisfy(\.isEmpty)
    }

    /// Joins the places of a study to its streets.
    ///
    /// A compound with gates starts only at its gates, without a leg from dwelling to gate; a gate that cannot
    /// join is skipped.
    ///
    /// - Parameters:
    ///   - study: the study.
    ///   - network: its streets.
    ///   - plane: the working plane, on which the nearest place of a street is chosen.
    ///   - limit: the longest leg to a street, geodesic.
    package init(study: Study, network: WalkNetwork, plane: WorkingPlane, limit: Metres) {
        let places = StartingPlaces(of: study)
        self.init(of: study, places, joined: network.join(places.points, within: limit, on: plane))
    }

    /// Joins the places of a study to its streets on several threads; they join where they would on one.
    package static func join(
        study: Study, network: WalkNetwork, plane: WorkingPlane, limit: Metres, jobs: Int
    ) async -> JoinedPlaces {
        let places = StartingPlaces(of: study)
        let joined = await network.join(places.points, within: limit, on: plane, jobs: jobs)
        return JoinedPlaces(of: study, places, joined: joined)
    }

    /// The same places for somebody who may refuse the stairs that some of them have joined.
    func rejoined(
        for times: WalkTimes, in study: Study, within limit: Metres, on plane: WorkingPlane
    ) -> JoinedPlaces {
        let places = StartingPlaces(of: study)
        let joined =
            gates + places.withoutGates.map { compounds[$0].first } + communities.map(\.first) + facilities
        return JoinedPlaces(
            of: study, places,
            joined: times.rejoined(joined, of: places.points, within: limit, on: plane))
    }

    /// The points of a study that are joined.
    private struct StartingPlaces {
        let gates: Range<Int>
        let compounds: Range<Int>
        let communities: Range<Int>
        let facilities: Range<Int>
        /// The compounds without gates.
        let withoutGates: [Int]
        /// Gates, compounds without gates, communities and facilities, one after the other.
        let points: [GeographicPoint]

        init(of study: Study) {
            var hasGates = [Bool](repeating: false, count: study.compounds.count)
            for gate in study.gates { hasGates[gate.compound] = true }
            withoutGates = study.compounds.indices.filter { !hasGates[$0] }
            gates = 0..<study.gates.count
            compounds = gates.upperBound..<gates.upperBound + withoutGates.count
            communities = compounds.upperBound..<compounds.upperBound + study.communities.count
            facilities = communities.upperBound..<communities.upperBound + study.facilities.count
            points =
                study.gates.map(\.point) + withoutGates.map { study.compounds[$0].point }
                + study.communities.map(\.point) + study.facilities.map(\.point)
        }
    }

    private init(of study: Study, _ places: StartingPlaces, joined: [Attachment?]) {
        func starts(_ attachment: Attachment?) -> [Attachment] { attachment.map { [$0] } ?? [] }
        var compounds = [[Attachment]](repeating: [], count: study.compounds.count)
        for (gate, attachment) in zip(study.gates, joined[places.gates]) {
            compounds[gate.compound] += starts(attachment)
        }
        for (index, attachment) in zip(places.withoutGates, joined[places.compounds]) {
            compounds[index] = starts(attachment)
        }
        self.compounds = compounds
        gates = Array(joined[places.gates])
        communities = joined[places.communities].map(starts)
        facilities = Array(joined[places.facilities])
    }
}
