internal import CPROJ
package import Geometry

/// A coordinate reference system that PROJ knows: by code ("EPSG:4547"), name, WKT, PROJ string or URN.
///
/// Not Sendable: it owns a PROJ context. Make one per task from its text.
package final class CoordinateReferenceSystem {
    /// The text that it was made from.
    package let text: String
    let object: PROJObject

    /// Looks a system up.
    ///
    /// - Throws: ``GeodesyFailure/unknownSystem(text:reason:)`` where PROJ knows none, or the text names
    ///   something else than a system of horizontal coordinates.
    package init(_ text: String) throws(GeodesyFailure) {
        let context = PROJContext()
        // A PROJ string stands for an operation unless it says that it means a system.
        let isBarePROJString = text.contains("+proj=") && !text.contains("+type=crs")
        let query = isBarePROJString ? text + " +type=crs" : text
        guard let object = PROJObject(proj_create(context.handle, query), in: context) else {
            throw .unknownSystem(text: text, reason: context.reason)
        }
        guard Self.isSystem(object) else {
            throw .unknownSystem(text: text, reason: "not a coordinate reference system")
        }
        self.text = text
        self.object = object
    }

    /// Its name as PROJ has it, such as "CGCS2000 / 3-degree Gauss-Kruger CM 114E".
    package var name: String { proj_get_name(object.handle).map { String(cString: $0) } ?? "" }

    /// Whether its axes are longitude and latitude.
    package var isGeographic: Bool {
        switch Self.kind(of: object.handle, in: object.context) {
        case PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS: true
        default: false
        }
    }

    /// Whether its axes are those of a map plane.
    package var isProjected: Bool {
        Self.kind(of: object.handle, in: object.context) == PJ_TYPE_PROJECTED_CRS
    }

    /// How many metres one unit of its first axis is; nothing where the axes are angles or PROJ cannot tell.
    package var metresPerUnit: Double? {
        guard isProjected else { return nil }
        let context = object.context
        guard let horizontal = Self.horizontal(of: object.handle, in: context) else { return nil }
        defer { extendLifetime(horizontal) }
        guard
            let axes = PROJObject(
                proj_crs_get_coordinate_system(context.handle, horizontal.handle), in: context)
        else { return nil }
        defer { extendLifetime(axes) }
        var factor = 0.0
        // proj_cs_get_axis_info: 1 on success, 0 otherwise.
        guard
            proj_cs_get_axis_info(
                context.handle, axes.handle, 0, nil, nil, nil, &factor, nil, nil, nil) == 1
        else { return nil }
        return factor
    }

    /// Where the system is meant to be used, in degrees; nothing where PROJ cannot tell.
    ///
    /// Looked up by its likeness to a registered system where the text (a WKT from a file, say) carries
    /// none. An area across the 180th meridian comes as all longitudes between its two parallels.
    package var areaOfUse: Envelope<GeographicPoint>? {
        let context = object.context
        if let stated = Self.areaOfUse(of: object.handle, in: context) { return stated }
        var confidence: UnsafeMutablePointer<Int32>?
        guard
            let alike = proj_identify(context.handle, object.handle, "EPSG", nil, &confidence)
        else { return nil }
        defer {
            proj_list_destroy(alike)
            proj_int_list_destroy(confidence)
        }
        // 70 of 100 and more: same definition and axes, though perhaps another name.
        guard proj_list_get_count(alike) > 0, let confidence, confidence[0] >= 70,
            let best = PROJObject(proj_list_get(context.handle, alike, 0), in: context)
        else { return nil }
        defer { extendLifetime(best) }
        return Self.areaOfUse(of: best.handle, in: context)
    }

    /// The longitudes and latitudes that a projected system rests on, where these are WGS 84 or CGCS2000 by code.
    ///
    /// The way from there is the projection alone; a search for ways from another datum, which here finds nothing
    /// else, takes PROJ a hundred times longer. The handle is the caller's to own.
    func baseEqualToWGS84() -> OpaquePointer? {
        let context = object.context
        guard proj_get_type(object.handle) == PJ_TYPE_PROJECTED_CRS,
            let base = proj_crs_get_geodetic_crs(context.handle, object.handle)
        else { return nil }
        let isEPSG = proj_get_id_auth_name(base, 0).map { String(cString: $0) } == "EPSG"
        let code = proj_get_id_code(base, 0).map { String(cString: $0) }
        guard isEPSG, code == "4326" || code == "4490" else {
            proj_destroy(base)
            return nil
        }
        return base
    }

    private static func isSystem(_ object: borrowing PROJObject) -> Bool {
        defer { extendLifetime(object) }
        return proj_is_crs(object.handle) != 0
    }

    private static func areaOfUse(
        of handle: OpaquePointer, in context: PROJContext
    ) -> Envelope<GeographicPoint>? {
        var (west, south, east, north) = (0.0, 0.0, 0.0, 0.0)
        // proj_get_area_of_use: 1 on success, 0 otherwise; -1000 stands for an unknown bound.
        guard proj_get_area_of_use(context.handle, handle, &west, &south, &east, &north, nil) == 1,
            west >= -180, south >= -90, east <= 180, north <= 90
        else { return nil }
        if west > east { (west, east) = (-180, 180) }
        return Envelope(around: [
            GeographicPoint(longitude: west, latitude: south),
            GeographicPoint(longitude: east, latitude: north),
        ])
    }

    /// The kind of the horizontal part: of a compound system its first part, of a bound one its source.
    private static func kind(of handle: OpaquePointer, in context: PROJContext) -> PJ_TYPE {
        guard let horizontal = horizontal(of: handle, in: context) else { return proj_get_type(handle) }
        defer { extendLifetime(horizontal) }
        return proj_get_type(horizontal.handle)
    }

    private static func horizontal(of handle: OpaquePointer, in context: PROJContext) -> PROJObject? {
        switch proj_get_type(handle) {
        case PJ_TYPE_COMPOUND_CRS:
            guard
                let part = PROJObject(
                    proj_crs_get_sub_crs(context.handle, handle, 0), in: context)
            else { return nil }
            defer { extendLifetime(part) }
            return horizontal(of: part.handle, in: context)
        case PJ_TYPE_BOUND_CRS:
            guard let source = PROJObject(proj_get_source_crs(context.handle, handle), in: context)
            else { return nil }
            defer { extendLifetime(source) }
            return horizontal(of: source.handle, in: context)
        default:
            return PROJObject(proj_clone(context.handle, handle), in: context)
        }
    }
}
