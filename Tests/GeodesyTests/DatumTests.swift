import Geodesy
import Geometry
import TestWorlds
import Testing

@Suite struct DatumTests {
    /// The pair that maps and method agree on.
    @Test func knownPairOfGCJ02() {
        let p = GeographicPoint(longitude: 116.404, latitude: 39.915)
        let shifted = Datum.gcj02.shifted(fromWGS84: p)
        #expect(abs(shifted.longitude - 116.41024449916938) < 1e-13)
        #expect(abs(shifted.latitude - 39.91640428150164) < 1e-13)
    }

    /// The pair GCJ-02 (116.404, 39.915), BD-09 (116.41036949371029, 39.92133699351022) stands in the
    /// documentation of coordtransform and its ports.
    @Test func knownPairOfBD09() {
        let gcj = GeographicPoint(longitude: 116.404, latitude: 39.915)
        let shifted = Datum.bd09.shifted(fromWGS84: Datum.gcj02.wgs84(from: gcj))
        #expect(abs(shifted.longitude - 116.41036949371029) < 1e-9)
        #expect(abs(shifted.latitude - 39.92133699351022) < 1e-9)
    }

    @Test(arguments: [Datum.gcj02, .bd09])
    func inverseIsRightToAMillimetre(datum: Datum) {
        withEverySeed(0..<2000) { seed, random in
            let p = GeographicPoint(
                longitude: random.double(in: 73...135), latitude: random.double(in: 3...54))
            let back = datum.wgs84(from: datum.shifted(fromWGS84: p))
            #expect(Ellipsoid.wgs84.distance(p, back).value < 0.0001, "seed \(seed)")
            // The shift itself is hundreds of metres: the test above compares no identities.
            let shift = Ellipsoid.wgs84.distance(p, datum.shifted(fromWGS84: p)).value
            #expect(shift > 50 && shift < 3000, "seed \(seed)")
        }
    }

    @Test(arguments: Datum.allCases)
    func outsideTheBoxNothingIsShifted(datum: Datum) {
        for p in [
            GeographicPoint(longitude: -15.43, latitude: 28.1),
            GeographicPoint(longitude: 72.003, latitude: 30),
            GeographicPoint(longitude: 137.835, latitude: 30),
            GeographicPoint(longitude: 110, latitude: 0.829),
            GeographicPoint(longitude: 110, latitude: 55.828),
        ] {
            #expect(!Datum.isShifted(at: p))
            #expect(datum.shifted(fromWGS84: p) == p)
            #expect(datum.wgs84(from: p) == p)
        }
        #expect(Datum.isShifted(at: GeographicPoint(longitude: 72.004, latitude: 0.8293)))
        #expect(Datum.isShifted(at: GeographicPoint(longitude: 137.8347, latitude: 55.8271)))
    }

    @Test func cgcs2000IsWGS84() {
        let p = GeographicPoint(longitude: 114.3, latitude: 30.6)
        #expect(Datum.cgcs2000.shifted(fromWGS84: p) == p)
        #expect(Datum.cgcs2000.wgs84(from: p) == p)
    }
}
