package import Geometry
internal import Places
internal import Policy
package import WalkNetwork

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
        walkLegs(from: joined.map { starts(ofCompound: index, $0) } ?? [], reaching: access)
    }

    /// The parts of a place's walk by a walking profile; nothing where it has none.
    ///
    /// - Parameters:
    ///   - index: the place: a compound, or behind all of them a community's point.
    ///   - profile: the coverage by the profile.
    /// - Returns: its parts.
    package func walkLegs(ofPlace index: Int, by profile: ProfileCoverage) -> WalkLegs? {
        let community = index - study.compounds.count
        let walk = community < 0 ? profile.compounds[index] : profile.communities[community]
        guard case .reached(let number, let length, _) = walk else { return nil }
        guard let (search, joined) = profile.quickest else {
            let access = PlaceAccess(straight: nil, walk: .reached(facility: number, walk: length))
            return community < 0
                ? walkLegs(ofCompound: index, reaching: access)
                : walkLegs(ofCommunity: community, reaching: access)
        }
        let starts: [(start: WalkLegs.Start, attachment: Attachment)] =
            community < 0
            ? starts(ofCompound: index, joined) : joined.communities[community].map { (.point, $0) }
        guard let facility = joined.facilities[number],
            let route = search.route(from: starts.map(\.attachment))
        else { return nil }
        let (start, attachment) = starts[route.start]
        return WalkLegs(
            start: start, toStreet: attachment.leg, joinsAt: attachment.place,
            alongStreets: length - attachment.leg - facility.leg,
            streets: ways.map { NamedStreet.list(of: route.stretches, along: $0) },
            leavesAt: facility.place, fromStreet: facility.leg)
    }

    private func starts(
        ofCompound index: Int, _ joined: JoinedPlaces
    ) -> [(start: WalkLegs.Start, attachment: Attachment)] {
        let gates = study.gates.indices.filter { study.gates[$0].compound == index }
        return gates.isEmpty
            ? joined.compounds[index].map { (.point, $0) }
            : gates.compactMap { gate in joined.gates[gate].map { (.gate(gate), $0) } }
    }

    /// The parts of the walk from a community's point, where its residual stands.
    package func walkLegs(ofCommunity index: Int, reaching access: PlaceAccess) -> WalkLegs? {
        guard let joined else { return nil }
        return walkLegs(from: joined.communities[index].map { (.point, $0) }, reaching: access)
    }

    /// The parts of the walk from a place to somewhere on the streets.
    ///
    /// - Parameters:
    ///   - index: the place: a compound, or behind all of them a community's point.
    ///   - site: where the walk ends.
    ///   - walk: how long it is; left out, it is looked for up to three times the limit.
    /// - Returns: its parts; nothing where none leads there.
    package func walkLegs(ofPlace index: Int, to site: Attachment, walk: Micrometres? = nil) -> WalkLegs? {
        let starts =
            index < study.compounds.count
            ? joined.map { self.starts(ofCompound: index, $0) } ?? []
            : (joined?.communities[index - study.compounds.count] ?? []).map { (.point, $0) }
        return walkLegs(
            from: starts, to: site, within: walk ?? Micrometres(Metres(standard.walkLimit.value * 3)))
    }

    private func walkLegs(
        from starts: [(start: WalkLegs.Start, attachment: Attachment)], reaching access: PlaceAccess
    ) -> WalkLegs? {
        guard case .reached(let index, let walk) = access.walk, let facility = joined?.facilities[index]
        else { return nil }
        return walkLegs(from: starts, to: facility, within: walk)
    }

    private func walkLegs(
        from starts: [(start: WalkLegs.Start, attachment: Attachment)], to facility: Attachment,
        within walk: Micrometres
    ) -> WalkLegs? {
        guard let network else { return nil }
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
