package import Geodesy
package import Geometry
package import Places

/// The communities of a study on its working plane, and the circle around each facility.
///
/// Worked out once: neither communities nor facilities move, whatever opens or closes.
package struct CommunityAreas: Sendable {
    /// The area of each community, m² on the working plane; nothing where it is a point.
    package let areas: [Double?]
    private let shapes: [MultiPolygon<PlanePoint>?]
    private let discs: [PlaneDisc]

    /// Projects a study's communities and its facilities' circles.
    ///
    /// - Parameters:
    ///   - study: the study.
    ///   - plane: the working plane.
    ///   - radius: the geodesic radius of each facility's circle.
    package init(study: Study, plane: WorkingPlane, radius: Metres) {
        shapes = study.communities.map { community in
            (community.land ?? community.area)?.mapped(plane.project)
        }
        areas = shapes.map { $0?.area }
        discs = study.facilities.map { plane.disc(around: $0.point, radius: radius) }
    }

    /// How much of each community lies within the circle of any of some facilities, m² on the working plane.
    ///
    /// - Parameter facilities: indices into the study's facilities.
    /// - Returns: an area for each community; nothing where it is a point.
    package func covered(byFacilities facilities: [Int]) -> [Double?] {
        let union = DiscUnion(
            centres: facilities.map { discs[$0].centre }, radii: facilities.map { discs[$0].radius })
        return shapes.map { shape in shape.map { union.coveredArea(of: $0) } }
    }
}
