import Foundation
import Studies
import Synthesis
import TestWorlds
import WalkNetwork

/// A synthetic city on disk, with its files as plain values.
struct WrittenCity {
    let folder: TemporaryFolder
    let path: String
    let report: SyntheticCityReport

    init(_ size: CitySize = .town, seed: UInt64 = 2020, withAges: Bool = true) throws {
        folder = try TemporaryFolder()
        path = folder.path(of: "study")
        report = try SyntheticCity.write(size: size, seed: seed, withAges: withAges, to: path)
    }

    func bytes(_ name: String) throws -> Data {
        try withExtendedLifetime(folder) { try Data(contentsOf: URL(filePath: "\(path)/\(name)")) }
    }

    func streets() throws -> Streets {
        try withExtendedLifetime(folder) { try StreetsReader().read("\(path)/streets.osm.pbf").streets }
    }

    func reading() throws -> StudyReading {
        try withExtendedLifetime(folder) { try StudyReader.read(folder: path) }
    }

    /// The features of a layer: properties, type of geometry, rings in whole tenths of a microdegree.
    func features(_ name: String) throws -> [Feature] {
        let document = try JSONSerialization.jsonObject(with: bytes(name)) as? [String: Any]
        let features = document?["features"] as? [[String: Any]] ?? []
        return features.map { feature in
            let geometry = feature["geometry"] as? [String: Any]
            let rings = geometry?["coordinates"] as? [[[Double]]] ?? []
            return Feature(
                properties: feature["properties"] as? [String: Any] ?? [:],
                kind: geometry?["type"] as? String ?? "",
                rings: rings.map { ring in
                    ring.map { Corner(x: Int(($0[0] * 1e7).rounded()), y: Int(($0[1] * 1e7).rounded())) }
                })
        }
    }

    struct Corner: Hashable {
        let x: Int
        let y: Int
    }

    struct Feature {
        let properties: [String: Any]
        let kind: String
        let rings: [[Corner]]

        /// The outer ring; empty where there is none.
        var outline: [Corner] { rings.first ?? [] }
    }
}
