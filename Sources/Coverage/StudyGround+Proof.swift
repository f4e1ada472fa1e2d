package import Geodesy
internal import Geometry
package import Places
internal import Policy
internal import WalkNetwork

/// At which places circles are proved.
package struct ProofPlan: Sendable {
    /// How many seeded places, beside the dwellings and the places by streets and beside boundaries.
    package var places: Int
    /// What the seeded places follow from.
    package var seed: UInt64

    /// Makes a plan.
    package init(places: Int, seed: UInt64) { (self.places, self.seed) = (places, seed) }
}

extension StudyGround {
    /// Holds walk circles against the rule at many places.
    ///
    /// Every dwelling, every seeded place and places all along the streets are held against every circle, and each
    /// circle at pairs of places all along its own boundary: by the rule from the exact walks, by the drawing from
    /// whether the polygon holds the place.
    ///
    /// - Parameters:
    ///   - circles: the circles; of other kinds than the walk nothing is asked.
    ///   - day: the day that they were drawn for.
    ///   - drawn: the same circles as the search itself draws them, where those to be proved come from elsewhere: they are
    ///     held at places beside these boundaries, too, so that no part of them can be left out unseen.
    ///   - plan: at which places.
    ///   - minutes: the limits that they were drawn for; none: those of the circles, else the standard's.
    ///   - plane: the working plane.
    ///   - jobs: how many threads to use; the result does not depend on it.
    /// - Returns: what came of it; nothing where the study gives no streets.
    package func proof(
        of circles: [DrawnCircle], on day: Day, beside drawn: [DrawnCircle] = [], _ plan: ProofPlan,
        minutes: [Double] = [], plane: WorkingPlane, jobs: Int
    ) async -> CircleProof? {
        guard let network, let joined else { return nil }
        let walks = circles.filter { $0.kind == .walk }
        let walked = facilities(on: day, countedBy: standard.walkSelector)
        let standard = standard
        let held = await FixedChunks.map(count: walks.count, size: 32, jobs: jobs) { range in
            walks[range].map {
                ProvedCircle(
                    facility: $0.facility, minutes: $0.limit,
                    limit: Micrometres(standard.walkLimit(minutes: $0.limit)), tolerance: $0.tolerance,
                    area: BandedArea($0.area))
            }
        }.flatMap { $0 }
        var judgement = ProofJudgement(
            circles: held,
            sites: held.map { circle in
                (circle.facility.map { [$0] } ?? walked).map { joined.facilities[$0] }
            }, network: network, snapLimit: standard.snapLimit)
        judgement.proof.wrongCircles = wrongCircles(
            among: walks, minutes: minutes, walked: walked, joined: joined)
        guard !held.isEmpty else { return judgement.proof }

        var places = ProvedPlaces(dwellingsOf: study)
        judgement.proof.places.dwellings = places.points.count
        if let extent = Envelope(around: network.vertexLocations) {
            let longest = held.map(\.limit).max() ?? .zero
            let leg = standard.snapLimit.value
            await places.addSeeded(
                plan.places, seed: plan.seed,
                extent: Envelope(
                    west: extent.west - leg, south: extent.south - leg, east: extent.east + leg,
                    north: extent.north + leg),
                around: plane.project(walked.map { study.facilities[$0].point }),
                reach: longest.metres.value + 50, plane: plane, jobs: jobs)
        }
        judgement.proof.places.seeded = places.points.count - judgement.proof.places.dwellings
        await places.join(network, within: standard.snapLimit, on: plane, jobs: jobs)
        await judgement.hold(at: places, on: plane, jobs: jobs)
        await judgement.holdByStreets(on: plane, jobs: jobs)
        await judgement.holdBesideBoundaries(on: plane, jobs: jobs)
        if !drawn.isEmpty {
            let others = held.map { circle in
                let other = drawn.first {
                    $0.kind == .walk && $0.facility == circle.facility && $0.limit == circle.minutes
                }
                return ProvedCircle(
                    facility: circle.facility, minutes: circle.minutes, limit: circle.limit,
                    tolerance: circle.tolerance, area: BandedArea(other?.area ?? MultiPolygon([])))
            }
            await judgement.holdBesideBoundaries(of: others, on: plane, jobs: jobs)
        }
        return judgement.proof
    }

    /// The circles that are missing or too many.
    ///
    /// Every limit has a dissolved circle, and where there is any circle of a single facility, each limit has those of
    /// all facilities that count, unless they lie farther from the streets than the limit leads.
    private func wrongCircles(
        among circles: [DrawnCircle], minutes asked: [Double], walked: [Int], joined: JoinedPlaces
    ) -> [CircleProof.WrongCircle] {
        let drawn = Set(asked.isEmpty ? circles.map(\.limit) : asked)
        let minutes = drawn.isEmpty ? [standard.minutes] : drawn.sorted()
        let called = Set(walked.filter { joined.facilities[$0] != nil })
        let hasSingle = circles.contains { $0.facility != nil }
        var wrong: [CircleProof.WrongCircle] = []
        for limit in minutes {
            func add(_ reason: CircleProof.WrongCircle.Reason, _ facility: Int?) {
                wrong.append(.init(reason: reason, facility: facility, minutes: limit))
            }
            // A circle no wider than the tolerance may be left out.
            let walk = standard.walkLimit(minutes: limit).value - WalkCircle.tolerance.value
            let due = walked.filter { facility in
                joined.facilities[facility].map { $0.leg.metres.value < walk } ?? false
            }
            let drawn = circles.filter { $0.limit == limit }.map(\.facility)
            var counts: [Int?: Int] = [:]
            for facility in drawn { counts[facility, default: 0] += 1 }
            for facility in (hasSingle ? due : []) where counts[facility] == nil { add(.missing, facility) }
            for facility in counts.keys.compactMap({ $0 }).sorted() {
                if !called.contains(facility) { add(.uncalled, facility) }
                if counts[facility, default: 0] > 1 { add(.twice, facility) }
            }
            if counts[nil] == nil, !due.isEmpty { add(.missing, nil) }
            if counts[nil] != nil, called.isEmpty { add(.uncalled, nil) }
            if counts[nil, default: 0] > 1 { add(.twice, nil) }
        }
        return wrong
    }
}
