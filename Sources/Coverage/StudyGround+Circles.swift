package import Geodesy
internal import Geometry
package import Places
internal import Policy
package import Topology
package import WalkNetwork

extension StudyGround {
    /// The circles around all facilities that count on a day: of the radius, then of the walks from the shortest on,
    /// then those without water; of each kind and limit first the single ones and then the dissolved.
    ///
    /// - Parameters:
    ///   - day: the day.
    ///   - wishes: which circles.
    ///   - plane: the working plane.
    ///   - faces: which street is nearest to each place, where it is known; else it is found.
    ///   - jobs: how many circles are drawn at once; they do not depend on it.
    /// - Returns: the circles; walk circles only where the study gives streets.
    /// - Throws: what GEOS says where it cannot dissolve circles or take water out of them.
    package func circles(
        on day: Day, _ wishes: CircleWishes, plane: WorkingPlane, faces: StreetFaces? = nil, jobs: Int
    ) async throws -> [DrawnCircle] {
        let counted = facilities(on: day, countedBy: standard.straightSelector)
        let radii = RadiusCircles(radius: standard.radius)
        var (radius, walks): ([DrawnCircle], [DrawnCircle])
        if jobs > 1 {
            // What GEOS does on one thread is done beside the walks.
            async let drawn = radii.circles(around: counted, of: study, each: wishes.each)
            walks = try await walkCircles(on: day, wishes, plane: plane, faces: faces, jobs: jobs)
            radius = try await drawn
        } else {
            radius = try radii.circles(around: counted, of: study, each: wishes.each)
            walks = try await walkCircles(on: day, wishes, plane: plane, faces: faces, jobs: jobs)
        }
        guard wishes.onLand else { return radius + walks }
        return try radius + walks + LandCircles(water: study.water).circles(walks)
    }

    /// The circles around all facilities that count on a day, of the study's own minutes.
    package func circles(
        on day: Day, each: Bool, plane: WorkingPlane, faces: StreetFaces? = nil, jobs: Int
    ) async throws -> [DrawnCircle] {
        try await circles(on: day, CircleWishes(each: each), plane: plane, faces: faces, jobs: jobs)
    }

    /// Finds which street is nearest to each place: for circles of the walk, whoever walks.
    ///
    /// - Parameters:
    ///   - day: the day that circles are to be drawn for.
    ///   - wishes: which circles.
    ///   - keeps: whether they are to serve other days and circles as well: they are then found for all streets,
    ///     unless these circles come to less than a quarter of them.
    ///   - jobs: how many threads to use.
    /// - Returns: the faces, and whether they are those of all streets; nothing where the study gives none.
    package func streetFaces(on day: Day, _ wishes: CircleWishes, keeps: Bool, jobs: Int) async
        -> (faces: StreetFaces, isWhole: Bool)?
    {
        guard let network, let joined else { return nil }
        let attachments = facilities(on: day, countedBy: standard.walkSelector).map { joined.facilities[$0] }
        let minutes = wishes.minutes.max() ?? standard.minutes
        let needed = network.segments(
            near: attachments, limit: Micrometres(standard.walkLimit(minutes: minutes)))
        let isWhole = keeps && 4 * needed.count { $0 } >= needed.count
        let faces = await network.streetFaces(
            snapLimit: standard.snapLimit, of: isWhole ? nil : needed, jobs: jobs)
        return (faces, isWhole)
    }

    /// The circles of the walk around all facilities that count on a day: see ``circles(on:_:plane:jobs:)``.
    ///
    /// - Throws: what GEOS says where it cannot put right a circle that rounding has crossed.
    package func walkCircles(
        on day: Day, _ wishes: CircleWishes, plane: WorkingPlane, faces: StreetFaces? = nil, jobs: Int
    ) async throws(TopologyFailure) -> [DrawnCircle] {
        guard let network, let joined else { return [] }
        let walked = facilities(on: day, countedBy: standard.walkSelector)
        let attachments = walked.map { joined.facilities[$0] }
        guard attachments.contains(where: { $0 != nil }) else { return [] }
        let minutes = wishes.minutes.isEmpty ? [standard.minutes] : wishes.minutes.sorted()
        let limits = minutes.map { Micrometres(standard.walkLimit(minutes: $0)) }
        var known = faces
        if known == nil { known = await streetFaces(on: day, wishes, keeps: false, jobs: jobs)?.faces }
        guard let faces = known else { return [] }
        let (single, merged) = await areas(
            of: attachments, limits, each: wishes.each, in: faces, on: network, plane: plane, jobs: jobs)
        var circles: [DrawnCircle] = []
        for (index, limit) in minutes.enumerated() {
            func add(_ rings: GridRings, _ facility: Int?) {
                guard rings.polygonCount > 0 else { return }
                circles.append(
                    DrawnCircle(
                        kind: .walk, facility: facility, limit: limit, tolerance: WalkCircle.tolerance,
                        rings: rings))
            }
            for (facility, areas) in zip(walked, single) {
                if let areas { add(try areas[index].get(), facility) }
            }
            add(try merged[index].get(), nil)
        }
        return circles
    }

    /// An area as files state it, or what GEOS says where it cannot put it right.
    private typealias StatedArea = Result<GridRings, TopologyFailure>

    /// The areas of the walk circles of facilities, each by itself and all together, limit by limit.
    private func areas(
        of facilities: [Attachment?], _ limits: [Micrometres], each: Bool, in faces: StreetFaces,
        on network: WalkNetwork, plane: WorkingPlane, jobs: Int
    ) async -> (single: [[StatedArea]?], merged: [StatedArea]) {
        guard let grid = faces.extent.flatMap({ UnprojectionGrid(of: plane, over: $0) }) else {
            func stated(_ circle: WalkCircle) -> StatedArea {
                Result { () throws(TopologyFailure) in
                    try RoundedArea(circle.geographic(by: plane)).validRings()
                }
            }
            var single: [[WalkCircle]?] = []
            if each {
                single = await network.walkCircles(
                    of: facilities, limits: limits, snapLimit: standard.snapLimit, in: faces, jobs: jobs
                ) { $0 }
            }
            let merged = await network.mergedWalkCircles(
                of: facilities, limits: limits, snapLimit: standard.snapLimit, in: faces, jobs: jobs)
            return (single.map { $0?.map(stated) }, merged.map(stated))
        }
        let stated: @Sendable (WalkCircle) -> StatedArea = { circle in
            Result { () throws(TopologyFailure) in
                try RoundedArea(circle.outline, full: circle.area, by: grid.unproject).validRings()
            }
        }
        let (limits, snapLimit) = (limits, standard.snapLimit)
        @Sendable func single() async -> [[StatedArea]?] {
            guard each else { return [] }
            return await network.walkCircles(
                of: facilities, limits: limits, snapLimit: snapLimit, in: faces, jobs: jobs, stated)
        }
        @Sendable func merged() async -> [StatedArea] {
            await network.mergedWalkCircles(
                of: facilities, limits: limits, snapLimit: snapLimit, in: faces, jobs: jobs
            ).map(stated)
        }
        guard jobs > 1 else { return (await single(), await merged()) }
        // Much of the dissolved circle is for one thread: it is drawn beside the others.
        async let drawnSingle = single()
        async let drawnMerged = merged()
        return (await drawnSingle, await drawnMerged)
    }
}
