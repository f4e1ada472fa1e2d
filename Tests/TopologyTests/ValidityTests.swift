import Geometry
import Testing
import Topology

@Suite struct ValidityTests {
    @Test func validAndNot() throws {
        #expect(try area("0 0, 10 0, 10 10, 0 10").validity() == .valid)
        #expect(try MultiPolygon<PlanePoint>([]).validity() == .valid)
        let bowTie = try area("0 0, 10 10, 10 0, 0 10")
        #expect(
            try bowTie.validity() == .invalid(reason: "Self-intersection", at: PlanePoint(x: 5, y: 5)))
        let outside = try area("0 0, 10 0, 10 10, 0 10", holes: ["20 20, 21 20, 21 21"])
        #expect(
            try outside.validity()
                == .invalid(reason: "Hole lies outside shell", at: PlanePoint(x: 20, y: 20)))
    }

    /// Areas worked by hand: a bow tie becomes its two triangles, a spike goes.
    @Test func madeValidKeepsPolygonalParts() throws {
        let bowTie = try area("0 0, 10 10, 10 0, 0 10").madeValid()
        #expect(bowTie.polygons.count == 2 && bowTie.area == 50)
        #expect(try bowTie.validity() == .valid)
        let spike = try area("0 0, 10 0, 10 10, 10 20, 10 10, 0 10").madeValid()
        #expect(spike.polygons.count == 1 && spike.area == 100)
        #expect(spike.envelope?.north == 10)
        let flat = try area("0 0, 10 0, 5 0").madeValid()
        #expect(flat.polygons.isEmpty)
        let sound = try area("0 0, 10 0, 10 10, 0 10", holes: ["1 1, 2 1, 2 2"])
        #expect(try sound.madeValid().area == 99.5)
    }

    /// Stored numbers of shapely 2.2.0: `wkt.loads(…).representative_point()`.
    @Test func pointOnSurface() throws {
        // A U whose centroid lies in its mouth.
        let u = try area("0 0, 12 0, 12 10, 8 10, 8 2, 4 2, 4 10, 0 10")
        #expect(try u.pointOnSurface() == PlanePoint(x: 2, y: 6))
        let degrees = try area(
            "114.3 30.6, 114.31 30.6, 114.313 30.61, 114.306 30.605, 114.299 30.612")
        let place = try #require(try degrees.pointOnSurface())
        #expect(abs(place.x - 114.30143749999999) < 1e-12 && abs(place.y - 30.6075) < 1e-12)
        #expect(try MultiPolygon<PlanePoint>([]).pointOnSurface() == nil)
    }
}
