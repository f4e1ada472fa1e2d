import Foundation
import Geometry
import Synthesis
import TestWorlds
import Testing

@Suite struct TextFilesTests {
    @Test(
        "Numbers as text",
        arguments: [
            (0, 0, "0"), (2.5, 0, "3"), (-2.5, 0, "-3"), (0.05, 1, "0.1"), (-0.04, 1, "0.0"),
            (114.123_456_7, 7, "114.1234567"), (-15.5, 7, "-15.5000000"), (1e-7, 7, "0.0000001"),
            (999.999, 2, "1000.00"),
        ] as [(Double, Int, String)])
    func fixedPoints(value: Double, decimals: Int, text: String) {
        #expect(fixedPoint(value, decimals: decimals) == text)
    }

    @Test func trailingZerosAreCutWhereAsked() {
        #expect(fixedPoint(-15.5, decimals: 7, trimmed: true) == "-15.5")
        #expect(fixedPoint(20, decimals: 7, trimmed: true) == "20")
        #expect(fixedPoint(-0.000_000_01, decimals: 7, trimmed: true) == "0")
    }

    @Test func csvQuotesOnlyWhatNeedsIt() {
        var table = CSVText(header: ["id", "name"])
        table.append(["1", "养老院"])
        table.append(["2", "a \"b\", c"])
        table.append(["", "two\nlines"])
        #expect(table.text == "id,name\n1,养老院\n2,\"a \"\"b\"\", c\"\n,\"two\nlines\"\n")
    }

    @Test func geoJSONKeepsTheRightHandRule() throws {
        func p(_ x: Double, _ y: Double) -> GeographicPoint { GeographicPoint(longitude: x, latitude: y) }
        let clockwise = try Ring([p(0, 0), p(0, 1), p(1, 1), p(1, 1.000_000_01), p(1, 0), p(0, 0)])
        var collection = GeoJSONText(name: "a\"b")
        collection.append(
            MultiPolygon([Polygon(exterior: clockwise)]),
            [("id", .text("x\ty")), ("n", .number("3")), ("b", .flag(true)), ("z", .null)])
        collection.append(p(114.5, -0.25), [])
        #expect(
            collection.text == """
                {"type":"FeatureCollection","name":"a\\"b","features":[
                {"type":"Feature","properties":{"id":"x\\ty","n":3,"b":true,"z":null},\
                "geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}},
                {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[114.5,-0.25]}}
                ]}

                """)
    }

    @Test func aFolderIsWholeOrAbsent() throws {
        struct Stop: Error {}
        let folder = try TemporaryFolder()
        let target = WholeFolder(folder.path(of: "study"))
        #expect(throws: Stop.self) {
            try target.write { draft in
                try WholeFolder.write("half", to: "a.txt", in: draft)
                throw Stop()
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        try target.write { try WholeFolder.write("all", to: "a.txt", in: $0) }
        #expect(try folder.bytes(of: "study/a.txt") == Data("all".utf8))
        #expect(throws: WholeFolderFailure.notEmpty(path: target.path)) {
            try target.write { try WholeFolder.write("other", to: "a.txt", in: $0) }
        }
        #expect(try folder.bytes(of: "study/a.txt") == Data("all".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["study"])
    }
}
