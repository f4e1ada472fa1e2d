internal import CGEOS
internal import Geometry

/// One GEOS geometry with its only owner.
struct OwnedGeometry: ~Copyable {
    /// Kept so that the context outlives the geometry.
    let context: GEOSContext
    private var owned: OpaquePointer?

    /// Takes over what GEOS has just made; where that is null, throws what GEOS said.
    init(
        _ made: OpaquePointer?, in context: GEOSContext, operation: TopologyOperation
    ) throws(TopologyFailure) {
        guard let made else { throw context.failure(of: operation) }
        self.context = context
        owned = made
    }

    /// Builds an area in GEOS; its validity is not looked at.
    init(_ area: MultiPolygon<some Position>, in context: GEOSContext) throws(TopologyFailure) {
        var parts: [OpaquePointer?] = []
        do throws(TopologyFailure) {
            for polygon in area.polygons {
                var part = try OwnedGeometry(polygon, in: context)
                parts.append(part.release())
            }
        } catch {
            // What was released to nobody yet is still ours to destroy.
            for part in parts { GEOSGeom_destroy_r(context.handle, part) }
            throw error
        }
        // Takes ownership of the parts, also where it fails and returns null.
        let made = GEOSGeom_createCollection_r(
            context.handle, Int32(GEOS_MULTIPOLYGON.rawValue), &parts, UInt32(parts.count))
        try self.init(made, in: context, operation: .construction)
    }

    private init(_ polygon: Polygon<some Position>, in context: GEOSContext) throws(TopologyFailure) {
        var shell = try OwnedGeometry(polygon.exterior, in: context)
        var holes: [OpaquePointer?] = []
        do throws(TopologyFailure) {
            for ring in polygon.holes {
                var hole = try OwnedGeometry(ring, in: context)
                holes.append(hole.release())
            }
        } catch {
            for hole in holes { GEOSGeom_destroy_r(context.handle, hole) }
            throw error
        }
        // Takes ownership of shell and holes, also where it fails and returns null.
        let made = GEOSGeom_createPolygon_r(
            context.handle, shell.release(), &holes, UInt32(holes.count))
        try self.init(made, in: context, operation: .construction)
    }

    private init(_ ring: Ring<some Position>, in context: GEOSContext) throws(TopologyFailure) {
        var numbers: [Double] = []
        numbers.reserveCapacity(ring.positions.count * 2)
        for p in ring.positions {
            numbers.append(p.east)
            numbers.append(p.north)
        }
        // Null on exception; else ours until a ring takes it.
        guard
            let sequence = GEOSCoordSeq_copyFromBuffer_r(
                context.handle, numbers, UInt32(ring.positions.count), 0, 0)
        else { throw context.failure(of: .construction) }
        // Takes ownership of the sequence, also where it fails and returns null.
        try self.init(
            GEOSGeom_createLinearRing_r(context.handle, sequence), in: context, operation: .construction)
    }

    /// The pointer for a look at the geometry; it is valid as long as its owner.
    ///
    /// An owner may be destroyed after its last use, which reading this is, and GEOS is then still at work:
    /// whoever hands the pointer on keeps the owner to the end of the scope (`extendLifetime`).
    var pointer: OpaquePointer? { owned }

    /// Hands the pointer over to a GEOS call that takes ownership.
    mutating func release() -> OpaquePointer? { owned.take() }

    /// The polygonal parts as values, in GEOS's order; points and lines are left out.
    func polygons<Point: Position>(
        of operation: TopologyOperation, as: Point.Type
    ) throws(TopologyFailure) -> MultiPolygon<Point> {
        var parts: [Polygon<Point>] = []
        try Self.collect(pointer, context, operation, &parts)
        return MultiPolygon(parts)
    }

    /// Walks down collections; the pointers it meets belong to the geometry at the top.
    private static func collect<Point: Position>(
        _ geometry: OpaquePointer?, _ context: GEOSContext, _ operation: TopologyOperation,
        _ parts: inout [Polygon<Point>]
    ) throws(TopologyFailure) {
        let handle = context.handle
        // GEOSisEmpty_r: 2 on exception, 1 on true, 0 on false.
        guard GEOSisEmpty_r(handle, geometry) == 0 else { return }
        switch GEOSGeomTypes(rawValue: UInt32(bitPattern: GEOSGeomTypeId_r(handle, geometry))) {
        case GEOS_POLYGON:
            // GEOSGetNumInteriorRings_r: -1 on exception.
            let count = max(0, GEOSGetNumInteriorRings_r(handle, geometry))
            let exterior: Ring<Point> = try ring(GEOSGetExteriorRing_r(handle, geometry), context, operation)
            var holes: [Ring<Point>] = []
            for i in 0..<count {
                holes.append(try ring(GEOSGetInteriorRingN_r(handle, geometry, i), context, operation))
            }
            parts.append(Polygon(exterior: exterior, holes: holes))
        case GEOS_MULTIPOLYGON, GEOS_GEOMETRYCOLLECTION:
            // GEOSGetNumGeometries_r: -1 on exception.
            for i in 0..<max(0, GEOSGetNumGeometries_r(handle, geometry)) {
                try collect(GEOSGetGeometryN_r(handle, geometry, i), context, operation, &parts)
            }
        default:
            return
        }
    }

    private static func ring<Point: Position>(
        _ geometry: OpaquePointer?, _ context: GEOSContext, _ operation: TopologyOperation
    ) throws(TopologyFailure) -> Ring<Point> {
        let handle = context.handle
        var count: UInt32 = 0
        // GEOSCoordSeq_getSize_r, GEOSCoordSeq_copyToBuffer_r: 0 on exception, 1 on success.
        guard let geometry, let sequence = GEOSGeom_getCoordSeq_r(handle, geometry),
            GEOSCoordSeq_getSize_r(handle, sequence, &count) == 1
        else { throw context.failure(of: operation) }
        var numbers = [Double](repeating: 0, count: Int(count) * 2)
        guard GEOSCoordSeq_copyToBuffer_r(handle, sequence, &numbers, 0, 0) == 1 else {
            throw context.failure(of: operation)
        }
        let positions = (0..<Int(count)).map { Point(east: numbers[2 * $0], north: numbers[2 * $0 + 1]) }
        do throws(RingFailure) {
            return try Ring(positions)
        } catch {
            throw TopologyFailure(operation: operation, reason: "\(error)")
        }
    }

    deinit {
        if let owned { GEOSGeom_destroy_r(context.handle, owned) }
    }
}
