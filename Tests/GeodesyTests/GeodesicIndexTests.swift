import Geodesy
import Geometry
import TestWorlds
import Testing

@Suite struct GeodesicIndexTests {
    /// What the index must find, by measuring to every place.
    private func bruteForce(_ p: GeographicPoint, _ places: [GeographicPoint], _ ranks: [Int]) -> Int? {
        places.indices.min {
            let a = Micrometres(Ellipsoid.wgs84.distance(p, places[$0])).wholeMillimetres
            let b = Micrometres(Ellipsoid.wgs84.distance(p, places[$1])).wholeMillimetres
            return (a, ranks[$0]) < (b, ranks[$1])
        }
    }

    /// Cities, coincident places, places a few tenths of a millimetre apart, the poles, the 180th meridian.
    @Test func agreesWithMeasuringToEveryPlace() throws {
        try withEverySeed(0..<300) { seed, random in
            let spread = [1e-8, 1e-3, 0.2, 30][random.int(in: 0...3)]
            let west = [114.3, 179.99, -180, 0][random.int(in: 0...3)]
            let south = [30.5, -0.01, 89.9, -89.99][random.int(in: 0...3)]
            func place(_ r: inout SeededGenerator) -> GeographicPoint {
                let longitude = west + r.double(in: -spread...spread)
                return GeographicPoint(
                    longitude: longitude > 180 ? longitude - 360 : longitude,
                    latitude: min(90, max(-90, south + r.double(in: -spread...spread))))
            }
            var places = (0..<random.int(in: 1...120)).map { _ in place(&random) }
            if random.int(in: 0...1) == 0 { places += places.shuffled(using: &random).prefix(20) }
            let ranks = places.indices.shuffled(using: &random)
            let index = GeodesicIndex(places, ranks: ranks)
            for _ in 0..<20 {
                let p = place(&random)
                let found = try #require(index.nearest(to: p))
                #expect(found.index == bruteForce(p, places, ranks), "seed \(seed)")
                #expect(found.distance == Ellipsoid.wgs84.distance(p, places[found.index]), "seed \(seed)")
                let limit = Ellipsoid.wgs84.distance(p, places[random.int(in: 0...places.count - 1)])
                let expected = places.indices.filter { Ellipsoid.wgs84.distance(p, places[$0]) <= limit }
                #expect(index.within(limit, of: p).map(\.index) == expected, "seed \(seed)")
            }
        }
    }

    /// A tenth of a millimetre is a tie, and the smaller rank takes it; two millimetres are none.
    @Test func tiesGoToTheSmallerRank() {
        let here = GeographicPoint(longitude: 114, latitude: 30)
        func east(_ metres: Double) -> GeographicPoint {
            Ellipsoid.wgs84.direct(from: here, azimuth: 90, distance: Metres(metres))
        }
        let tied = GeodesicIndex([east(500.0001), east(500.0002), east(500.002)], ranks: [2, 1, 0])
        #expect(tied.nearest(to: here)?.index == 1)
        let apart = GeodesicIndex([east(500.0021), east(500.0002)], ranks: [0, 1])
        #expect(apart.nearest(to: here)?.index == 1)
    }

    @Test func emptyAndUnplacedAreNotFound() {
        let here = GeographicPoint(longitude: 114, latitude: 30)
        let nowhere = GeographicPoint(longitude: .nan, latitude: 30)
        #expect(GeodesicIndex([]).nearest(to: here) == nil)
        #expect(GeodesicIndex([nowhere]).nearest(to: here) == nil)
        #expect(GeodesicIndex([here]).nearest(to: nowhere) == nil)
        #expect(GeodesicIndex([nowhere, here]).nearest(to: here)?.index == 1)
        #expect(GeodesicIndex([here]).within(Metres(0), of: here).map(\.index) == [0])
        #expect(GeodesicIndex([here]).within(Metres(-1), of: here).isEmpty)
    }
}
