package import Coverage
package import Geometry
internal import Places

/// The chain behind a row of `facilities.csv`: the places within the walk of a facility, or of a candidate.
package struct CatchmentExplanation: Sendable {
    /// The walk between the site and one place.
    package struct Walk: Sendable {
        /// The place.
        package let place: PeoplePlace
        /// How long the walk is; nothing where none leads there within three times the limit.
        package let length: Micrometres?
        /// Whether it is within the minutes.
        package let isWithin: Bool
        /// Its parts, as walked from the place.
        package let legs: WalkLegs?
    }

    /// The facility or candidate.
    package let site: StudyCatchments.Site
    /// Whether the study gives streets; else nobody's walk is known.
    package let hasStreets: Bool
    /// Its row; nothing of a facility that does not count for walks, which reaches nobody.
    package let catchment: StudyCatchments.Catchment?
    /// The dwellings of the places, each as covered where no other facility reaches it.
    package let households: [RatePart]
    /// Their elders, likewise.
    package let elders: [RatePart]
    /// The walk that is asked for; else that of the place with most elders.
    package let walk: Walk?
    /// Whether only that walk is asked for.
    package let asksForWalk: Bool

    /// Whether it counts for walks and has joined the streets; else it reaches nobody.
    package var isOnStreets: Bool { catchment?.isOnStreets ?? false }

    /// The walk of one of the places within reach.
    package func walk(of place: Int) -> Micrometres? {
        guard let catchment else { return nil }
        return zip(catchment.places, catchment.walks).first { $0.0 == place }?.1
    }
}

extension Explainer {
    /// Whom a site reaches, or its walk with one place.
    func catchment(of site: StudyCatchments.Site, asking asked: PeoplePlace? = nil) -> CatchmentExplanation {
        let own = further.catchments?.catchments.first { $0.site == site }
        let places = (own?.places ?? []).map(place)
        func parts(_ amount: (PlaceDemand) -> Double?) -> [RatePart] {
            places.compactMap { place in
                guard let demand = demand(of: place), demand.isCounted, let amount = amount(demand) else {
                    return nil
                }
                let depth = further.catchments?.depth(of: place)
                let isOnlyOne =
                    switch site {
                    case .facility: depth == 1
                    case .candidate: depth == 0
                    }
                return RatePart(.place(place), amount: amount, isCovered: isOnlyOne)
            }
        }
        let elders = parts(\.elders)
        var shown = asked
        if asked == nil, case .place(let largest)? = elders.largest(1, by: \.amount).first?.source {
            shown = largest
        }
        return CatchmentExplanation(
            site: site, hasStreets: further.catchments != nil, catchment: own,
            households: parts(\.households), elders: elders,
            walk: shown.map { walk(from: $0, to: own) }, asksForWalk: asked != nil)
    }

    private func walk(
        from place: PeoplePlace, to catchment: StudyCatchments.Catchment?
    ) -> CatchmentExplanation.Walk {
        let index = index(of: place)
        let within = catchment.flatMap { own in
            zip(own.places, own.walks).first { $0.0 == index }?.1
        }
        let legs = catchment?.joins.flatMap { ground.walkLegs(ofPlace: index, to: $0, walk: within) }
        return CatchmentExplanation.Walk(
            place: place, length: within ?? legs?.total, isWithin: within != nil, legs: legs)
    }

    private func demand(of place: PeoplePlace) -> PlaceDemand? {
        switch place {
        case .compound(let index): result.demand.compounds[index]
        case .residual(let community): result.demand.residuals[community]
        }
    }
}
