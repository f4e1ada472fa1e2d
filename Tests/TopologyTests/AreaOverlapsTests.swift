import Geometry
import TestWorlds
import Testing
import Topology

@Suite struct AreaOverlapsTests {
    @Test("Neighbours do not overlap, however they touch; what overlaps is told with what lies in both")
    func byHand() throws {
        let index = try PolygonIndex([
            try area("0 0, 10 0, 10 10, 0 10"),
            // Shares an edge with the first, a corner with the fourth.
            try area("10 0, 20 0, 20 10, 10 10"),
            // One metre into the first two.
            try area("5 9, 15 9, 15 20, 5 20"),
            // A ring around nothing of the others, and its filling.
            try area("20 10, 40 10, 40 30, 20 30", holes: ["25 15, 35 15, 35 25, 25 25"]),
            try area("25 15, 35 15, 35 25, 25 25"),
            MultiPolygon([]),
            // The same as the filling.
            try area("25 15, 35 15, 35 25, 25 25"),
        ])
        let overlaps = try index.overlaps()
        #expect(overlaps.map { [$0.first, $0.second] } == [[0, 2], [1, 2], [4, 6]])
        #expect(overlaps.map(\.common.area) == [5, 5, 100])
    }

    /// Rectangles, whose common part is known, all pairs tried.
    @Test func agreesWithEveryPair() throws {
        try withEverySeed(0..<60) { seed, random in
            let boxes = (0..<40).map { _ in
                let (x, y) = (random.int(in: 0...60), random.int(in: 0...60))
                return (x, y, x + random.int(in: 1...12), y + random.int(in: 1...12))
            }
            let areas = try boxes.map {
                try area("\($0.0) \($0.1), \($0.2) \($0.1), \($0.2) \($0.3), \($0.0) \($0.3)")
            }
            var expected: [[Double]] = []
            for i in boxes.indices {
                for j in boxes.indices where j > i {
                    let (a, b) = (boxes[i], boxes[j])
                    let (width, height) = (min(a.2, b.2) - max(a.0, b.0), min(a.3, b.3) - max(a.1, b.1))
                    if width > 0, height > 0 {
                        expected.append([Double(i), Double(j), Double(width * height)])
                    }
                }
            }
            let found = try PolygonIndex(areas).overlaps().map {
                [Double($0.first), Double($0.second), $0.common.area]
            }
            #expect(found == expected, "seed \(seed)")
        }
    }

    /// Triangles on a small lattice share corners, edges and stretches of edges in every way there is; all pairs tried.
    @Test func trianglesAgreeWithEveryPair() throws {
        var (clear, over) = (0, 0)
        try withEverySeed(0..<12) { seed, random in
            var areas: [MultiPolygon<PlanePoint>] = []
            while areas.count < 30 {
                let c = (0..<6).map { _ in random.int(in: 0...4) }
                let doubled = (c[2] - c[0]) * (c[5] - c[1]) - (c[4] - c[0]) * (c[3] - c[1])
                guard doubled != 0 else { continue }
                areas.append(try area("\(c[0]) \(c[1]), \(c[2]) \(c[3]), \(c[4]) \(c[5])"))
            }
            // Two parts: what lies beside one of them may lie in the other.
            areas.append(MultiPolygon(areas[0].polygons + [try area("10 0, 12 0, 12 2").polygons[0]]))
            areas.append(try area("10 0, 12 0, 12 2"))
            let found = try PolygonIndex(areas).overlaps()
            var expected: [[Int]] = []
            for i in areas.indices {
                for j in areas.indices where j > i {
                    let common = try areas[i].intersection(areas[j]).area
                    if common > 0 { expected.append([i, j]) }
                    if common > 0 { over += 1 } else { clear += 1 }
                }
            }
            #expect(found.map { [$0.first, $0.second] } == expected, "seed \(seed)")
        }
        #expect(over > 500 && clear > 500, "\(over) \(clear)")
    }
}
