internal import Coverage
internal import Places

/// The chain behind a facility's row of `facilities.csv`: the places within its walk.
package struct CatchmentExplanation: Sendable {
    /// The facility, as an index into the study's.
    package let facility: Int
    /// Whether it counts for walks and has joined the streets; else it reaches nobody.
    package let isOnStreets: Bool
    /// The dwellings of the places, each as covered where no other facility reaches it.
    package let households: [RatePart]
    /// Their elders, likewise.
    package let elders: [RatePart]
}

extension Explainer {
    /// Whom a facility reaches; nothing where catchments were not asked for.
    func catchment(ofFacility index: Int) -> CatchmentExplanation? {
        guard let catchments = further.catchments else { return nil }
        let own = catchments.catchments.first { $0.site == .facility(index) }
        let places = (own?.places ?? []).map { place -> PeoplePlace in
            place < study.compounds.count
                ? .compound(place) : .residual(community: place - study.compounds.count)
        }
        func parts(_ amount: (PlaceDemand) -> Double?) -> [RatePart] {
            places.compactMap { place in
                let demand: PlaceDemand? =
                    switch place {
                    case .compound(let index): result.demand.compounds[index]
                    case .residual(let community): result.demand.residuals[community]
                    }
                guard let demand, demand.isCounted, let amount = amount(demand) else { return nil }
                return RatePart(
                    .place(place), amount: amount, isCovered: catchments.depth(of: place) == 1)
            }
        }
        return CatchmentExplanation(
            facility: index, isOnStreets: own?.isOnStreets ?? false, households: parts(\.households),
            elders: parts(\.elders))
    }
}
