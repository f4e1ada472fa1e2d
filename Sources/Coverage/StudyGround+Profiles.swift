package import Geodesy
internal import Geometry
internal import Places
internal import Policy
internal import WalkNetwork

extension StudyGround {
    /// The coverage of a day once more by each walking profile of the standard, in its order.
    ///
    /// A profile of a speed alone keeps the shortest walks and times them; any other walks by what is quickest to it.
    ///
    /// - Parameters:
    ///   - result: The coverage of the day.
    ///   - plane: The working plane.
    ///   - heights: How high each vertex of the network lies, metres, not finite where nobody knows; nothing where no
    ///     profile asks for slopes.
    ///   - jobs: How many profiles are worked out at a time.
    /// - Returns: The coverage by profile; none where the standard has no profile.
    package func coverage(
        byProfiles result: CoverageResult, plane: WorkingPlane, heights: [Float]?, jobs: Int
    ) async -> [ProfileCoverage] {
        let profiles = result.standard.profiles
        let ways = profiles.map { profile -> (times: WalkTimes, joined: JoinedPlaces)? in
            guard !profile.isSpeedAlone, let network, let joined else { return nil }
            let slopes = profile.slope.flatMap { slope in
                heights.map { heights in
                    switch slope {
                    case .tobler:
                        StreetSlopes(
                            heights: heights, steepest: ToblerSlope.steepest, pace: ToblerSlope.pace(on:))
                    }
                }
            }
            let times = WalkTimes(of: network, impedance: WalkImpedance(profile), slopes: slopes)
            return (
                times,
                joined.rejoined(for: times, in: study, within: result.standard.snapLimit, on: plane)
            )
        }
        return await FixedChunks.map(count: profiles.count, size: 1, jobs: jobs) { range in
            let (profile, way) = (profiles[range.lowerBound], ways[range.lowerBound])
            return way.map { coverage(of: profile, by: $0.times, from: $0.joined, result) }
                ?? coverage(ofSpeed: profile, result)
        }
    }

    /// The coverage by a profile that walks the shortest way.
    private func coverage(ofSpeed profile: WalkingProfile, _ result: CoverageResult) -> ProfileCoverage {
        func timed(_ access: PlaceAccess) -> ProfileWalk {
            switch access.walk {
            case .noStreets: .noStreets
            case .tooFarFromStreets: .tooFarFromStreets
            case .noFacilityReached: .noFacilityReached
            case .reached(let facility, let walk):
                .reached(facility: facility, walk: walk, seconds: walk.metres.value / profile.speed)
            }
        }
        return ProfileCoverage(
            profile, compounds: result.access.compounds.map(timed),
            communities: result.access.communities.map(timed), study: study, result: result)
    }

    /// The coverage by a profile that walks the quickest way.
    private func coverage(
        of profile: WalkingProfile, by times: WalkTimes, from joined: JoinedPlaces, _ result: CoverageResult
    ) -> ProfileCoverage {
        let ranks = byteOrderRanks(of: study.facilities.map(\.id))
        let walked = facilities(on: result.day, countedBy: result.standard.walkSelector)
            .sorted { ranks[$0] < ranks[$1] }
        let search = QuickestFacilities(walked.map { joined.facilities[$0] }, by: times)
        func walk(from starts: [Attachment]) -> ProfileWalk {
            guard !starts.isEmpty else { return .tooFarFromStreets }
            guard let found = search.quickest(from: starts) else { return .noFacilityReached }
            return .reached(facility: walked[found.rank], walk: found.walk, seconds: found.seconds)
        }
        return ProfileCoverage(
            profile, compounds: joined.compounds.map(walk), communities: joined.communities.map(walk),
            study: study, result: result, quickest: (search, joined))
    }
}

extension WalkImpedance {
    /// What walking costs somebody of a profile, slopes apart.
    fileprivate init(_ profile: WalkingProfile) {
        let stairs: Stairs =
            switch profile.stairs {
            case .asStreets: .asStreets
            case .slowed(let factor): .slowed(by: factor)
            case .refused: .refused
            }
        let waits: [CrossingKind: Double] = [
            .signals: profile.signalWait, .unmarked: profile.unmarkedWait, .other: profile.crossingWait,
        ]
        self.init(speed: profile.speed, stairs: stairs, waits: waits.filter { $0.value > 0 })
    }
}
