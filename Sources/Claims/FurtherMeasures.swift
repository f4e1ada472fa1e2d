package import Coverage

/// Figures beside the coverage of a day that explanations are asked for: by walking profiles, of catchments, and
/// of access to capacity.
package struct FurtherMeasures: Sendable {
    /// The coverage by each walking profile; none where nobody asks for it.
    package let profiles: [ProfileCoverage]
    /// Who walks to each site; nothing where nobody asks, or there are no streets.
    package let catchments: StudyCatchments?

    /// What access to capacity is worked out from; nothing where nobody asks, or there are no streets.
    package let access: AccessSources?

    /// How the measure of catchments is asked for, of a place or a facility.
    package static let reachedBy = "reached_by"

    /// Gathers what is asked for.
    package init(
        profiles: [ProfileCoverage] = [], catchments: StudyCatchments? = nil, access: AccessSources? = nil
    ) {
        self.profiles = profiles
        self.catchments = catchments
        self.access = access
    }

    /// All their rates.
    var rates: [Rate] { profiles.flatMap(\.rates) + (catchments?.rates ?? []) }

    /// The coverage by the profile that a measure is named after.
    package func profile(of measure: String) -> ProfileCoverage? {
        profiles.first { ProfileCoverage.measure(of: $0.profile) == measure }
    }

    /// Whether a place meets a measure of these; of another measure nothing.
    func judgement(of measure: String) -> ((PeoplePlace) -> Bool?)? {
        if let profile = profile(of: measure) {
            return { place in profile.isWithinWalk(profile.walk(of: place)) }
        }
        guard let catchments else { return nil }
        for depth in 0...StudyCatchments.deepest
        where measure == StudyCatchments.measure(ofDepth: depth) {
            return { place in
                catchments.depth(of: place).map { min($0, StudyCatchments.deepest) == depth }
            }
        }
        return nil
    }
}

extension ProfileCoverage {
    /// The walk of a place.
    package func walk(of place: PeoplePlace) -> ProfileWalk {
        switch place {
        case .compound(let index): compounds[index]
        case .residual(let community): communities[community]
        }
    }
}

extension StudyCatchments {
    /// By how many facilities a place is reached; nothing where that is unknown.
    package func depth(of place: PeoplePlace) -> Int? {
        switch place {
        case .compound(let index): compounds[index]
        case .residual(let community): communities[community]
        }
    }
}
