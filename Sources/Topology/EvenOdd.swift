internal import CGEOS
internal import Geometry

extension MultiPolygon {
    /// What an odd number of rings is around, as a valid area: rings may cross, touch and run together.
    ///
    /// - Parameter least: Smaller faces between the lines go, in the axes' unit squared.
    /// - Returns: The area.
    /// - Throws: What GEOS says where it cannot.
    ///
    /// GEOS's MakeValid takes two lines upon each other for one, and so fills a hole that runs along its outer ring.
    func dissolvedByEvenOdd(least: Double = 0) throws(TopologyFailure) -> MultiPolygon {
        let context = GEOSContext()
        let area = try OwnedGeometry(self, in: context)
        defer { extendLifetime(area) }
        // GEOSBoundary_r, GEOSUnaryUnion_r, GEOSPolygonize_r: null on exception.
        let lines = try OwnedGeometry(
            GEOSBoundary_r(context.handle, area.pointer), in: context, operation: .polygonize)
        defer { extendLifetime(lines) }
        let noded = try OwnedGeometry(
            GEOSUnaryUnion_r(context.handle, lines.pointer), in: context, operation: .polygonize)
        defer { extendLifetime(noded) }
        var all: [OpaquePointer?] = [noded.pointer]
        let faces = try OwnedGeometry(
            GEOSPolygonize_r(context.handle, &all, 1), in: context, operation: .polygonize)
        defer { extendLifetime(faces) }
        var kept: [Polygon<Point>] = []
        for face in try faces.polygons(of: .polygonize, as: Point.self).polygons
        where face.area >= least {
            if let inside = try MultiPolygon([face]).pointOnSurface(), contains(inside) { kept.append(face) }
        }
        return try MultiPolygon.union(of: [MultiPolygon(kept)])
    }
}
