internal import CGDAL

/// The coordinate reference system that a layer states for its geometries.
struct ReferenceSystem {
    /// Its authority code where it has one (`EPSG:4547`), else its WKT; nothing where the layer states none.
    let text: String?
    /// Whether the layer's coordinates come north first.
    let isNorthFirst: Bool

    /// Reads what a layer says of itself.
    init(of layer: OGRLayerH) {
        guard let system = gdal.OGR_L_GetSpatialRef(layer) else {
            (text, isNorthFirst) = (nil, false)
            return
        }
        text = ReferenceSystem.text(of: system)
        var count: Int32 = 0
        let target = gdal.OSRIsGeographic(system) != 0 ? "GEOGCS" : "PROJCS"
        guard let mapping = gdal.OSRGetDataAxisToSRSAxisMapping(system, &count), count >= 2 else {
            isNorthFirst = false
            return
        }
        // The mapping says which axis of the system each column of the data is, counted from 1.
        var direction = OAO_Other
        _ = gdal.OSRGetAxis(system, target, abs(mapping[0]) - 1, &direction)
        isNorthFirst = direction == OAO_North
    }

    private static func text(of system: OGRSpatialReferenceH) -> String? {
        if let name = gdal.OSRGetName(system), String(cString: name).hasPrefix("Undefined") { return nil }
        if let authority = gdal.OSRGetAuthorityName(system, nil),
            let code = gdal.OSRGetAuthorityCode(system, nil)
        {
            return "\(String(cString: authority)):\(String(cString: code))"
        }
        var text: UnsafeMutablePointer<CChar>?
        defer { gdal.VSIFree(text) }
        guard gdal.OSRExportToWkt(system, &text) == OGRERR_NONE, let text else { return nil }
        return String(cString: text)
    }
}
