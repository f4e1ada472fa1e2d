import Foundation
import Geodesy
import Geometry
import Studies
import TestWorlds
import Testing
import WalkNetwork

/// What pyosmium and pyproj make of an extract by the same rule:
/// `python Tests/Reference/walkable_counts.py FILE` (pyosmium 4.3.2, pyproj 3.7.2).
struct CountedExtract: Sendable, CustomTestStringConvertible {
    let file: String
    let highways: Int
    let walkable: Int
    let nodes: Int
    let segments: Int
    let metres: Double
    let blocked: Int
    let missing: Int
    let check: Int64

    var testDescription: String { file }

    static let all = [
        CountedExtract(
            file: "las-palmas/las_palmas_20230221.osm.pbf", highways: 13954, walkable: 13279, nodes: 90454,
            segments: 96760, metres: 2_103_427.723, blocked: 2, missing: 2579, check: 1_409_377_311_322_316),
        CountedExtract(
            file: "porto/porto.osm.pbf", highways: 51349, walkable: 48491, nodes: 325211,
            segments: 352545, metres: 9_980_544.005, blocked: 0, missing: 0, check: 3_751_535_377_106_497),
        CountedExtract(
            file: "beijing-2012/beijing_graph_2012.osm.pbf", highways: 19544, walkable: 16823, nodes: 28019,
            segments: 38395, metres: 6_594_951.359, blocked: 0, missing: 0, check: 692_128_483_220_217),
        CountedExtract(
            file: "beijing-tsinghua/beijing_tsinghua.osm", highways: 684, walkable: 637, nodes: 2123,
            segments: 2532, metres: 124_334.754, blocked: 1, missing: 0, check: 56_234_749_456_642),
    ]
}

@Suite(.enabled(if: RealData.path("porto") != nil, "the folder with real data is absent"))
struct RealStreetsTests {
    @Test(arguments: CountedExtract.all)
    func agreesWithPyosmium(expected: CountedExtract) throws {
        let path = try #require(RealData.path(expected.file))
        let (streets, report) = try StreetsReader().read(path)
        #expect(report.highways == expected.highways)
        #expect(report.count(.walkable) == expected.walkable)
        #expect(report.missingReferences == expected.missing)
        #expect(streets.blocked.count == expected.blocked)
        #expect(streets.nodes.count == expected.nodes)
        #expect(streets.wayNodes.count - streets.wayCount == expected.segments)

        var check: Int64 = 0
        var metres = 0.0
        for way in 0..<streets.wayCount {
            let nodes = streets.nodeRange(ofWay: way).map { streets.nodes[Int(streets.wayNodes[$0])] }
            for (a, b) in zip(nodes, nodes.dropFirst()) {
                metres += Ellipsoid.wgs84.distance(a, b).value
                let ends = fixed(a.longitude) * 3 + fixed(a.latitude) * 5 + fixed(b.longitude) * 7
                let sum = check + streets.wayIDs[way] * 31 + ends + fixed(b.latitude) * 11
                // The remainder as Python takes it, never negative.
                check = (sum % (1 << 61) + (1 << 61)) % (1 << 61)
            }
        }
        #expect(check == expected.check)
        #expect(abs(metres - expected.metres) < 0.001)
    }

    /// Degrees in the units of the file.
    private func fixed(_ degrees: Double) -> Int64 { Int64((degrees * 1e7).rounded()) }

    /// However a file is cut short, what comes is a failure or, where a whole block is missing at its end,
    /// fewer streets; never a crash.
    @Test func truncatedAnywhere() throws {
        let path = try #require(RealData.path("las-palmas/las_palmas_20230221.osm.pbf"))
        let bytes = try Data(contentsOf: URL(filePath: path))
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<12 {
            let cut = try folder.write(
                bytes.prefix(generator.int(in: 1...bytes.count - 1)), to: "cut.osm.pbf")
            #expect(throws: ExtractFailure.self) { try StreetsReader().read(cut) }
        }
        #expect(throws: ExtractFailure.self) {
            try StreetsReader().read(folder.write(Data(), to: "empty.osm.pbf"))
        }
    }
}
