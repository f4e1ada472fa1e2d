internal import CGDAL

/// An open GDAL dataset and the only owner of its handle; closed when it goes.
final class GDALDataset {
    private let handle: GDALDatasetH

    /// Opens a source for reading vectors; nothing where GDAL cannot (its words are the collector's).
    init?(path: String, drivers: [String] = [], options: [String] = []) {
        let flags = UInt32(GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR)
        let opened = withStringList(drivers) { drivers in
            withStringList(options) { options in
                gdal.GDALOpenEx(path, flags, drivers, options, nil)
            }
        }
        guard let opened else { return nil }
        handle = opened
    }

    deinit { gdal.GDALClose(handle) }

    /// The short name of the format.
    var format: String {
        guard let driver = gdal.GDALGetDatasetDriver(handle), let name = gdal.GDALGetDriverShortName(driver)
        else {
            return ""
        }
        return String(cString: name)
    }

    /// The names of its layers, in its order.
    var layerNames: [String] {
        (0..<gdal.GDALDatasetGetLayerCount(handle)).compactMap { index in
            gdal.GDALDatasetGetLayer(handle, index).map { String(gdal: gdal.OGR_L_GetName($0)) }
        }
    }

    /// A layer by its place; the dataset owns it.
    func layer(at index: Int) -> OGRLayerH? { gdal.GDALDatasetGetLayer(handle, Int32(index)) }

    /// A layer by its name, listed or not (a database may hide some); the dataset owns it.
    func layer(named name: String) -> OGRLayerH? { gdal.GDALDatasetGetLayerByName(handle, name) }
}

/// Lends an array of strings as the null-terminated list that GDAL takes; an empty one as none.
private func withStringList<Value>(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value
) -> Value {
    guard !strings.isEmpty else { return body(nil) }
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    for string in strings { list = gdal.CSLAddString(list, string) }
    defer { gdal.CSLDestroy(list) }
    return list.map { list in
        list.withMemoryRebound(to: UnsafePointer<CChar>?.self, capacity: strings.count + 1) { body($0) }
    } ?? body(nil)
}
