internal import CPROJ
package import Geometry

/// The way between a coordinate reference system and longitude and latitude on WGS 84.
///
/// East always comes first, whatever order the system's own definition has (EPSG:4547 has north first).
/// CGCS2000 and WGS 84 count as equal, as they do in PROJ. Not Sendable: it owns a PROJ context.
package final class Transformation {
    /// The system on the other side.
    package let system: CoordinateReferenceSystem
    private let operation: PROJObject

    /// Longitudes and latitudes with the places that PROJ could not transform.
    package struct Geographic: Sendable {
        /// One for each position that came in, in their order; a failed one is not finite.
        package let positions: [GeographicPoint]
        /// Ascending indices of the failed ones.
        package let failed: [Int]
    }

    /// Finds the way between a system and WGS 84.
    ///
    /// - Throws: a failure that says whether the system is not horizontal or PROJ knows no way.
    package init(_ system: CoordinateReferenceSystem) throws(GeodesyFailure) {
        guard system.isGeographic || system.isProjected else { throw .notHorizontal(text: system.text) }
        let context = system.object.context
        context.forget()
        let source = system.baseEqualToWGS84() ?? proj_create(context.handle, "EPSG:4326")
        guard let wgs84 = PROJObject(source, in: context) else {
            throw .noTransformation(text: system.text, reason: context.reason)
        }
        defer { extendLifetime(wgs84) }
        guard
            let asDefined = PROJObject(
                proj_create_crs_to_crs_from_pj(
                    context.handle, wgs84.handle, system.object.handle, nil, nil),
                in: context)
        else { throw .noTransformation(text: system.text, reason: context.reason) }
        defer { extendLifetime(asDefined) }
        guard
            let eastFirst = PROJObject(
                proj_normalize_for_visualization(context.handle, asDefined.handle), in: context)
        else { throw .noTransformation(text: system.text, reason: context.reason) }
        self.system = system
        operation = eastFirst
    }

    /// Finds the way between a system, by its text, and WGS 84.
    package convenience init(_ text: String) throws(GeodesyFailure) {
        try self.init(CoordinateReferenceSystem(text))
    }

    /// From the system (its own unit) to degrees on WGS 84, all positions in one call to PROJ.
    package func geographic(_ positions: [some Position]) -> Geographic {
        let degrees: [GeographicPoint] = moved(positions, PJ_INV)
        let failed = degrees.indices.filter {
            !(degrees[$0].longitude.isFinite && degrees[$0].latitude.isFinite)
        }
        return Geographic(positions: degrees, failed: failed)
    }

    /// From degrees on WGS 84 to the system; what PROJ cannot transform comes out not finite.
    package func positions<Point: Position>(
        _ geographic: [GeographicPoint], as: Point.Type = Point.self
    ) -> [Point] {
        moved(geographic, PJ_FWD)
    }

    /// All positions in one call, each axis in a column that PROJ overwrites.
    private func moved<From: Position, To: Position>(
        _ positions: [From], _ direction: PJ_DIRECTION
    ) -> [To] {
        var east = positions.map(\.east)
        var north = positions.map(\.north)
        let stride = MemoryLayout<Double>.stride
        proj_errno_reset(operation.handle)
        operation.context.forget()
        _ = proj_trans_generic(
            operation.handle, direction, &east, stride, positions.count, &north, stride, positions.count,
            nil, 0, 0, nil, 0, 0)
        return zip(east, north).map { To(east: $0, north: $1) }
    }

    /// One position, without the columns; what PROJ cannot transform comes out not finite.
    func moved<To: Position>(_ position: some Position, forward: Bool) -> To {
        let moved = proj_trans(
            operation.handle, forward ? PJ_FWD : PJ_INV, proj_coord(position.east, position.north, 0, 0))
        return To(east: moved.xy.x, north: moved.xy.y)
    }
}
