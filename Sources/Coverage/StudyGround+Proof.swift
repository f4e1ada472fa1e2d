package import Geodesy
internal import Geometry
package import Places
internal import Policy
internal import WalkNetwork

/// At which places circles are proved.
package struct ProofPlan: Sendable {
    /// How many seeded places, beside the dwellings and the places beside boundaries.
    package var places: Int
    /// What the seeded places follow from.
    package var seed: UInt64

    /// Makes a plan.
    package init(places: Int, seed: UInt64) { (self.places, self.seed) = (places, seed) }
}

extension StudyGround {
    /// Holds walk circles against the rule at many places.
    ///
    /// Every place is held against every circle: by the rule from the exact walks of all facilities, by the
    /// drawing from whether the polygon holds it.
    ///
    /// - Parameters:
    ///   - circles: the circles; of other kinds than the walk nothing is asked. Where a limit has single circles, a
    ///     facility that counts and has none is held to reach nobody.
    ///   - day: the day that they were drawn for.
    ///   - plan: at which places.
    ///   - plane: the working plane.
    ///   - jobs: how many circles are looked at at once; the result does not depend on it.
    /// - Returns: what came of it; nothing where the study gives no streets.
    package func proof(
        of circles: [DrawnCircle], on day: Day, _ plan: ProofPlan, plane: WorkingPlane, jobs: Int
    ) async -> CircleProof? {
        guard let network, let joined else { return nil }
        let walks = circles.filter { $0.kind == .walk }
        let walked = facilities(on: day, countedBy: standard.walkSelector)
        let minutes = Array(Set(walks.map(\.limit))).sorted()
        let longest = standard.walkLimit(minutes: minutes.last ?? 0)

        var places = ProvedPlaces(dwellingsOf: study)
        var proof = CircleProof()
        proof.places.dwellings = places.points.count
        let centres = plane.project(walked.map { study.facilities[$0].point })
        if let extent = Envelope(around: network.vertexLocations) {
            let leg = standard.snapLimit.value
            places.addSeeded(
                plan.places, seed: plan.seed,
                extent: Envelope(
                    west: extent.west - leg, south: extent.south - leg, east: extent.east + leg,
                    north: extent.north + leg),
                around: centres, reach: longest.value + 50, plane: plane)
        }
        proof.places.seeded = places.points.count - proof.places.dwellings
        let areas = await FixedChunks.map(count: walks.count, size: 32, jobs: jobs) { range in
            walks[range].map { BandedArea($0.area) }
        }.flatMap { $0 }
        for (index, area) in areas.enumerated() {
            places.addPairs(
                beside: area, tolerance: walks[index].tolerance, seed: plan.seed &+ UInt64(index) &* 7919)
        }
        proof.places.besideBoundaries = places.points.count - proof.places.dwellings - proof.places.seeded
        let joins = network.join(places.points, within: standard.snapLimit, on: plane)
        let grid = PlaceGrid(places.points)
        let attachments = joins.map { $0.map { [$0] } ?? [] }

        for limit in minutes {
            let drawn = walks.indices.filter { walks[$0].limit == limit }
            var single: [Int: Int] = [:]
            for index in drawn {
                if let facility = walks[index].facility { single[facility] = index }
            }
            let asked = Set(walked + single.keys).sorted()
            let walk = Micrometres(standard.walkLimit(minutes: limit))
            let table = await network.reachTable(
                from: asked.map { joined.facilities[$0] }, to: attachments, within: walk, jobs: jobs)
            var held: [(facility: Int?, circle: Int?, reached: [Int32])] = []
            if !single.isEmpty {
                for (row, facility) in asked.enumerated() {
                    held.append((facility, single[facility], table.row(ofFacility: row).map(\.0)))
                }
            }
            if let merged = drawn.first(where: { walks[$0].facility == nil }) {
                let counted = Set(walked)
                var isReached = [Bool](repeating: false, count: places.points.count)
                for (row, facility) in asked.enumerated() where counted.contains(facility) {
                    for (place, _) in table.row(ofFacility: row) { isReached[Int(place)] = true }
                }
                held.append((nil, merged, isReached.indices.filter { isReached[$0] }.map(Int32.init)))
            }
            let (points, pairsHeld) = (places.points, held)
            let wrong = await FixedChunks.map(count: held.count, size: 8, jobs: jobs) { range in
                pairsHeld[range].map { pair in
                    Self.mismatches(
                        reached: pair.reached, in: pair.circle.map { areas[$0] }, at: points, grid)
                }
            }.flatMap { $0 }
            for (pair, mismatches) in zip(held, wrong) {
                proof.circles += 1
                proof.pairs += points.count
                proof.reached += pair.reached.count
                let tolerance = pair.circle.map { walks[$0].tolerance } ?? Metres(0)
                let sites = pair.facility.map { [$0] } ?? walked
                judge(
                    mismatches, of: pair.facility, sites: sites.map { joined.facilities[$0] }, minutes: limit,
                    tolerance: tolerance, at: places, plane: plane, in: &proof)
            }
        }
        return proof
    }

