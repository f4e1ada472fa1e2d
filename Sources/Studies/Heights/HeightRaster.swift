internal import CGDAL
internal import Geodesy
internal import Geometry

/// An open raster of heights and the only owner of its handle; closed when it goes.
///
/// Heights are in its first band.
final class HeightRaster {
    private let handle: GDALDatasetH
    private let band: GDALRasterBandH
    private let transformation: Transformation?
    private let columns: Int
    private let rows: Int
    /// From a pixel's column and row to its place, as GDAL has it.
    private let grid: [Double]
    private let noData: Double?
    private let (scale, offset): (Double, Double)

    /// Opens a raster.
    ///
    /// - Throws: Why it cannot be used: not there, no raster, no place on earth.
    init(path: String, errors: GDALErrors) throws(Fault) {
        guard
            let handle = gdal.GDALOpenEx(path, UInt32(GDAL_OF_RASTER | GDAL_OF_VERBOSE_ERROR), nil, nil, nil)
        else { throw .cannotRead(reason: errors.words ?? "GDAL") }
        var grid = [Double](repeating: 0, count: 6)
        guard gdal.GDALGetRasterCount(handle) > 0, let band = gdal.GDALGetRasterBand(handle, 1),
            gdal.GDALGetGeoTransform(handle, &grid) == CE_None, grid[1] * grid[5] - grid[2] * grid[4] != 0
        else {
            gdal.GDALClose(handle)
            throw .cannotRead(reason: errors.words ?? "no georeferenced raster")
        }
        (self.handle, self.band, self.grid) = (handle, band, grid)
        columns = Int(gdal.GDALGetRasterXSize(handle))
        rows = Int(gdal.GDALGetRasterYSize(handle))
        var known: Int32 = 0
        let value = gdal.GDALGetRasterNoDataValue(band, &known)
        noData = known != 0 ? value : nil
        (scale, offset) = (gdal.GDALGetRasterScale(band, &known), gdal.GDALGetRasterOffset(band, &known))
        let system = String(gdal: gdal.GDALGetProjectionRef(handle))
        do throws(GeodesyFailure) {
            transformation = system.isEmpty ? nil : try Transformation(system)
        } catch {
            throw error.fault
        }
    }

    deinit { gdal.GDALClose(handle) }

    /// Heights in metres, each from the four pixels around a place; not finite outside of the raster and where it has
    /// no data.
    func heights(at places: [GeographicPoint]) throws(Fault) -> [Float] {
        let positions: [PlanePoint] =
            transformation.map { $0.positions(places) }
            ?? places.map { PlanePoint(x: $0.longitude, y: $0.latitude) }
        let determinant = grid[1] * grid[5] - grid[2] * grid[4]
        // Pixels stand for their middles.
        let pixels = positions.map { p -> (x: Double, y: Double) in
            let (dx, dy) = (p.x - grid[0], p.y - grid[3])
            return (
                (dx * grid[5] - dy * grid[2]) / determinant - 0.5,
                (dy * grid[1] - dx * grid[4]) / determinant - 0.5
            )
        }
        var heights = [Float](repeating: .nan, count: places.count)
        let inside = pixels.indices.filter {
            pixels[$0].x >= -0.5 && pixels[$0].y >= -0.5 && pixels[$0].x <= Double(columns) - 0.5
                && pixels[$0].y <= Double(rows) - 0.5
        }
        // One strip of rows after the other, so that no more of a large raster is held than that.
        let strip = 256
        var byStrip: [Int: [Int]] = [:]
        for index in inside { byStrip[Int(max(pixels[index].y, 0)) / strip, default: []].append(index) }
        for key in byStrip.keys.sorted() {
            let members = byStrip[key] ?? []
            let first = key * strip
            let count = min(strip + 1, rows - first)
            let west = members.reduce(columns - 1) { min($0, max(Int(pixels[$1].x), 0)) }
            let east = members.reduce(0) { max($0, min(Int(max(pixels[$1].x, 0)) + 1, columns - 1)) }
            let width = east - west + 1
            var values = [Double](repeating: .nan, count: width * count)
            guard
                gdal.GDALRasterIO(
                    band, GF_Read, Int32(west), Int32(first), Int32(width), Int32(count), &values,
                    Int32(width), Int32(count), GDT_Float64, 0, 0) == CE_None
            else { throw .cannotRead(reason: "GDALRasterIO") }
            for index in members {
                let x = min(max(pixels[index].x, 0), Double(columns - 1))
                let y = min(max(pixels[index].y, 0), Double(rows - 1))
                let (column, row) = (Int(x), Int(y))
                func value(_ c: Int, _ r: Int) -> Double {
                    let at = (min(r, rows - 1) - first) * width + min(c, columns - 1) - west
                    guard values.indices.contains(at) else { return .nan }
                    return values[at] == noData ? .nan : values[at] * scale + offset
                }
                let (fx, fy) = (x - Double(column), y - Double(row))
                let upper = mixed(value(column, row), value(column + 1, row), fx)
                let lower = mixed(value(column, row + 1), value(column + 1, row + 1), fx)
                heights[index] = Float(mixed(upper, lower, fy))
            }
        }
        return heights
    }

    /// Between two values; one that does not count need not be known.
    private func mixed(_ a: Double, _ b: Double, _ share: Double) -> Double {
        share == 0 ? a : share == 1 ? b : a + (b - a) * share
    }
}
