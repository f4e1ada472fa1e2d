package import Geometry
package import Places
internal import Policy
internal import WalkNetwork

/// The walk of somebody of a walking profile to the facility reached soonest, or why there is none.
package enum ProfileWalk: Hashable, Sendable {
    /// The study gives no streets: nothing is known of walks.
    case noStreets
    /// The place does not join the streets within the snap limit: unknown, not unreached.
    case tooFarFromStreets
    /// No counted facility is connected with it by streets that the profile walks.
    case noFacilityReached
    /// The facility reached soonest, the length of that walk, and the seconds that it takes.
    case reached(facility: Int, walk: Micrometres, seconds: Double)
}

/// Who reaches a counted facility on foot within the minutes, walking as a profile does.
///
/// A measure beside `within_15min`, under the name `within_15min_PROFILE`: of all dwellings and elders, as if everybody
/// walked so.
package struct ProfileCoverage: Sendable {
    /// The profile.
    package let profile: WalkingProfile
    /// The limit, seconds.
    package let limit: Double
    /// One for each compound.
    package let compounds: [ProfileWalk]
    /// One for each community's point, where its residual stands.
    package let communities: [ProfileWalk]
    /// The rates by scope, on the bases count, households and elders.
    package let rates: [Rate]
    /// The search that found the walks, and where places have joined the streets for it; nothing where walks are the shortest.
    let quickest: (search: QuickestFacilities, joined: JoinedPlaces)?

    /// The name of the measure.
    package static func measure(of profile: WalkingProfile) -> String {
        CoverageMeasure.within15min.rawValue + "_" + profile.name
    }

    /// Whether a measure's name is that of one by a profile.
    package static func isMeasure(_ name: String) -> Bool {
        name.hasPrefix(CoverageMeasure.within15min.rawValue + "_")
    }

    /// Whether somebody gets there within the minutes; nothing where that is unknown.
    package func isWithinWalk(_ walk: ProfileWalk) -> Bool? {
        switch walk {
        case .noStreets, .tooFarFromStreets: nil
        case .noFacilityReached: false
        case .reached(_, _, let seconds): seconds <= limit
        }
    }

    /// Sums up the walks of all places.
    init(
        _ profile: WalkingProfile, compounds: [ProfileWalk], communities: [ProfileWalk], study: Study,
        result: CoverageResult, quickest: (search: QuickestFacilities, joined: JoinedPlaces)? = nil
    ) {
        self.quickest = quickest
        self.profile = profile
        self.compounds = compounds
        self.communities = communities
        let limit = result.standard.minutes * 60
        self.limit = limit
        func isWithin(_ walk: ProfileWalk) -> Bool? {
            switch walk {
            case .noStreets, .tooFarFromStreets: nil
            case .noFacilityReached: false
            case .reached(_, _, let seconds): seconds <= limit
            }
        }
        let tally = CoverageTally(
            study: study, demand: result.demand,
            ofCompound: { (straight: false, walk: isWithin(compounds[$0])) },
            ofCommunity: { (straight: false, walk: isWithin(communities[$0])) })
        let measure = Self.measure(of: profile)
        let counted = result.standard.walkSelector.text
        rates = ScopeMembership(of: study).members.flatMap { member in
            let sums = member.communities.reduce(member.holdsOutsiders ? tally.ofOutsiders : PlaceTally()) {
                $0 + tally.ofCommunity($1)
            }
            return [
                Rate(measure: measure, scope: member.scope, sums: sums.walkCompounds, counted: counted),
                Rate(measure: measure, scope: member.scope, sums: sums.walkHouseholds, counted: counted),
                Rate(measure: measure, scope: member.scope, sums: sums.walkElders, counted: counted),
            ]
        }
    }
}
