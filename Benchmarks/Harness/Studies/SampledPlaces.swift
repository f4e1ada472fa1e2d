internal import Foundation
internal import Geodesy
internal import Geometry
internal import Studies
internal import WalkNetwork

/// A study of a real extract whose places are drawn at random beside its streets: what it takes to time a
/// whole run where no places are known.
struct SampledPlaces {
    let extract: String
    let facilities: Int
    let compounds: Int
    let seed: UInt64

    /// Writes the study; the streets are the extract itself.
    func write(to out: URL) throws {
        try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
        let streets = try StreetsReader().read(extract).streets
        let used = Set(streets.wayNodes).sorted()
        var random = SplitMix(state: seed)
        func points(_ count: Int, within metres: Double) -> [GeographicPoint] {
            (0..<count).map { _ in
                let node = streets.nodes[Int(used[Int(random.next() % UInt64(used.count))])]
                return Ellipsoid.wgs84.direct(
                    from: node, azimuth: 360 * random.unit(), distance: Metres(metres * random.unit()))
            }
        }
        func table(_ letter: String, _ points: [GeographicPoint], _ column: String, _ value: String) -> String
        {
            "id,lon,lat,\(column)\n"
                + points.enumerated().map { index, p in
                    String(
                        format: "%@%05d,%.7f,%.7f,%@\n", letter, index + 1, p.longitude, p.latitude, value)
                }.joined()
        }
        try table("F", points(facilities, within: 30), "level", "community")
            .write(to: out.appending(path: "facilities.csv"), atomically: true, encoding: .utf8)
        try table("C", points(compounds, within: 60), "households", "100")
            .write(to: out.appending(path: "compounds.csv"), atomically: true, encoding: .utf8)
        let link = out.appending(path: "streets.osm.pbf")
        try FileManager.default.createSymbolicLink(
            at: link, withDestinationURL: URL(filePath: extract).standardizedFileURL)
        let text = """
            name: \(out.lastPathComponent)
            base_year: 2020
            layers:
              compounds: {path: compounds.csv, x: lon, y: lat}
              facilities: {path: facilities.csv, x: lon, y: lat}
              streets: {path: streets.osm.pbf}

            """
        try text.write(to: out.appending(path: "study.yaml"), atomically: true, encoding: .utf8)
    }
}

/// Random numbers that come out the same for the same seed everywhere (Steele, Lea and Flood 2014).
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
