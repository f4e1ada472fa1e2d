package import Geometry
package import Topology

/// Walk circles as they are drawn on land: without the study's water.
///
/// For the eye only: who is within the walk is not asked of the water.
package struct LandCircles: Sendable {
    private let water: [(area: MultiPolygon<GeographicPoint>, box: Envelope<GeographicPoint>)]

    /// Dissolves the water.
    ///
    /// - Throws: what GEOS says where it cannot.
    package init(water: [MultiPolygon<GeographicPoint>]) throws(TopologyFailure) {
        guard !water.isEmpty else {
            self.water = []
            return
        }
        self.water = try MultiPolygon.union(of: water).polygons.compactMap { polygon in
            let area = MultiPolygon([polygon])
            return area.envelope.map { (area, $0) }
        }
    }

    /// Each circle with the water taken out; one that was all water is left out.
    ///
    /// - Throws: what GEOS says where it cannot cut.
    package func circles(_ walks: [DrawnCircle]) throws(TopologyFailure) -> [DrawnCircle] {
        var drawn: [DrawnCircle] = []
        for circle in walks {
            var area = circle.area
            guard let box = area.envelope else { continue }
            let near = water.filter {
                $0.box.west <= box.east && box.west <= $0.box.east && $0.box.south <= box.north
                    && box.south <= $0.box.north
            }
            if !near.isEmpty {
                area = try RoundedArea(area.subtracting(MultiPolygon(near.flatMap(\.area.polygons)))).valid()
            }
            guard !area.polygons.isEmpty else { continue }
            drawn.append(
                DrawnCircle(
                    kind: .walkLand, facility: circle.facility, limit: circle.limit,
                    tolerance: circle.tolerance, area: area))
        }
        return drawn
    }
}
