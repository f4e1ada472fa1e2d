import Geometry
import TestWorlds
import Testing
import Topology

@Suite struct PolygonIndexTests {
    /// A checkerboard of ten by ten cells: corners belong to four, edges to two, the inside to one.
    @Test func boundariesBelongToAll() throws {
        let cells = try (0..<100).map { i in
            let (x, y) = (i % 10, i / 10)
            return try area("\(x) \(y), \(x + 1) \(y), \(x + 1) \(y + 1), \(x) \(y + 1)")
        }
        let index = try PolygonIndex(cells)
        #expect(try index.containing(PlanePoint(x: 3.5, y: 4.5)) == [43])
        #expect(try index.containing(PlanePoint(x: 4, y: 4.5)) == [43, 44])
        #expect(try index.containing(PlanePoint(x: 4, y: 4)) == [33, 34, 43, 44])
        #expect(try index.containing(PlanePoint(x: 0, y: 0)) == [0])
        #expect(try index.containing(PlanePoint(x: 10.0001, y: 5)) == [])
        #expect(try index.containing(PlanePoint(x: .nan, y: 5)) == [])
    }

    @Test func holesPartsAndEmptyAreas() throws {
        let ringed = try area("0 0, 10 0, 10 10, 0 10", holes: ["2 2, 4 2, 4 4, 2 4"])
        let parts = MultiPolygon(
            try area("20 0, 21 0, 21 1").polygons + area("2.5 2.5, 3 2.5, 3 3").polygons)
        let index = try PolygonIndex([MultiPolygon([]), ringed, parts])
        #expect(try index.containing(PlanePoint(x: 3.5, y: 3.5)) == [])
        #expect(try index.containing(PlanePoint(x: 2, y: 3)) == [1])
        #expect(try index.containing(PlanePoint(x: 2.9, y: 2.6)) == [2])
        #expect(try index.containing(PlanePoint(x: 20.9, y: 0.5)) == [2])
        #expect(try PolygonIndex<PlanePoint>([]).containing(PlanePoint(x: 0, y: 0)) == [])
        #expect(try PolygonIndex([MultiPolygon<PlanePoint>([])]).containing(PlanePoint(x: 0, y: 0)) == [])
    }

    /// Random stars against the even-odd rule, over every area.
    @Test func agreesWithTheEvenOddRule() throws {
        try withEverySeed(0..<40) { seed, random in
            let stars = try (0..<60).map { _ in
                let (x, y) = (random.double(in: 0...100), random.double(in: 0...100))
                // Corners at rising angles around a middle: never crossing themselves.
                let corners = (0..<8).map { corner in
                    let reach = random.double(in: 1...20)
                    let turn = [(1.0, 0.0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)][
                        corner]
                    return PlanePoint(x: x + reach * turn.0, y: y + reach * turn.1)
                }
                return MultiPolygon([Polygon(exterior: try Ring(corners + [corners[0]]))])
            }
            let index = try PolygonIndex(stars)
            for _ in 0..<50 {
                let p = PlanePoint(x: random.double(in: -10...110), y: random.double(in: -10...110))
                let expected = stars.indices.filter { stars[$0].contains(p) }
                #expect(try index.containing(p) == expected, "seed \(seed)")
            }
        }
    }
}
