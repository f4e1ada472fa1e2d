import Geometry
import Studies
import TestWorlds
import Testing
import WalkNetwork

/// A file of OpenStreetMap XML around some elements.
private func osm(_ elements: String) -> String {
    "<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\">\n\(elements)\n</osm>\n"
}

/// Nodes in a row on the equator: node n lies n thousandths of a degree east.
private func row(_ ids: [Int]) -> String {
    ids.map { "<node id='\($0)' lat='0' lon='\(Double($0) / 1000)'/>" }.joined(separator: "\n")
}

private func way(_ id: Int, _ nodes: [Int], _ tags: [(String, String)] = [("highway", "footway")]) -> String {
    let nodes = nodes.map { "<nd ref='\($0)'/>" }.joined()
    let tags = tags.map { "<tag k='\($0.0)' v='\($0.1)'/>" }.joined()
    return "<way id='\(id)'>\(nodes)\(tags)</way>"
}

@Suite struct StreetsReaderTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func read(
        _ elements: String, rule: WalkingRule = WalkingRule()
    ) throws -> (streets: Streets, report: StreetsReport) {
        try StreetsReader(rule: rule).read(folder.write(osm(elements), to: "drawn.osm"))
    }

    /// The longitudes in thousandths of each way's nodes: in these drawings, the nodes' ids.
    private func drawn(_ streets: Streets) -> [[Int]] {
        (0..<streets.wayCount).map { way in
            streets.nodeRange(ofWay: way).map { i in
                Int((streets.nodes[Int(streets.wayNodes[i])].longitude * 1000).rounded())
            }
        }
    }

    @Test func waysShareTheirNodes() throws {
        let (streets, report) = try read(
            row([1, 2, 3, 4]) + way(10, [1, 2, 3]) + way(11, [4, 2], [("highway", "residential")]))
        #expect(drawn(streets) == [[1, 2, 3], [4, 2]])
        #expect(streets.nodes.count == 4)
        #expect(streets.wayNodes[1] == streets.wayNodes[4])
        #expect(streets.wayIDs == [10, 11])
        #expect(streets.blocked.isEmpty)
        #expect(report.highways == 2 && report.count(.walkable) == 2)
    }

    @Test func whatItsEditorsHaveDeletedIsNotThere() throws {
        let gone = way(11, [2, 3]).replacing("id='11'", with: "id='11' visible='false'")
        let nodes = row([1, 2, 3]) + "<node id='4' visible='false' lat='0' lon='0.004'/>"
        let (streets, report) = try read(nodes + way(10, [1, 2, 4]) + gone)
        #expect(drawn(streets) == [[1, 2]] && streets.wayIDs == [10])
        #expect(report.highways == 1 && report.missingReferences == 1)
    }

    @Test func onlyWalkableWaysAndTheirNodesAreKept() throws {
        let (streets, report) = try read(
            row([1, 2, 3, 4, 5, 6])
                + way(10, [1, 2]) + way(11, [2, 3], [("highway", "motorway")])
                + way(12, [3, 4], [("highway", "footway"), ("foot", "no")])
                + way(13, [4, 5], [("highway", "service"), ("access", "private")])
                + way(14, [5, 6], [("highway", "construction")])
                + way(15, [5, 6], [("building", "yes")]))
        #expect(drawn(streets) == [[1, 2]])
        #expect(streets.nodes.count == 2)
        #expect(report.highways == 5)
        for verdict in WalkingRule.Verdict.allCases { #expect(report.count(verdict) == 1) }
    }

    @Test func privateWaysAreLetInWhereTheStudySaysSo() throws {
        let elements =
            row([1, 2, 3]) + way(10, [1, 2])
            + way(11, [2, 3], [("highway", "service"), ("access", "private")])
        #expect(drawn(try read(elements).streets) == [[1, 2]])
        #expect(
            drawn(try read(elements, rule: WalkingRule(privateWays: true)).streets) == [[1, 2], [2, 3]])
    }

    @Test func onewayIsForVehicles() throws {
        let (streets, _) = try read(
            row([1, 2]) + way(10, [1, 2], [("highway", "residential"), ("oneway", "yes")]))
        #expect(drawn(streets) == [[1, 2]])
    }

    @Test func theOutlineOfAnAreaIsWalkable() throws {
        let (streets, report) = try read(
            row([1, 2, 3]) + way(10, [1, 2, 3, 1], [("highway", "pedestrian"), ("area", "yes")])
                + """
                <relation id='7'><member type='way' ref='10' role='outer'/>
                <tag k='type' v='multipolygon'/><tag k='highway' v='pedestrian'/></relation>
                """)
        #expect(drawn(streets) == [[1, 2, 3, 1]])
        #expect(report.areaRelations == 1)
    }

    @Test func nodesThatLetNobodyPassAreMarked() throws {
        let blocked = "<node id='2' lat='0' lon='0.002'><tag k='foot' v='no'/></node>"
        let barrier = "<node id='3' lat='0' lon='0.003'><tag k='barrier' v='gate'/></node>"
        let yes = "<node id='4' lat='0' lon='0.004'><tag k='foot' v='yes'/></node>"
        let elsewhere = "<node id='9' lat='0' lon='0.009'><tag k='foot' v='no'/></node>"
        let (streets, report) = try read(
            row([1]) + blocked + barrier + yes + elsewhere + way(10, [4, 3, 2, 1]))
        #expect(streets.blocked.map { streets.nodes[Int($0)].longitude } == [0.002])
        #expect(report.blockedNodes == 1)
    }

    @Test func missingNodesBreakTheWayThere() throws {
        let (streets, report) = try read(
            row([1, 2, 4, 5, 7, 9, 10]) + way(20, [1, 2, 3, 4, 5]) + way(21, [6, 7, 8, 9, 10])
                + way(22, [3, 6]))
        #expect(drawn(streets) == [[1, 2], [4, 5], [9, 10]])
        #expect(streets.wayIDs == [20, 20, 21])
        // Node 7 stands alone between two gaps: nothing is left to walk on there.
        #expect(streets.nodes.count == 6)
        #expect(report.missingReferences == 5)
        #expect(report.brokenWays == 3)
    }

    @Test func aNodeOffTheGlobeIsMissing() throws {
        let (streets, report) = try read(
            row([1, 2, 4, 5]) + "<node id='3' lat='95' lon='0.003'/>" + way(20, [1, 2, 3, 4, 5]))
        #expect(drawn(streets) == [[1, 2], [4, 5]])
        #expect(report.missingReferences == 1)
    }

    @Test func orderInTheFileDoesNotMatter() throws {
        let sorted = try read(row([-3, 1, 2, 5, 8]) + way(10, [8, 1, -3]) + way(11, [5, 2, 8]))
        let mixed = try read(way(10, [8, 1, -3]) + row([8, 2, 5]) + way(11, [5, 2, 8]) + row([1, -3]))
        #expect(sorted.streets == mixed.streets)
        #expect(drawn(sorted.streets) == [[8, 1, -3], [5, 2, 8]])
        #expect(sorted.streets.nodes.map(\.longitude) == [-0.003, 0.001, 0.002, 0.005, 0.008])
    }

    @Test func anyNumberOfJobsReadsTheSame() throws {
        let elements = row(Array(1...400)) + (1..<400).map { way($0, [$0, $0 + 1]) }.joined()
        let path = try folder.write(osm(elements), to: "long.osm")
        let one = try StreetsReader(jobs: 1).read(path)
        for jobs in [2, 7] { #expect(try StreetsReader(jobs: jobs).read(path).streets == one.streets) }
    }
}

