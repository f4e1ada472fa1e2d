import Geometry
import TestWorlds
import Testing
import Topology

@Suite struct OverlayTests {
    @Test func squaresByHand() throws {
        let a = try area("0 0, 10 0, 10 10, 0 10")
        let b = try area("5 5, 15 5, 15 15, 5 15")
        #expect(try a.union(b).area == 175)
        #expect(try a.intersection(b).area == 25)
        #expect(try a.subtracting(b).area == 75)
        let inner = try area("2 2, 4 2, 4 4, 2 4")
        let ringed = try a.subtracting(inner)
        #expect(ringed.polygons.count == 1 && ringed.polygons[0].holes.count == 1 && ringed.area == 96)
        #expect(try ringed.intersection(inner).polygons.isEmpty)
        // Neighbours share an edge: no area in common.
        let beside = try area("10 0, 20 0, 20 10, 10 10")
        #expect(try a.intersection(beside).polygons.isEmpty)
        #expect(try MultiPolygon.union(of: [a, beside, b]).area == 250)
        #expect(try MultiPolygon<PlanePoint>.union(of: []).polygons.isEmpty)
        #expect(try a.union(MultiPolygon([])).area == 100)
    }

    /// |A ∪ B| = |A| + |B| − |A ∩ B| and |A \ B| = |A| − |A ∩ B| for random triangles.
    @Test func areasAddUp() throws {
        try withEverySeed(0..<300) { seed, random in
            func triangle(_ r: inout SeededGenerator) throws -> MultiPolygon<PlanePoint> {
                let p = (0..<3).map { _ in
                    PlanePoint(x: 500_000 + r.double(in: 0...100), y: 3_384_000 + r.double(in: 0...100))
                }
                return MultiPolygon([Polygon(exterior: try Ring(p + [p[0]]))])
            }
            let (a, b) = (try triangle(&random), try triangle(&random))
            let common = try a.intersection(b).area
            #expect(abs(try a.union(b).area - (a.area + b.area - common)) < 1e-5, "seed \(seed)")
            #expect(abs(try a.subtracting(b).area - (a.area - common)) < 1e-5, "seed \(seed)")
        }
    }

    /// GEOS's own words come with the failure, and only those of this failure.
    @Test func failureCarriesTheReason() throws {
        let bowTie = try area("0 0, 10 10, 10 0, 0 10")
        let square = try area("-1 3, 11 3, 11 4, -1 4")
        #expect {
            _ = try bowTie.intersection(square)
        } throws: {
            guard let failure = $0 as? TopologyFailure else { return false }
            return failure.operation == .intersection && failure.reason.contains("TopologyException")
        }
    }

    @Test func versionIsStated() {
        #expect(GEOSLibrary.version.first == "3")
        #expect(GEOSLibrary.version.contains("CAPI"))
    }
}
