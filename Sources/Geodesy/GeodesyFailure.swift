/// Why a coordinate reference system or a transformation cannot be had.
package enum GeodesyFailure: Error, Hashable, Sendable {
    /// The text names no coordinate reference system that PROJ knows; `reason` is PROJ's own words.
    case unknownSystem(text: String, reason: String)
    /// The system has neither longitude and latitude nor a plane's axes (heights, earth-centred axes).
    case notHorizontal(text: String)
    /// PROJ knows the system but no way between it and WGS 84; `reason` is PROJ's own words.
    case noTransformation(text: String, reason: String)
    /// A working plane was asked for, and this system has other axes than a plane's.
    case notAPlane(text: String)
    /// A working plane was asked for, and the unit of this one is so many metres.
    case notInMetres(text: String, metresPerUnit: Double)
}
