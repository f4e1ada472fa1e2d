import Geodesy
import Geometry
import Studies
import TestWorlds
import Testing

@Suite struct StreetNodeGridTests {
    /// Towns, whole countries, nodes on one line or in one place, seen from within and from beyond.
    @Test func agreesWithMeasuringToEveryNode() {
        withEverySeed(0..<300) { seed, random in
            let spread = [1e-6, 0.004, 0.05, 3][random.int(in: 0...3)]
            let flat = [0, 1, 1, 1][random.int(in: 0...3)]
            let (west, south) = (
                [114.3, -8.6, 0][random.int(in: 0...2)], [30.5, -0.01, 69.9][random.int(in: 0...2)]
            )
            func place(_ reach: Double, _ r: inout SeededGenerator) -> GeographicPoint {
                GeographicPoint(
                    longitude: west + r.double(in: -reach...reach) * Double(flat),
                    latitude: south + r.double(in: -reach...reach))
            }
            var nodes = (0..<random.int(in: 0...400)).map { _ in place(spread, &random) }
            nodes.append(GeographicPoint(longitude: .nan, latitude: 1))
            let grid = StreetNodeGrid(nodes)
            for _ in 0..<30 {
                let p = place(max(spread * 1.5, 0.02), &random)
                let nearest =
                    nodes.dropLast().map { Ellipsoid.wgs84.distance(p, $0) }.min() ?? Metres(.infinity)
                #expect(grid.distance(from: p) == min(nearest, StreetNodeGrid.limit), "seed \(seed)")
            }
        }
    }

    @Test func whatLiesNowhereIsBeyondTheLimit() {
        let here = GeographicPoint(longitude: 114, latitude: 30)
        #expect(StreetNodeGrid([]).distance(from: here) == StreetNodeGrid.limit)
        for nowhere in [(Double.nan, 30.0), (114, .infinity), (1e300, 0)] {
            let p = GeographicPoint(longitude: nowhere.0, latitude: nowhere.1)
            #expect(StreetNodeGrid([here]).distance(from: p) == StreetNodeGrid.limit)
        }
    }
}
