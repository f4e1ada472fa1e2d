internal import CGDAL

/// The GDAL that reads layers.
package enum GDALLibrary {
    /// Its version, such as `3.6.2`.
    package static var version: String { GDALVersionInfo("RELEASE_NAME").map { String(cString: $0) } ?? "" }
}
