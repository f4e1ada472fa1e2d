internal import Geodesy
package import Geometry

/// Which of some points lie within a distance of each other, in a straight line on the ellipsoid.
package struct NearbyPoints: Sendable {
    private let near: [[Int]]

    /// Finds for each point the others within a distance.
    package init(_ points: [GeographicPoint], within limit: Metres) {
        // A degree of latitude is never shorter than 110.5 km, so that only a band has to be measured.
        let band = limit.value / 110_500
        let order = points.indices.sorted { points[$0].latitude < points[$1].latitude }
        var near = [[Int]](repeating: [], count: points.count)
        for (rank, index) in order.enumerated() {
            for next in order[(rank + 1)...] {
                guard points[next].latitude - points[index].latitude <= band else { break }
                guard Ellipsoid.wgs84.distance(points[index], points[next]) <= limit else { continue }
                near[index].append(next)
                near[next].append(index)
            }
        }
        self.near = near.map { $0.sorted() }
    }

    /// The others within the distance of a point, ascending.
    package func indices(near index: Int) -> [Int] { near[index] }
}
