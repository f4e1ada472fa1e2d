import Geometry
import Places
import Studies
import Testing

/// A raster of 3 by 2 pixels of 0.01°, as text: GDAL reads it like any other.
private let raster = """
    ncols 3
    nrows 2
    xllcorner 114.0
    yllcorner 30.0
    cellsize 0.01
    NODATA_value -9999
    10 20 30
    40 50 -9999

    """

@Suite struct HeightRastersTests {
    private func heights(_ raster: String, at places: [(Double, Double)]) async throws -> [Float] {
        let sample = SampleStudy()
        sample.files["study.yaml", default: ""] += "  heights: {path: ground.asc}\n"
        sample.files["ground.asc"] = raster
        let intake = try await StudyIntake.read(
            sample.write(), setAside: false, streets: .never, jobs: 1)
        return try #require(intake.heights).heights(
            at: places.map { GeographicPoint(longitude: $0.0, latitude: $0.1) })
    }

    @Test("Heights lie between the middles of pixels; beyond the raster and beside missing data nobody knows")
    func bilinear() async throws {
        let found = try await heights(
            raster,
            at: [
                (114.005, 30.015), (114.015, 30.015), (114.005, 30.005), (114.010, 30.010),
                (114.0125, 30.015), (114.001, 30.019), (114.025, 30.005), (114.02, 30.012), (113.9, 30),
                (114.1, 30.01),
            ])
        // The middles of three pixels; amid four; a quarter of the way; the border's half pixel is its own.
        let expected: [Float?] = [10, 20, 40, 30, 17.5, 10, nil, nil, nil, nil]
        for (height, value) in zip(found, expected) {
            if let value {
                #expect(abs(height - value) < 0.001)
            } else {
                #expect(!height.isFinite)
            }
        }
    }

    @Test("What is no raster is refused with GDAL's words")
    func noRaster() async throws {
        await #expect(throws: Problems.self) { _ = try await heights("hills\n", at: [(114, 30)]) }
    }
}
