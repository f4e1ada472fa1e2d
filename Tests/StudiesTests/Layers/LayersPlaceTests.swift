import Foundation
import Geodesy
import Geometry
import Places
import Studies
import Testing

@Suite struct LayersPlaceTests {
    @Test func projectedCoordinatesComeOutInDegrees() throws {
        let sample = SampleStudy()
        // pyproj.Transformer.from_crs(4326, 4547, always_xy=True).transform(114.3035, 30.503)
        // = (529134.8468, 3375913.4834), and for (114.3155, 30.505) = (530286.1870, 3376138.3656)
        sample.files["gates.csv"] =
            "compound,x,y\nA1,529134.8468,3375913.4834\nA3,530286.1870,3376138.3656\n"
        sample.replacing("{path: gates.csv}", with: "{path: gates.csv, crs: EPSG:4547}", in: "study.yaml")
        let gates = try read(sample).get().study.gates
        let expected = [
            GeographicPoint(longitude: 114.3035, latitude: 30.503),
            GeographicPoint(longitude: 114.3155, latitude: 30.505),
        ]
        for (gate, place) in zip(gates, expected) {
            #expect(Ellipsoid.wgs84.distance(gate.point, place).value < 0.001)
        }
    }

    @Test func northingFirstInColumnsIsSwapped() throws {
        let sample = SampleStudy()
        sample.files["gates.csv"] =
            "compound,x,y\nA1,3375913.4834,529134.8468\nA3,530286.1870,3376138.3656\n"
        sample.replacing("{path: gates.csv}", with: "{path: gates.csv, crs: EPSG:4547}", in: "study.yaml")
        #expect(
            try problems(sample) == [
                Problem(
                    file: "gates.csv", row: 2, column: "x,y",
                    .axesSwapped(east: 3375913.4834, north: 529134.8468))
            ])
    }

    @Test func anEastingWithItsZoneIsOutsideAZoneWithout() throws {
        let sample = SampleStudy()
        sample.files["gates.csv"] =
            "compound,x,y\nA1,38529134.8468,3375913.4834\nA3,530286.1870,3376138.3656\n"
        sample.replacing("{path: gates.csv}", with: "{path: gates.csv, crs: EPSG:4547}", in: "study.yaml")
        #expect(
            try problems(sample) == [
                Problem(
                    file: "gates.csv", row: 2, column: "x,y",
                    .outsideCRS(east: 38529134.8468, north: 3375913.4834, crs: "EPSG:4547"))
            ])
    }

    @Test(arguments: [Datum.gcj02, .bd09]) func shiftedCoordinatesAreShiftedBack(_ datum: Datum) throws {
        let sample = SampleStudy()
        let gates = [
            GeographicPoint(longitude: 114.3035, latitude: 30.503),
            GeographicPoint(longitude: 114.3155, latitude: 30.505),
        ]
        let written = gates.map { datum.shifted(fromWGS84: $0) }
        sample.files["gates.csv"] =
            "compound,lng,lat\n"
            + zip(["A1", "A3"], written).map { "\($0),\($1.longitude),\($1.latitude)\n" }.joined()
        sample.replacing(
            "{path: gates.csv}", with: "{path: gates.csv, datum: \(datum.rawValue)}", in: "study.yaml")
        let reading = try read(sample).get()
        #expect(reading.warnings.isEmpty)
        for (gate, place) in zip(reading.study.gates, gates) {
            #expect(Ellipsoid.wgs84.distance(gate.point, place).value < 0.001)
        }
    }

    /// In Spain both orders are places on earth: only the rest of the study tells.
    @Test func swappedAxesWhereBothOrdersAreOnEarth() throws {
        let sample = SampleStudy()
        sample.files = [
            "study.yaml": """
            name: Las Palmas
            base_year: 2020
            layers:
              compounds: {path: compounds.csv}
              facilities: {path: facilities.csv}

            """,
            "compounds.csv": "id,lon,lat\n1,-15.43,28.12\n2,-15.42,28.13\n3,-15.44,28.11\n",
            "facilities.csv": "id,level,lon,lat\n1,city,28.12,-15.43\n2,city,-15.43,28.12\n",
        ]
        #expect(
            try problems(sample) == [
                Problem(
                    file: "facilities.csv", row: 2, column: "lon,lat",
                    .axesSwapped(east: 28.12, north: -15.43))
            ])
    }

    @Test func wellKnownTextAndPolygonsStandForTheirPointOnSurface() throws {
        let sample = SampleStudy()
        // A horseshoe, whose middle lies outside it.
        sample.files["compounds.csv"] = """
            id,name,wkt
            A1,East Gate,"POLYGON ((114.302 30.502, 114.306 30.502, 114.306 30.506, 114.305 30.506, 114.305 30.503, 114.303 30.503, 114.303 30.506, 114.302 30.506, 114.302 30.502))"
            A2,Lotus Court,POINT (114.307 30.506)
            A3,River View,POINT (114.315 30.505)

            """
        let study = try read(sample).get().study
        // shapely.wkt.loads(…).representative_point(): POINT (114.3025 30.5045)
        let point = study.compounds[0].point
        #expect(abs(point.longitude - 114.3025) < 1e-9)
        #expect(abs(point.latitude - 30.5045) < 1e-9)
        #expect(study.compounds.map(\.community) == [0, 0, 1])
        // pyproj and shapely on EPSG:4547: 106423.19 m²
        let footprint = try #require(study.compounds[0].footprint)
        #expect(abs(footprint - 106_423.19) < 0.05)
        #expect(study.compounds[1].footprint == nil)
    }

    @Test func brokenRingsArePutRightAndReported() throws {
        let sample = SampleStudy()
        // C3 drawn as a bow tie: two triangles that meet in its middle.
        sample.replacing(
            "[[[114.3, 30.51], [114.31, 30.51], [114.31, 30.520000000000003], [114.3, 30.520000000000003], [114.3, 30.51]]]",
            with: "[[[114.3, 30.51], [114.31, 30.52], [114.31, 30.51], [114.3, 30.52], [114.3, 30.51]]]",
            in: "communities.geojson"
        ).replacing("114.306,30.514", with: "114.302,30.514", in: "candidates.csv")
        let reading = try read(sample).get()
        #expect(
            reading.warnings == [
                Problem(
                    file: "communities.geojson", row: 3, .repairedGeometry(reason: "Self-intersection"),
                    severity: .warning)
            ])
        #expect(reading.layers[0].repaired == 1)
        #expect(reading.study.communities[2].area?.polygons.count == 2)
        #expect(reading.study.candidates[0].community == 2)
    }

    @Test func linesAreNoPlaces() throws {
        let sample = SampleStudy()
        sample.files["gates.csv"] = """
            compound,wkt
            A1,"LINESTRING (114.3 30.5, 114.31 30.5)"
            A3,POINT (114.3155 30.505)

            """
        #expect(
            try problems(sample) == [
                Problem(file: "gates.csv", row: 2, .wrongGeometry(found: "line", expected: "point"))
            ])
    }
}
