import Foundation
import Geometry
import Studies
import Synthesis
import TestWorlds
import Testing
import WalkNetwork

@Suite struct ExtractWriterTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Some thousand nodes, more than one block of the file holds, in ways of five.
    private func draft(nodes: Int) -> ExtractDraft {
        var generator = SeededGenerator(seed: 5)
        var draft = ExtractDraft()
        for id in 1...Int64(nodes) {
            let place = GeographicPoint(
                longitude: Double(generator.int(in: 1_140_000_000...1_150_000_000)) / 1e7,
                latitude: Double(generator.int(in: 300_000_000...310_000_000)) / 1e7)
            let tags = id % 100 == 0 ? [ExtractDraft.Tag("foot", "no")] : []
            draft.nodes.append(ExtractDraft.Node(id: id, place: place, tags: tags))
        }
        for first in stride(from: Int64(1), through: Int64(nodes - 4), by: 4) {
            draft.ways.append(
                ExtractDraft.Way(
                    id: first, nodes: Array(first...first + 4),
                    tags: [.init("highway", "footway"), .init("name", "合成路 & <\(first)>")]))
        }
        return draft
    }

    @Test(arguments: ["streets.osm.pbf", "streets.osm"])
    func whatIsWrittenIsRead(name: String) throws {
        let draft = draft(nodes: 20_001)
        let path = folder.path(of: name)
        try ExtractWriter().write(draft, to: path)
        let (streets, report) = try StreetsReader().read(path)
        #expect(report.count(.walkable) == draft.ways.count)
        #expect(report.missingReferences == 0)
        #expect(streets.nodes == draft.nodes.map(\.place))
        #expect(streets.wayIDs == draft.ways.map(\.id))
        #expect(streets.wayNodes.map { Int64($0) + 1 } == draft.ways.flatMap(\.nodes))
        #expect(streets.blocked.map { Int64($0) + 1 } == draft.nodes.filter { !$0.tags.isEmpty }.map(\.id))

        let named = try ExtractReader(wanted: [.init("name")]).read(path)
        #expect(named.features.map(\.id) == draft.ways.map(\.id))
        #expect(named.features.first?.tags["name"] == "合成路 & <1>")
        #expect(named.newestEdit == nil && named.extracted == nil)
    }

    @Test func sameContentSameBytes() throws {
        let draft = draft(nodes: 9001)
        try ExtractWriter().write(draft, to: folder.path(of: "a.osm.pbf"))
        try ExtractWriter().write(draft, to: folder.path(of: "b.osm.pbf"))
        #expect(try folder.bytes(of: "a.osm.pbf") == folder.bytes(of: "b.osm.pbf"))
    }

    @Test func coordinatesAreKeptToSevenDecimals() throws {
        let draft = ExtractDraft(
            nodes: [
                .init(id: 1, place: GeographicPoint(longitude: 114.123_456_749, latitude: -30.123_456_751)),
                .init(id: 2, place: GeographicPoint(longitude: -180, latitude: 90)),
            ], ways: [.init(id: 1, nodes: [1, 2], tags: [.init("highway", "path")])])
        let path = folder.path(of: "a.osm.pbf")
        try ExtractWriter().write(draft, to: path)
        let nodes = try StreetsReader().read(path).streets.nodes
        #expect(nodes[0] == GeographicPoint(longitude: 114.123_456_7, latitude: -30.123_456_8))
        #expect(nodes[1] == GeographicPoint(longitude: -180, latitude: 90))
    }

    @Test func placesOffTheGlobeAndBadPathsAreRefused() {
        let lost = ExtractDraft(nodes: [.init(id: 1, place: GeographicPoint(longitude: 200, latitude: 0))])
        #expect(throws: ExtractFailure.misused(words: "a position is not on the globe")) {
            try ExtractWriter().write(lost, to: folder.path(of: "a.osm.pbf"))
        }
        #expect(throws: ExtractFailure.self) {
            try ExtractWriter().write(ExtractDraft(), to: folder.path(of: "none/a.osm.pbf"))
        }
        #expect(throws: ExtractFailure.self) {
            try ExtractWriter().write(ExtractDraft(), to: folder.path(of: "a.txt"))
        }
    }
}
