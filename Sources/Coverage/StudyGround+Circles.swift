package import Geodesy
internal import Geometry
package import Places
internal import Policy
internal import WalkNetwork

extension StudyGround {
    /// How near to a walk circle's boundary a place may lie and be drawn on the wrong side.
    private static var walkTolerance: Metres { Metres(10) }

    /// The circles around all facilities that count on a day: of the radius, then of the walk; of each kind
    /// first the single ones and then the dissolved.
    ///
    /// - Parameters:
    ///   - day: the day.
    ///   - each: whether the single circles are wanted beside the dissolved ones.
    ///   - plane: the working plane.
    ///   - jobs: how many circles are drawn at once; they do not depend on it.
    /// - Returns: the circles; walk circles only where the study gives streets.
    /// - Throws: what GEOS says where it cannot dissolve circles.
    package func circles(on day: Day, each: Bool, plane: WorkingPlane, jobs: Int) async throws
        -> [DrawnCircle]
    {
        let radius = try RadiusCircles(radius: standard.radius).circles(
            around: facilities(on: day, countedBy: standard.straightSelector), of: study, each: each)
        guard let network, let joined else { return radius }
        let walked = facilities(on: day, countedBy: standard.walkSelector)
        let attachments = walked.map { joined.facilities[$0] }
        let limit = Micrometres(standard.walkLimit)
        func drawn(_ circle: WalkCircle, facility: Int?) -> DrawnCircle? {
            let area = circle.geographic(by: plane)
            guard !area.polygons.isEmpty else { return nil }
            return DrawnCircle(
                kind: .walk, facility: facility, limit: standard.minutes, tolerance: circle.tolerance,
                area: area)
        }
        var walks: [DrawnCircle] = []
        if each {
            let single = await network.walkCircles(
                of: attachments, limit: limit, snapLimit: standard.snapLimit, tolerance: Self.walkTolerance,
                jobs: jobs)
            walks += zip(walked, single).compactMap { facility, circle in
                circle.flatMap { drawn($0, facility: facility) }
            }
        }
        if attachments.contains(where: { $0 != nil }) {
            let merged = await network.mergedWalkCircle(
                of: attachments, limit: limit, snapLimit: standard.snapLimit, tolerance: Self.walkTolerance,
                jobs: jobs)
            walks += drawn(merged, facility: nil).map { [$0] } ?? []
        }
        return radius + walks
    }
}
