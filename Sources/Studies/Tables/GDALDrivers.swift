internal import CGDAL

/// GDAL's drivers, registered once for the whole process.
package enum GDALDrivers {
    /// Touching this registers the drivers at the first time and waits until that is done: GDAL's own
    /// registration must not run on two threads at once.
    package static let registered: Void = gdal.GDALAllRegister()
}
