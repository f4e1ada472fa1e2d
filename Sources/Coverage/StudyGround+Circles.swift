package import Geodesy
package import Geometry
package import Places
internal import Policy
internal import WalkNetwork

extension StudyGround {
    /// How near to a walk circle's boundary a place may lie and be drawn on the wrong side.
    package static var walkTolerance: Metres { Metres(10) }

    /// The circles around all facilities that count on a day: of the radius, then of the walks from the shortest on,
    /// then those without water; of each kind and limit first the single ones and then the dissolved.
    ///
    /// - Parameters:
    ///   - day: the day.
    ///   - wishes: which circles.
    ///   - plane: the working plane.
    ///   - jobs: how many circles are drawn at once; they do not depend on it.
    /// - Returns: the circles; walk circles only where the study gives streets.
    /// - Throws: what GEOS says where it cannot dissolve circles or take water out of them.
    package func circles(on day: Day, _ wishes: CircleWishes, plane: WorkingPlane, jobs: Int) async throws
        -> [DrawnCircle]
    {
        let radius = try RadiusCircles(radius: standard.radius).circles(
            around: facilities(on: day, countedBy: standard.straightSelector), of: study, each: wishes.each)
        let walks = await walkCircles(on: day, wishes, plane: plane, jobs: jobs)
        guard wishes.onLand else { return radius + walks }
        return try radius + walks + LandCircles(water: study.water).circles(walks)
    }

    /// The circles around all facilities that count on a day, of the study's own minutes.
    package func circles(on day: Day, each: Bool, plane: WorkingPlane, jobs: Int) async throws
        -> [DrawnCircle]
    {
        try await circles(on: day, CircleWishes(each: each), plane: plane, jobs: jobs)
    }

    /// The circles of the walk around all facilities that count on a day: see ``circles(on:_:plane:jobs:)``.
    package func walkCircles(on day: Day, _ wishes: CircleWishes, plane: WorkingPlane, jobs: Int) async
        -> [DrawnCircle]
    {
        guard let network, let joined else { return [] }
        let walked = facilities(on: day, countedBy: standard.walkSelector)
        let attachments = walked.map { joined.facilities[$0] }
        guard attachments.contains(where: { $0 != nil }) else { return [] }
        let minutes = wishes.minutes.isEmpty ? [standard.minutes] : wishes.minutes.sorted()
        let limits = minutes.map { Micrometres(standard.walkLimit(minutes: $0)) }
        let faces = await network.streetFaces(
            near: attachments, limit: limits[limits.count - 1], snapLimit: standard.snapLimit,
            tolerance: Self.walkTolerance, jobs: jobs)
        let grid = faces.extent.flatMap { UnprojectionGrid(of: plane, over: $0) }
        var single: [[MultiPolygon<GeographicPoint>]?] = []
        if wishes.each {
            if let grid {
                single = await network.walkCircles(
                    of: attachments, limits: limits, snapLimit: standard.snapLimit, in: faces, jobs: jobs
                ) { $0.area.mapped(grid.unproject) }
            } else {
                single = await network.walkCircles(
                    of: attachments, limits: limits, snapLimit: standard.snapLimit, in: faces, jobs: jobs
                ) { $0 }.map { $0?.map { $0.geographic(by: plane) } }
            }
        }
        let merged = await network.mergedWalkCircles(
            of: attachments, limits: limits, snapLimit: standard.snapLimit, in: faces, jobs: jobs)
        var circles: [DrawnCircle] = []
        for (index, limit) in minutes.enumerated() {
            func add(_ area: MultiPolygon<GeographicPoint>, _ facility: Int?) {
                guard !area.polygons.isEmpty else { return }
                circles.append(
                    DrawnCircle(
                        kind: .walk, facility: facility, limit: limit, tolerance: faces.tolerance, area: area)
                )
            }
            for (facility, areas) in zip(walked, single) {
                if let areas { add(areas[index], facility) }
            }
            add(merged[index].geographic(by: plane), nil)
        }
        return circles
    }
}
