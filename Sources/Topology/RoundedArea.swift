package import Geometry

/// An area as a file with seven decimals of a degree states it.
///
/// Every coordinate is rounded. Almost all areas stay valid by that, which whole numbers tell without GEOS; the others
/// are put right on the same grid.
package struct RoundedArea: Sendable {
    /// How often an area is put right and rounded again at most; once is enough for almost all.
    private static let rounds = 16
    /// A square of the grid, in square degrees.
    private static let square = 1e-14

    /// The area, rounded; where ``isPlain`` is false it may break a rule of OGC Simple Features.
    private let area: MultiPolygon<GeographicPoint>
    private let isPlain: Bool

    /// Rounds an area whose rings do not cross: outer ones and holes may touch at corners.
    package init(_ area: MultiPolygon<GeographicPoint>) {
        let rings = GridRings(area)
        self.area = rings.area
        isPlain = rings.isPlain
    }

    /// The rounded area, put right where it has to be.
    ///
    /// - Throws: What GEOS says where it cannot.
    package func valid() throws(TopologyFailure) -> MultiPolygon<GeographicPoint> {
        if isPlain { return area }
        var area = area
        var least = 0.0
        for _ in 0..<Self.rounds {
            if case .valid = try area.validity() { return area }
            area = GridRings(try area.dissolvedByEvenOdd(least: least)).area
            // Slivers of some squares of the grid might come and go for ever.
            least = max(2 * least, Self.square)
        }
        return try area.dissolvedByEvenOdd()
    }
}
