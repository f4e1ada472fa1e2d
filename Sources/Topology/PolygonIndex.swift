internal import CGEOS
package import Geometry

/// Finds which of many areas hold a place.
///
/// GEOS's tree of envelopes over its prepared geometries. Not Sendable: neither may be used by two threads
/// at a time. Make one per task.
package final class PolygonIndex<Point: Position> {
    let context = GEOSContext()
    let tree: SearchTree
    private(set) var areas: [PreparedArea] = []
    /// The same areas as they were given.
    let shapes: [MultiPolygon<Point>]

    /// Makes an index of areas, found again by their position in the list; empty ones are never found.
    package init(_ areas: [MultiPolygon<Point>]) throws(TopologyFailure) {
        tree = try SearchTree(in: context)
        shapes = areas
        self.areas.reserveCapacity(areas.count)
        for area in areas { self.areas.append(try PreparedArea(area, in: context)) }
        for (index, area) in self.areas.enumerated() { tree.insert(area, index: index) }
    }

    /// The ascending indices of the areas that hold a place; the boundary counts as inside.
    package func containing(_ p: Point) throws(TopologyFailure) -> [Int] {
        guard p.east.isFinite, p.north.isFinite, !areas.isEmpty else { return [] }
        let point = try OwnedGeometry(
            GEOSGeom_createPointFromXY_r(context.handle, p.east, p.north), in: context, operation: .index)
        defer { extendLifetime(point) }
        var found: [Int] = []
        for index in tree.candidates(for: point).sorted() {
            if try areas[index].meets(point) { found.append(index) }
        }
        return found
    }
}

/// An area in GEOS with the index that makes repeated questions cheap.
final class PreparedArea {
    let geometry: OwnedGeometry
    private let prepared: OpaquePointer

    init(_ area: MultiPolygon<some Position>, in context: GEOSContext) throws(TopologyFailure) {
        let geometry = try OwnedGeometry(area, in: context)
        // GEOSPrepare_r: null on exception; it refers to the geometry, which must outlive it.
        guard let prepared = GEOSPrepare_r(context.handle, geometry.pointer) else {
            throw context.failure(of: .index)
        }
        self.geometry = geometry
        self.prepared = prepared
    }

    /// Whether any of a geometry lies inside or on the boundary.
    func meets(_ other: borrowing OwnedGeometry) throws(TopologyFailure) -> Bool {
        // GEOSPreparedIntersects_r: 2 on exception, 1 on true, 0 on false.
        switch GEOSPreparedIntersects_r(geometry.context.handle, prepared, other.pointer) {
        case 0: return false
        case 1: return true
        default: throw geometry.context.failure(of: .index)
        }
    }

    deinit { GEOSPreparedGeom_destroy_r(geometry.context.handle, prepared) }
}

/// GEOS's tree of envelopes with its only owner; its items are indices.
final class SearchTree {
    private let context: GEOSContext
    private let tree: OpaquePointer

    init(in context: GEOSContext) throws(TopologyFailure) {
        // GEOSSTRtree_create_r: null on exception; ten children to a node, as GEOS advises.
        guard let tree = GEOSSTRtree_create_r(context.handle, 10) else { throw context.failure(of: .index) }
        self.context = context
        self.tree = tree
    }

    func insert(_ area: PreparedArea, index: Int) {
        // An item is a pointer that GEOS never follows: the index, plus one to keep off null.
        GEOSSTRtree_insert_r(
            context.handle, tree, area.geometry.pointer, UnsafeMutableRawPointer(bitPattern: index + 1))
    }

    /// The indices of all areas whose envelope meets that of a geometry, in no order.
    func candidates(for geometry: borrowing OwnedGeometry) -> [Int] {
        var found: [Int] = []
        withUnsafeMutablePointer(to: &found) {
            GEOSSTRtree_query_r(
                context.handle, tree, geometry.pointer,
                { item, found in
                    guard let item, let found else { return }
                    found.assumingMemoryBound(to: [Int].self).pointee.append(Int(bitPattern: item) - 1)
                }, $0)
        }
        return found
    }

    deinit { GEOSSTRtree_destroy_r(context.handle, tree) }
}