    /// A place whose kind by the rule is not that drawn.
    private struct Mismatch: Sendable {
        let place: Int32
        let isDrawnInside: Bool
        let distance: Double
    }

    /// The places that are either reached or drawn inside, and not both.
    private static func mismatches(
        reached: [Int32], in area: BandedArea?, at points: [GeographicPoint], _ grid: PlaceGrid
    ) -> [Mismatch] {
        var inside: [Int32] = []
        if let area, let box = area.box {
            grid.forEachPlace(in: box) { place in
                if area.contains(points[Int(place)]) { inside.append(place) }
            }
            inside.sort()
        }
        var found: [Mismatch] = []
        func add(_ place: Int32, isDrawnInside: Bool) {
            found.append(
                Mismatch(
                    place: place, isDrawnInside: isDrawnInside,
                    distance: area?.distance(from: points[Int(place)]) ?? .infinity))
        }
        var (i, j) = (0, 0)
        while i < reached.count || j < inside.count {
            if j == inside.count || (i < reached.count && reached[i] < inside[j]) {
                add(reached[i], isDrawnInside: false)
                i += 1
            } else if i == reached.count || inside[j] < reached[i] {
                add(inside[j], isDrawnInside: true)
                j += 1
            } else {
                (i, j) = (i + 1, j + 1)
            }
        }
        return found
    }

    /// Counts the mismatches of one circle; faults are those beyond the tolerance that the rule does not leave open.
    private func judge(
        _ mismatches: [Mismatch], of facility: Int?, sites: [Attachment?], minutes: Double,
        tolerance: Metres, at places: ProvedPlaces, plane: WorkingPlane, in proof: inout CircleProof
    ) {
        guard let network else { return }
        let limit = Micrometres(standard.walkLimit(minutes: minutes))
        var field: NearestFacilities?
        for mismatch in mismatches {
            if mismatch.isDrawnInside { proof.insideButOutOfReach += 1 } else { proof.outsideButInReach += 1 }
            guard mismatch.distance > tolerance.value else {
                proof.worst = max(proof.worst, Metres(mismatch.distance))
                continue
            }
            let walks = field ?? NearestFacilities(sites, on: network, limit: Micrometres(limit.count * 3))
            field = walks
            let index = Int(mismatch.place)
            let rivals = network.rivalJoins(
                of: places.points[index], within: standard.snapLimit, slack: 0.001, on: plane
            ).map { walks.nearest(from: $0)?.walk }
            if rivals.count > 1,
                rivals.contains(where: { ($0.map { $0 <= limit } ?? false) == mismatch.isDrawnInside })
            {
                proof.leftOpen += 1
                continue
            }
            if mismatch.distance.isFinite { proof.worst = max(proof.worst, Metres(mismatch.distance)) }
            proof.faults.append(
                CircleProof.Fault(
                    sort: places.sorts[index], id: places.ids[index], place: places.points[index],
                    facility: facility, minutes: minutes, isDrawnInside: mismatch.isDrawnInside,
                    walk: rivals.compactMap { $0 }.min(),
                    distance: mismatch.distance.isFinite ? Metres(mismatch.distance) : nil))
        }
    }
}
