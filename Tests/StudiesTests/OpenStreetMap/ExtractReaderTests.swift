import Geometry
import Studies
import TestWorlds
import Testing

/// A square with a square hole, a closed way, an open one, and relations that want for members.
private let drawn = """
    <osm version="0.6">
    <node id="1" lat="0" lon="0" timestamp="2020-05-01T00:00:00Z"/>
    <node id="2" lat="0" lon="0.004"/><node id="3" lat="0.004" lon="0.004"/><node id="4" lat="0.004" lon="0"/>
    <node id="5" lat="0.001" lon="0.001"/><node id="6" lat="0.001" lon="0.002"/>
    <node id="7" lat="0.002" lon="0.002"/><node id="8" lat="0.002" lon="0.001"/>
    <node id="9" lat="0.5" lon="0.25" timestamp="2021-06-01T00:00:00Z"><tag k="amenity" v="nursing_home"/>
    <tag k="name" v="养老院"/></node>
    <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/></way>
    <way id="11"><nd ref="3"/><nd ref="4"/><nd ref="1"/></way>
    <way id="12"><nd ref="5"/><nd ref="6"/><nd ref="7"/><nd ref="8"/><nd ref="5"/><tag k="building" v="yes"/></way>
    <way id="13"><nd ref="1"/><nd ref="2"/><tag k="building" v="wall"/></way>
    <way id="14"><nd ref="98"/><nd ref="99"/><tag k="building" v="yes"/></way>
    <way id="15"><nd ref="5"/><nd ref="6"/><nd ref="7"/><nd ref="5"/><tag k="building" v="no"/>
    <tag k="area" v="no"/></way>
    <relation id="20"><member type="way" ref="10" role="outer"/><member type="way" ref="11" role="outer"/>
    <member type="way" ref="12" role="inner"/><member type="node" ref="9" role="label"/>
    <tag k="type" v="multipolygon"/><tag k="building" v="apartments"/></relation>
    <relation id="21"><member type="way" ref="77" role="outer"/><tag k="type" v="boundary"/>
    <tag k="building" v="lost"/></relation>
    <relation id="22"><member type="way" ref="12" role=""/><tag k="type" v="site"/>
    <tag k="amenity" v="nursing_home"/></relation>
    <relation id="23"><member type="way" ref="10" role="outer"/><tag k="type" v="multipolygon"/>
    <tag k="building" v="open"/></relation>
    </osm>
    """

@Suite struct ExtractReaderTests {
    private let folder: TemporaryFolder
    private let read: ExtractFeatures

    init() throws {
        folder = try TemporaryFolder()
        let path = try folder.write(drawn, to: "drawn.osm")
        read = try ExtractReader(wanted: [.init("building"), .init("amenity", "nursing_home")]).read(path)
    }

    private func feature(_ label: String) throws -> ExtractFeature {
        try #require(read.features.first { $0.label == label })
    }

    @Test func wantedFeaturesComeByKindInTheFilesOrder() {
        #expect(
            read.features.map(\.label) == ["n9", "w12", "w13", "w14", "w15", "r20", "r21", "r22", "r23"])
        #expect(read.newestEdit == 1_622_505_600)  // 2021-06-01T00:00:00Z
        #expect(read.extracted == nil)
    }

    @Test func tagsAndPlaceOfANode() throws {
        let node = try feature("n9")
        #expect(node.tags == ["amenity": "nursing_home", "name": "养老院"])
        guard case .point(let place) = node.shape else {
            Issue.record("no point")
            return
        }
        #expect(place == GeographicPoint(longitude: 0.25, latitude: 0.5))
    }

    @Test func areasOfWaysAndRelations() throws {
        guard case .area(let way) = try feature("w12").shape,
            case .area(let relation) = try feature("r20").shape
        else {
            Issue.record("no areas")
            return
        }
        // By hand: a square of 0.001 degrees; one of 0.004 less that hole.
        #expect(abs(way.area - 1e-6) < 1e-15)
        #expect(abs(relation.area - 15e-6) < 1e-15)
        #expect(relation.polygons.count == 1 && relation.polygons[0].holes.count == 1)
        #expect(relation.polygons[0].exterior.doubledSignedArea > 0)
        #expect(relation.polygons[0].holes[0].doubledSignedArea < 0)
    }

    @Test func whatMakesNoArea() throws {
        func isLine(_ label: String, of count: Int) throws -> Bool {
            if case .line(let places) = try feature(label).shape { return places.count == count }
            return false
        }
        func isIncomplete(_ label: String) throws -> Bool {
            if case .incomplete = try feature(label).shape { return true }
            return false
        }
        func isNone(_ label: String) throws -> Bool {
            if case .none = try feature(label).shape { return true }
            return false
        }
        #expect(try isLine("w13", of: 2))
        #expect(try isIncomplete("w14"))
        #expect(try isLine("w15", of: 4))
        #expect(try isIncomplete("r21"))
        #expect(try isNone("r22"))
        #expect(try isNone("r23"))
    }

    @Test func aWayThatBoundsAWantedRelationSaysSo() throws {
        // Way 12 is the hole of relation 20 and bounds nothing; ways 10 and 11 are not wanted themselves.
        #expect(try feature("w12").boundsRelation == nil)
        let path = try folder.write(
            drawn.replacing("ref=\"12\" role=\"inner\"", with: "ref=\"12\" role=\"outer\""), to: "b.osm")
        let again = try ExtractReader(wanted: [.init("building")]).read(path)
        #expect(again.features.first { $0.label == "w12" }?.boundsRelation == 20)
    }
}
