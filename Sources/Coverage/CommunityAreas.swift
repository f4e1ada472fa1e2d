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

    /// The same of one community.
    func covered(_ community: Int, byFacilities facilities: [Int]) -> Double? {
        shapes[community].map { DiscUnion(facilities.map { discs[$0] }).coveredArea(of: $0) }
    }

    /// For each community the facilities whose circles may touch it, ascending; none of one that is a point.
    var facilitiesNearCommunities: [[Int]] {
        let order = discs.indices.sorted { (discs[$0].centre.x, $0) < (discs[$1].centre.x, $1) }
        let widest = discs.reduce(0) { max($0, $1.radius) }
        return shapes.map { shape in
            guard let box = shape?.envelope else { return [] }
            // The circles whose middles are not too far west, up to those that are too far east.
            var (low, high) = (0, order.count)
            while low < high {
                let middle = (low + high) / 2
                if discs[order[middle]].centre.x < box.west - widest {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            return order[low...].prefix { discs[$0].centre.x <= box.east + widest }.filter { facility in
                let disc = discs[facility]
                let dx = max(box.west - disc.centre.x, 0, disc.centre.x - box.east)
                let dy = max(box.south - disc.centre.y, 0, disc.centre.y - box.north)
                return dx * dx + dy * dy <= disc.radius * disc.radius
            }.sorted()
        }
    }
}
