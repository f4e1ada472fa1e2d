internal import Places
package import Policy

/// A basis as the compiler knows it, so that sums on different bases cannot be added up.
package protocol SumBasis: Sendable {
    /// The basis.
    static var basis: Basis { get }
}

/// Compounds or communities, one by one.
package enum InCount: SumBasis { package static var basis: Basis { .count } }
/// Square metres on the working plane.
package enum InArea: SumBasis { package static var basis: Basis { .area } }
/// Households.
package enum InHouseholds: SumBasis { package static var basis: Basis { .households } }
/// People of 60 and over.
package enum InElders: SumBasis { package static var basis: Basis { .elders } }

/// Sums over some places on one basis, for one measure.
package struct BasisSums<Counted: SumBasis>: Sendable, Equatable {
    /// What meets the measure.
    package var covered = 0.0
    /// All of it.
    package var total = 0.0
    /// What cannot be judged.
    package var unknown = 0.0
    /// What of the total is estimated.
    package var estimated = 0.0
    /// How many places (of areas: communities) are in none of these, since nobody states their figure.
    package var unstated = 0

    /// Adds an amount of one place.
    mutating func add(_ amount: Double, covered isCovered: Bool?, estimated isEstimated: Bool) {
        total += amount
        if isCovered == true { covered += amount }
        if isCovered == nil { unknown += amount }
        if isEstimated { estimated += amount }
    }

    static func + (a: Self, b: Self) -> Self {
        Self(
            covered: a.covered + b.covered, total: a.total + b.total, unknown: a.unknown + b.unknown,
            estimated: a.estimated + b.estimated, unstated: a.unstated + b.unstated)
    }

    /// The share; nothing where there is nothing.
    package var share: Double? { total > 0 ? covered / total : nil }
}

/// The counted places of a community (or those outside all) by measure and basis.
package struct PlaceTally: Sendable, Equatable {
    package var straightCompounds = BasisSums<InCount>()
    package var straightHouseholds = BasisSums<InHouseholds>()
    package var straightElders = BasisSums<InElders>()
    package var walkCompounds = BasisSums<InCount>()
    package var walkHouseholds = BasisSums<InHouseholds>()
    package var walkElders = BasisSums<InElders>()

    mutating func add(_ place: PlaceDemand, isCompound: Bool, straight: Bool, walk: Bool?) {
        guard place.isCounted else { return }
        if isCompound {
            straightCompounds.add(1, covered: straight, estimated: false)
            walkCompounds.add(1, covered: walk, estimated: false)
        }
        if let households = place.households {
            straightHouseholds.add(households, covered: straight, estimated: place.householdsEstimated)
            walkHouseholds.add(households, covered: walk, estimated: place.householdsEstimated)
        }
        if let elders = place.elders {
            straightElders.add(elders, covered: straight, estimated: place.eldersEstimated)
            walkElders.add(elders, covered: walk, estimated: place.eldersEstimated)
        }
    }

    /// Counts a place beside the bases on which nobody states its figure.
    mutating func add(_ unstated: UnstatedFigures) {
        if unstated.households {
            straightHouseholds.unstated += 1
            walkHouseholds.unstated += 1
        }
        if unstated.elders {
            straightElders.unstated += 1
            walkElders.unstated += 1
        }
    }

    static func + (a: PlaceTally, b: PlaceTally) -> PlaceTally {
        var sum = PlaceTally()
        sum.straightCompounds = a.straightCompounds + b.straightCompounds
        sum.straightHouseholds = a.straightHouseholds + b.straightHouseholds
        sum.straightElders = a.straightElders + b.straightElders
        sum.walkCompounds = a.walkCompounds + b.walkCompounds
        sum.walkHouseholds = a.walkHouseholds + b.walkHouseholds
        sum.walkElders = a.walkElders + b.walkElders
        return sum
    }
}

/// The tallies of all communities, each added up once in the study's order.
struct CoverageTally {
    let ofOutsiders: PlaceTally
    private let ofCommunities: [PlaceTally]

    init(study: Study, standard: CoverageStandard, demand: Demand, access: StudyAccess) {
        func judged(_ reached: PlaceAccess) -> (straight: Bool, walk: Bool?) {
            (standard.isWithinRadius(reached), standard.isWithinWalk(reached))
        }
        self.init(
            study: study, demand: demand, ofCompound: { judged(access.compounds[$0]) },
            ofCommunity: { judged(access.communities[$0]) })
    }

    /// Adds up all places by what each reaches, as somebody judges it.
    init(
        study: Study, demand: Demand, ofCompound: (Int) -> (straight: Bool, walk: Bool?),
        ofCommunity: (Int) -> (straight: Bool, walk: Bool?)
    ) {
        var outsiders = PlaceTally()
        var communities = [PlaceTally](repeating: PlaceTally(), count: study.communities.count)
        for index in study.compounds.indices {
            let (straight, walk) = ofCompound(index)
            let unstated = demand.unstated(ofCompound: index)
            if let community = study.compounds[index].community {
                communities[community].add(
                    demand.compounds[index], isCompound: true, straight: straight, walk: walk)
                communities[community].add(unstated)
            } else {
                outsiders.add(demand.compounds[index], isCompound: true, straight: straight, walk: walk)
                outsiders.add(unstated)
            }
        }
        for index in study.communities.indices {
            communities[index].add(demand.unstated(outsideCompoundsOf: index))
            guard let residual = demand.residuals[index] else { continue }
            let (straight, walk) = ofCommunity(index)
            communities[index].add(residual, isCompound: false, straight: straight, walk: walk)
        }
        ofOutsiders = outsiders
        ofCommunities = communities
    }

    func ofCommunity(_ index: Int) -> PlaceTally { ofCommunities[index] }
}
