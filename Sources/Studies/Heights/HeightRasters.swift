package import Geometry

/// The layer `heights`: rasters that GDAL opens, such as GeoTIFF, whose first band is metres above the sea.
package struct HeightRasters: Sendable {
    private let sources: [TableSource]

    /// The rasters that `study.yaml` names.
    init(_ entry: LayerEntry) { sources = entry.sources }

    /// How high some places lie, metres: of the first raster that knows; not finite where none does.
    ///
    /// - Parameter places: The places, in WGS 84.
    /// - Returns: A height for each.
    /// - Throws: Every raster that cannot be read.
    package func heights(at places: [GeographicPoint]) throws(Problems) -> [Float] {
        var heights = [Float](repeating: .nan, count: places.count)
        var problems: [Problem] = []
        for source in sources {
            do throws(Fault) {
                let open = heights.indices.filter { !heights[$0].isFinite }
                let found = try GDALErrors.collecting { errors throws(Fault) in
                    try HeightRaster(path: source.path, errors: errors).heights(at: open.map { places[$0] })
                }
                for (index, height) in zip(open, found) { heights[index] = height }
            } catch {
                problems.append(Problem(file: source.file, error))
            }
        }
        guard problems.isEmpty else { throw Problems(problems) }
        return heights
    }
}
