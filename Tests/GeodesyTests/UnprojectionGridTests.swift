import Geodesy
import Geometry
import TestWorlds
import Testing

@Suite("Unprojection by polynomials")
struct UnprojectionGridTests {
    @Test(
        "agrees with PROJ to a tenth of a millimetre wherever it is offered",
        arguments: ["EPSG:4547", "EPSG:32628", "EPSG:32629", "EPSG:4534", "EPSG:3067"])
    func agrees(definition: String) throws {
        let plane = try WorkingPlane(definition: definition)
        let area = try #require(plane.areaOfUse)
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<4 {
            let corner = plane.project(
                GeographicPoint(
                    longitude: generator.double(in: area.west...area.east),
                    latitude: generator.double(in: area.south...min(area.north, 70))))
            let extent = Envelope<PlanePoint>(
                west: corner.x, south: corner.y, east: corner.x + 21_300, north: corner.y + 9_100)
            let grid = try #require(UnprojectionGrid(of: plane, over: extent))
            let places = (0..<2000).map { _ in
                PlanePoint(
                    x: generator.double(in: extent.west...extent.east),
                    y: generator.double(in: extent.south...extent.north))
            }
            for (place, exact) in zip(places, plane.unproject(places)) {
                let found = grid.unproject(place)
                #expect(abs(found.longitude - exact.longitude) < 2e-9)
                #expect(abs(found.latitude - exact.latitude) < 1e-9)
            }
        }
    }

    @Test("is not offered where PROJ has no place")
    func beyond() throws {
        let plane = try WorkingPlane(definition: "EPSG:32628")
        let extent = Envelope<PlanePoint>(west: 1e9, south: 1e9, east: 1e9 + 10, north: 1e9 + 10)
        #expect(UnprojectionGrid(of: plane, over: extent) == nil)
    }
}
