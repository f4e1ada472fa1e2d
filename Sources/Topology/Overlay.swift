internal import CGEOS
package import Geometry

/// A GEOS function of two geometries that makes a third: null on exception.
private typealias OverlayFunction = (GEOSContextHandle_t?, OpaquePointer?, OpaquePointer?) -> OpaquePointer?

extension MultiPolygon {
    /// What lies in this area or in another.
    package func union(_ other: MultiPolygon) throws(TopologyFailure) -> MultiPolygon {
        try overlay(other, .union, GEOSUnion_r)
    }

    /// What lies in this area and in another; where they only touch, nothing.
    package func intersection(_ other: MultiPolygon) throws(TopologyFailure) -> MultiPolygon {
        try overlay(other, .intersection, GEOSIntersection_r)
    }

    /// What lies in this area and not in another.
    package func subtracting(_ other: MultiPolygon) throws(TopologyFailure) -> MultiPolygon {
        try overlay(other, .difference, GEOSDifference_r)
    }

    /// What lies in any of several areas, which may overlap at will.
    package static func union(of areas: [MultiPolygon]) throws(TopologyFailure) -> MultiPolygon {
        let context = GEOSContext()
        let all = try OwnedGeometry(MultiPolygon(areas.flatMap(\.polygons)), in: context)
        defer { extendLifetime(all) }
        // GEOSUnaryUnion_r: null on exception.
        let union = try OwnedGeometry(
            GEOSUnaryUnion_r(context.handle, all.pointer), in: context, operation: .union)
        defer { extendLifetime(union) }
        return try union.polygons(of: .union, as: Point.self)
    }

    private func overlay(
        _ other: MultiPolygon, _ operation: TopologyOperation, _ function: OverlayFunction
    ) throws(TopologyFailure) -> MultiPolygon {
        let context = GEOSContext()
        let a = try OwnedGeometry(self, in: context)
        defer { extendLifetime(a) }
        let b = try OwnedGeometry(other, in: context)
        defer { extendLifetime(b) }
        let made = try OwnedGeometry(
            function(context.handle, a.pointer, b.pointer), in: context, operation: operation)
        defer { extendLifetime(made) }
        return try made.polygons(of: operation, as: Point.self)
    }
}
