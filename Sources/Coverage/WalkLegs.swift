package import Geometry
internal import Places
internal import WalkNetwork

/// A walk to a facility in its parts.
///
/// The parts are of the walk to that very facility. Where several facilities tie, it may be longer than the
/// shortest by less than a millimetre, and is the same whole millimetre.
package struct WalkLegs: Hashable, Sendable {
    /// Where a walk sets out.
    package enum Start: Hashable, Sendable {
        /// A gate of the compound, as an index into the study's.
        case gate(Int)
        /// The place's own point.
        case point
    }

    /// Where it sets out.
    package let start: Start
    /// The leg from there to the street.
    package let toStreet: Micrometres
    /// Where it comes upon the street.
    package let joinsAt: GeographicPoint
    /// The way along streets.
    package let alongStreets: Micrometres
    /// The same by the names of the streets; nothing where nobody asked for them.
    package let streets: [NamedStreet]?
    /// Where it leaves the street.
    package let leavesAt: GeographicPoint
    /// The leg from there to the facility.
    package let fromStreet: Micrometres

    /// The whole walk.
    package var total: Micrometres { toStreet + alongStreets + fromStreet }
}

extension StudyGround {
    /// The parts of the walk from a compound to the facility that it reaches first; nothing where it reaches none.
    package func walkLegs(ofCompound index: Int, reaching access: PlaceAccess) -> WalkLegs? {
        guard let joined else { return nil }
        let gates = study.gates.indices.filter { study.gates[$0].compound == index }
        let starts: [(WalkLegs.Start, Attachment)] =
            gates.isEmpty
            ? joined.compounds[index].map { (.point, $0) }
            : gates.compactMap { gate in joined.gates[gate].map { (.gate(gate), $0) } }
        return walkLegs(from: starts, reaching: access)
    }

    /// The parts of the walk from a community's point, where its residual stands.
    package func walkLegs(ofCommunity index: Int, reaching access: PlaceAccess) -> WalkLegs? {
        guard let joined else { return nil }
        return walkLegs(from: joined.communities[index].map { (.point, $0) }, reaching: access)
    }

    private func walkLegs(
        from starts: [(start: WalkLegs.Start, attachment: Attachment)], reaching access: PlaceAccess
    ) -> WalkLegs? {
        guard let network, let joined, case .reached(let index, let walk) = access.walk,
            let facility = joined.facilities[index]
        else { return nil }
        // A tie is decided among walks of the same whole millimetre.
        let search = NearestFacilities(
            [facility], on: network, limit: Micrometres(walk.count + 1000))
        var best: (start: WalkLegs.Start, attachment: Attachment, walk: Micrometres)?
        for (start, attachment) in starts {
            guard let found = search.nearest(from: attachment) else { continue }
            if best.map({ found.walk < $0.walk }) ?? true { best = (start, attachment, found.walk) }
        }
        return best.map { best in
            WalkLegs(
                start: best.start, toStreet: best.attachment.leg, joinsAt: best.attachment.place,
                alongStreets: best.walk - best.attachment.leg - facility.leg,
                streets: ways.flatMap { ways in
                    network.route(from: best.attachment, to: facility, limit: best.walk).map {
                        NamedStreet.list(of: $0, along: ways)
                    }
                }, leavesAt: facility.place,
                fromStreet: facility.leg)
        }
    }
}
