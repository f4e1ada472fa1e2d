import Geometry
import Places
import Studies
import Testing

@Suite struct DryLandTests {
    private func square(_ west: Double, _ south: Double, _ side: Double) throws -> MultiPolygon<
        GeographicPoint
    > {
        let corners = [(0.0, 0.0), (side, 0), (side, side), (0, side), (0, 0)].map {
            GeographicPoint(longitude: west + $0.0, latitude: south + $0.1)
        }
        return MultiPolygon([Polygon(exterior: try Ring(corners))])
    }

    private func study(water: [MultiPolygon<GeographicPoint>]) throws -> Study {
        let point = GeographicPoint(longitude: 114, latitude: 30)
        return Study(
            name: "s", baseYear: 2020, plane: "EPSG:4547",
            communities: [
                Community(id: "a", name: "a", area: try square(114, 30, 0.5), point: point),
                Community(id: "b", name: "b", area: try square(114.5, 30, 0.5), point: point),
                Community(id: "p", name: "p", point: point),
            ], water: water)
    }

    @Test("Overlapping lakes are taken out once, a point has no land, and what is dry keeps its area")
    func lakes() throws {
        // Two lakes of 0.25 × 0.25 that share 0.125 × 0.25: together 0.375 × 0.25 of the first square.
        let study = try DryLand.study(
            study(water: [square(114.0625, 30.125, 0.25), square(114.1875, 30.125, 0.25)]))
        let land = study.communities.map { $0.land?.area }
        #expect(abs(try #require(land[0]) - (0.25 - 0.375 * 0.25)) < 1e-12)
        #expect(abs(try #require(land[1]) - 0.25) < 1e-12)
        #expect(land[2] == nil)
        #expect(study.communities[0].area?.area == 0.25)
    }

    @Test("A community under water has no land; without water nothing changes")
    func drowned() throws {
        let drowned = try DryLand.study(study(water: [square(113.5, 29.5, 1)]))
        #expect(abs(try #require(drowned.communities[0].land?.area)) < 1e-12)
        #expect(try DryLand.study(study(water: [])).communities[0].land == nil)
    }
}
