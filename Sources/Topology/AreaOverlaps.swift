internal import CGEOS
package import Geometry

/// What two areas of an index have in common.
package struct AreaOverlap<Point: Position>: Hashable, Sendable {
    /// The earlier of the two, as a position in the list.
    package let first: Int
    /// The later of the two.
    package let second: Int
    /// What lies in both.
    package let common: MultiPolygon<Point>

    /// Makes an overlap of its parts.
    package init(first: Int, second: Int, common: MultiPolygon<Point>) {
        (self.first, self.second, self.common) = (first, second, common)
    }
}

extension PolygonIndex {
    /// Every pair of areas that have more in common than lines and points, by the first and then the second.
    ///
    /// Only areas whose envelopes meet are held against each other, so that areas that lie side by side cost a
    /// few comparisons each; and what lies in both is worked out only of those that are not seen to lie side by side.
    package func overlaps() throws(TopologyFailure) -> [AreaOverlap<Point>] {
        var found: [AreaOverlap<Point>] = []
        let boundaries = shapes.map { AreaBoundary($0) }
        for (index, area) in areas.enumerated() {
            for other in tree.candidates(for: area.geometry).sorted() where other > index {
                guard !boundaries[index].liesBeside(boundaries[other]) else { continue }
                guard try area.meets(areas[other].geometry) else { continue }
                // GEOSIntersection_r: null on exception.
                let common = try OwnedGeometry(
                    GEOSIntersection_r(
                        context.handle, area.geometry.pointer, areas[other].geometry.pointer),
                    in: context, operation: .intersection)
                defer { extendLifetime(common) }
                let shared: MultiPolygon<Point> = try common.polygons(of: .intersection, as: Point.self)
                guard !shared.polygons.isEmpty else { continue }
                found.append(AreaOverlap(first: index, second: other, common: shared))
            }
        }
        return found
    }
}
