import Foundation
import Testing

/// One street of some 333 m up a hillside that rises by a fifth, from a home to a station.
@Suite struct TiltedGroundTests {
    /// The seconds that a walk up at one metre a second takes by the file, and the metres.
    private func walk(_ tags: String) throws -> (seconds: Double, metres: Double) {
        let place = try CommandPlace()
        defer { place.remove() }
        let study = place.root.appending(path: "study")
        try FileManager.default.createDirectory(at: study, withIntermediateDirectories: true)
        // Pixels of 0.0005°: rows from the north, each 55.42 m lower than the one before by a fifth.
        let step = 0.0005 * 110_850 * 0.2
        let rows = (0..<60).map { row -> String in
            let height = 100 + Double(60 - row) * step
            return Array(repeating: "\(height)", count: 20).joined(separator: " ")
        }
        let files: [String: String] = [
            "study.yaml": """
            name: hill
            base_year: 2020
            walking: {profiles: {hills: {speed_m_per_s: 1, slope: tobler}}}
            layers:
              compounds: {path: compounds.csv, x: lon, y: lat}
              facilities: {path: facilities.csv, x: lon, y: lat}
              streets: {path: streets.osm}
              heights: {path: ground.asc, crs: EPSG:4326}
            """,
            "compounds.csv": "id,lon,lat,households\nA,114.0,30.0,100\n",
            "facilities.csv": "id,lon,lat,level\nF,114.0,30.003,community\n",
            "ground.asc": """
            ncols 20
            nrows 60
            xllcorner 113.995
            yllcorner 29.985
            cellsize 0.0005
            NODATA_value -9999
            \(rows.joined(separator: "\n"))

            """,
            "streets.osm": """
            <?xml version="1.0"?><osm version="0.6">
            <node id="1" lat="30.0" lon="114.0"/><node id="2" lat="30.0015" lon="114.0"/>
            <node id="3" lat="30.003" lon="114.0"/>
            <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="footway"/>\(tags)</way>
            </osm>
            """,
        ]
        for (name, text) in files { try Data(text.utf8).write(to: study.appending(path: name)) }
        let (_, stderr, status) = try place.run(
            ["coverage", "study", "--circles", "none", "--no-network-cache", "--out", "out"])
        #expect(status == 0, "\(stderr)")
        let table = String(
            decoding: try Data(contentsOf: place.root.appending(path: "out/coverage/compounds.csv")),
            as: UTF8.self)
        let lines = table.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        func figure(_ column: String) throws -> Double {
            let index = try #require(lines[0].firstIndex(of: Substring(column)))
            return try #require(Double(lines[1][index]))
        }
        return (try figure("walk_s_hills"), try figure("walk_m_hills"))
    }

    @Test("The ground is climbed: at a fifth a metre takes exp(3.5 × 0.2) times as long")
    func ground() throws {
        let (seconds, metres) = try walk("")
        #expect(abs(metres - 332.6) < 0.5)
        #expect(abs(seconds / metres / exp(3.5 * 0.2) - 1) < 0.005, "\(seconds) s over \(metres) m")
    }

    @Test(
        "Bridges and tunnels are level, whatever lies under or over them",
        arguments: [
            #"<tag k="bridge" v="yes"/>"#, #"<tag k="tunnel" v="yes"/>"#, #"<tag k="layer" v="-1"/>"#,
        ])
    func offTheGround(tags: String) throws {
        let (seconds, metres) = try walk(tags)
        #expect(abs(seconds - metres) < 0.1, "\(seconds) s over \(metres) m")
    }
}
