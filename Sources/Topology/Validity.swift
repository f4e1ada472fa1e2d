internal import CGEOS
package import Geometry

/// Whether an area keeps the rules of OGC Simple Features, and where it breaks them first.
package enum Validity<Point: Position>: Hashable, Sendable {
    /// It keeps them.
    case valid
    /// It breaks one; the reason in GEOS's words ("Self-intersection"), the place where it can tell.
    case invalid(reason: String, at: Point?)
}

extension MultiPolygon {
    /// Whether rings cross themselves or each other, holes lie outside, parts overlap.
    package func validity() throws(TopologyFailure) -> Validity<Point> {
        let context = GEOSContext()
        let area = try OwnedGeometry(self, in: context)
        defer { extendLifetime(area) }
        var reason: UnsafeMutablePointer<CChar>?
        var place: OpaquePointer?
        // GEOSisValidDetail_r: 2 on exception, 1 when valid, 0 when not; reason and place are then ours.
        let verdict = GEOSisValidDetail_r(context.handle, area.pointer, 0, &reason, &place)
        defer {
            if let reason { GEOSFree_r(context.handle, reason) }
            if let place { GEOSGeom_destroy_r(context.handle, place) }
        }
        switch verdict {
        case 1: return .valid
        case 0:
            return .invalid(
                reason: reason.map { String(cString: $0) } ?? "",
                at: place.flatMap { position(of: $0, in: context) })
        default: throw context.failure(of: .validity)
        }
    }

    /// The same area put right by GEOS's MakeValid (its linework method: every boundary is kept, what an
    /// odd number of rings surrounds is inside).
    ///
    /// Only polygonal parts are kept: spikes and lines go. The result may be empty.
    package func madeValid() throws(TopologyFailure) -> MultiPolygon {
        let context = GEOSContext()
        let area = try OwnedGeometry(self, in: context)
        defer { extendLifetime(area) }
        // GEOSMakeValid_r: null on exception.
        let repaired = try OwnedGeometry(
            GEOSMakeValid_r(context.handle, area.pointer), in: context, operation: .makeValid)
        defer { extendLifetime(repaired) }
        return try repaired.polygons(of: .makeValid, as: Point.self)
    }

    /// A place inside the area, by GEOS's point on surface; nothing for an empty area.
    package func pointOnSurface() throws(TopologyFailure) -> Point? {
        let context = GEOSContext()
        let area = try OwnedGeometry(self, in: context)
        defer { extendLifetime(area) }
        // GEOSPointOnSurface_r: null on exception; an empty point for an empty area.
        let point = try OwnedGeometry(
            GEOSPointOnSurface_r(context.handle, area.pointer), in: context, operation: .pointOnSurface)
        defer { extendLifetime(point) }
        guard GEOSisEmpty_r(context.handle, point.pointer) == 0 else { return nil }
        guard let pointer = point.pointer, let place = position(of: pointer, in: context) else {
            throw context.failure(of: .pointOnSurface)
        }
        return place
    }

    private func position(of point: OpaquePointer, in context: GEOSContext) -> Point? {
        var (x, y) = (0.0, 0.0)
        // GEOSGeomGetX_r, GEOSGeomGetY_r: 0 on exception, 1 on success.
        guard GEOSGeomGetX_r(context.handle, point, &x) == 1, GEOSGeomGetY_r(context.handle, point, &y) == 1
        else { return nil }
        return Point(east: x, north: y)
    }
}
