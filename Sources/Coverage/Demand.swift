package import Places

/// The people of one place: a compound, or what of a community lives outside its listed compounds.
package struct PlaceDemand: Sendable, Equatable {
    /// Dwellings; nothing where unknown.
    package var households: Double?
    /// People of 60 and over; nothing where unknown.
    package var elders: Double?
    /// Whether the place stands on the day asked about; one that does not is in no sum.
    package var isCounted: Bool
    /// Whether the dwellings are an estimate: shared out from the community's remainder, marked so in the study,
    /// or a difference of which one term is.
    package var householdsEstimated: Bool
    /// Whether the elders are an estimate: shared out by dwellings, marked so in the study, or a difference of
    /// which one term is.
    package var eldersEstimated: Bool
}

/// Who lives where on a day: every compound, and every community's residual (小区外人口).
///
/// With `hc` the dwellings of a community's counted compounds, its residual holds max(0, `households` − hc)
/// dwellings. The elders left, max(0, the community's − those its counted compounds state), are shared by
/// dwellings among its counted compounds that state none and the residual, unrounded; where neither has
/// dwellings they are all residual. A compound that states no dwellings takes its part of the community's
/// less those stated, by footprint where all such compounds are polygons, else equally.
///
/// What comes out of a figure that the study marks as an estimate is one, too: a community's mark reaches every
/// place that takes of its remainder.
package struct Demand: Sendable, Equatable {
    /// One for each compound of the study.
    package let compounds: [PlaceDemand]
    /// One for each community of the study; nothing where it has no residual.
    package let residuals: [PlaceDemand?]
    /// For each community, what nobody states of the people outside its compounds; see ``Demand/share``.
    private let unstatedOutside: [UnstatedFigures]

    /// Works out the places of a day.
    ///
    /// - Parameters:
    ///   - study: the study.
    ///   - figures: what its communities and compounds state at that time.
    ///   - states: which of its compounds stand; see ``deliveryStates(of:on:ruleForNewFrom:rule:)``.
    package init(study: Study, figures: PeopleFigures, states: [DeliveryState]) {
        self.init(DemandLayout(study), figures: figures, states: states)
    }

    /// Works out the places of a day, of a study whose layout is known.
    package init(_ layout: DemandLayout, figures: PeopleFigures, states: [DeliveryState]) {
        var compounds = layout.compoundsEstimated.indices.map { index in
            var stated = figures.compoundHouseholds[index]
            var elders = figures.compoundElders[index]
            if case .partly(let delivered) = states[index] {
                // The part of a compound's stated elders that lives in the delivered part of its dwellings.
                let share = stated.map { $0 > 0 ? min(1, delivered / $0) : 0 }
                elders = elders.flatMap { elders in share.map { elders * $0 } }
                stated = stated.map { min($0, delivered) } ?? delivered
            }
            let estimated = layout.compoundsEstimated[index]
            return PlaceDemand(
                households: stated, elders: elders, isCounted: states[index].isCounted,
                householdsEstimated: estimated.households && stated != nil,
                eldersEstimated: estimated.elders && elders != nil)
        }
        let outside = layout.members.indices.map { community in
            Demand.share(
                households: figures.communityHouseholds[community],
                elders: figures.communityElders[community],
                estimated: layout.communitiesEstimated[community], among: layout.members[community],
                of: &compounds,
                footprints: { layout.footprints[$0] })
        }
        residuals = outside.map(\.residual)
        unstatedOutside = outside.map(\.unstated)
        self.compounds = compounds
    }

    /// What nobody states of a compound; one that does not count is in no rate anyway.
    package func unstated(ofCompound index: Int) -> UnstatedFigures {
        let place = compounds[index]
        guard place.isCounted else { return .none }
        return UnstatedFigures(households: place.households == nil, elders: place.elders == nil)
    }

    /// What nobody states of the people outside a community's compounds.
    ///
    /// Of a residual it is what its community does not state. Where a community has neither a residual nor a
    /// counted compound and does not state its dwellings, nobody knows whether anybody lives there: it is one
    /// place, as a village without figures is. Where it has compounds and no residual, nobody lives outside them
    /// as far as is stated.
    package func unstated(outsideCompoundsOf community: Int) -> UnstatedFigures { unstatedOutside[community] }

    /// Shares a community's remainders among its members, and returns its residual with what nobody states of it.
    private static func share(
        households total: Double?, elders totalElders: Double?, estimated: EstimatedFigures,
        among members: [Int],
        of compounds: inout [PlaceDemand], footprints: (Int) -> Double?
    ) -> (residual: PlaceDemand?, unstated: UnstatedFigures) {
        let counted = members.filter { compounds[$0].isCounted }
        let stated = counted.reduce(0) { $0 + (compounds[$1].households ?? 0) }
        var outside = total.map { max(0, $0 - stated) } ?? 0
        // A difference is an estimate as soon as one of its terms is.
        let outsideEstimated = estimated.households || counted.contains { compounds[$0].householdsEstimated }
        let silent = counted.filter { compounds[$0].households == nil }
        if total != nil, !silent.isEmpty {
            let left = outside
            // Those that state none take all that is left. Subtracting their parts again would leave the
            // rounding of the division behind as people outside.
            outside = 0
            let prints = silent.compactMap(footprints)
            let sum = prints.reduce(0, +)
            for (position, index) in silent.enumerated() {
                let byFootprint = prints.count == silent.count && sum > 0
                compounds[index].households =
                    byFootprint ? left * prints[position] / sum : left / Double(silent.count)
                compounds[index].householdsEstimated = true
            }
        }
        let nobody = UnstatedFigures(
            households: total == nil && counted.isEmpty,
            elders: total == nil && totalElders == nil && counted.isEmpty)
        guard let totalElders else {
            // Whose elders nobody states are unknown, not none.
            guard outside > 0 else { return (nil, nobody) }
            let residual = PlaceDemand(
                households: outside, elders: nil, isCounted: true, householdsEstimated: outsideEstimated,
                eldersEstimated: false)
            return (residual, UnstatedFigures(households: false, elders: true))
        }
        let eldersUnstated = counted.filter { compounds[$0].elders == nil }
        let left = max(0, totalElders - counted.reduce(0) { $0 + (compounds[$1].elders ?? 0) })
        let weight = eldersUnstated.reduce(outside) { $0 + (compounds[$1].households ?? 0) }
        // One recipient takes a difference, which is as good as its terms; what several share is estimated.
        let recipients =
            eldersUnstated.count { (compounds[$0].households ?? 0) > 0 } + (outside > 0 ? 1 : 0)
        let leftEstimated =
            recipients > 1 || estimated.elders || counted.contains { compounds[$0].eldersEstimated }
        for index in eldersUnstated {
            let households = compounds[index].households ?? 0
            compounds[index].elders = weight > 0 ? left * households / weight : 0
            compounds[index].eldersEstimated = leftEstimated
        }
        let elders = weight > 0 ? left * outside / weight : left
        guard outside > 0 || elders > 0 else { return (nil, nobody) }
        let residual = PlaceDemand(
            households: outside, elders: elders, isCounted: true,
            householdsEstimated: outside > 0 && outsideEstimated, eldersEstimated: leftEstimated)
        return (residual, UnstatedFigures(households: total == nil, elders: false))
    }
}