/// Files that give no streets: each a fact, with libosmium's words.
@Suite struct UnreadableStreetsTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func failure(_ path: String) -> ExtractFailure? {
        do {
            _ = try StreetsReader().read(path)
            return nil
        } catch { return error }
    }

    @Test func withoutAWalkableWay() throws {
        let drawn = osm(row([1, 2]) + way(10, [1, 2], [("highway", "motorway")]))
        #expect(failure(try folder.write(drawn, to: "a.osm")) == .noWalkableWay(highways: 1))
        #expect(failure(try folder.write(osm(""), to: "b.osm")) == .noWalkableWay(highways: 0))
        let noNodes = osm(way(10, [1, 2]))
        #expect(failure(try folder.write(noNodes, to: "c.osm")) == .noWalkableWay(highways: 1))
        #expect(
            failure(folder.path(of: "c.osm"))?.fault(ofFileAt: folder.path(of: "c.osm")) == .noWalkableWay)
    }

    @Test func missingOrADirectory() {
        #expect(
            failure(folder.path(of: "none.osm.pbf"))?.fault(ofFileAt: folder.path(of: "none.osm.pbf"))
                == .fileMissing)
        #expect(failure(folder.path) != nil)
    }

    @Test func namesAreNeverFetchedOrReadFromStandardInput() {
        for path in ["-", "", "http://localhost/x.osm", "https://localhost/x.osm.pbf"] {
            #expect(failure(path) != nil)
        }
    }

    @Test func brokenXMLSaysWhere() throws {
        let cut = try folder.write(String(osm(row([1, 2]) + way(1, [1, 2])).dropLast(9)), to: "cut.osm")
        guard case .broken(let words) = failure(cut) else {
            Issue.record("not a broken file")
            return
        }
        #expect(words.contains("XML parsing error at line"))
        #expect(!words.contains("\n"))
    }

    @Test func historyFilesAreRefused() throws {
        let path = try folder.write(osm(row([1, 2]) + way(10, [1, 2])), to: "city.osh")
        #expect(failure(path) == .history)
    }

    @Test func unknownFormats() throws {
        let path = try folder.write("hello", to: "streets.txt")
        guard case .broken = failure(path) else {
            Issue.record("not refused")
            return
        }
        let garbage = try folder.write("hello, this is no such file", to: "streets.osm.pbf")
        guard case .broken = failure(garbage) else {
            Issue.record("not refused")
            return
        }
    }

    @Test func stairsAndCrossingsAreReadWhereTheyAreAskedFor() throws {
        func node(_ id: Int, _ tags: [(String, String)]) -> String {
            let tags = tags.map { "<tag k='\($0.0)' v='\($0.1)'/>" }.joined()
            return "<node id='\(id)' lat='0' lon='\(Double(id) / 1000)'>\(tags)</node>"
        }
        let path = try folder.write(
            osm(
                row([1, 2]) + node(3, [("highway", "traffic_signals")])
                    + node(4, [("highway", "crossing"), ("crossing", "traffic_signals")])
                    + node(5, [("highway", "crossing"), ("crossing", "unmarked")])
                    + node(6, [("highway", "crossing")]) + node(7, [("crossing", "zebra")])
                    + node(8, [("highway", "crossing"), ("crossing", "no")])
                    + node(9, [("highway", "street_lamp"), ("foot", "no")])
                    + way(10, [1, 2]) + way(11, [2, 3, 4, 5, 6, 7, 8, 9], [("highway", "steps")])
                    + way(12, [1, 9])), to: "drawn.osm")
        let plain = try StreetsReader().read(path).streets
        #expect(plain.features == nil && plain.wayNames == nil)
        let streets = try StreetsReader(extras: .features).read(path).streets
        #expect(streets.nodes == plain.nodes && streets.wayNodes == plain.wayNodes)
        #expect(streets.blocked == plain.blocked && streets.blocked.count == 1)
        let features = try #require(streets.features)
        #expect(features.stairs == [1])
        let found = features.crossings.map {
            (Int((streets.nodes[Int($0.node)].longitude * 1000).rounded()), $0.kind)
        }
        #expect(found.map(\.0) == [3, 4, 5, 6, 7])
        #expect(found.map(\.1) == [.signals, .signals, .unmarked, .other, .other])
    }

    @Test func namesAreReadWhereTheyAreAskedFor() throws {
        let path = try folder.write(
            osm(
                row([1, 2, 3, 4])
                    + way(10, [1, 2], [("highway", "footway"), ("name", "Mill Lane")])
                    + way(11, [2, 3], [("highway", "motorway"), ("name", "A 1")])
                    + way(12, [2, 3]) + way(13, [3, 4], [("highway", "path"), ("name", "解放大道")])),
            to: "drawn.osm")
        #expect(
            try StreetsReader(extras: .names).read(path).streets.wayNames == ["Mill Lane", nil, "解放大道"])
    }
}
