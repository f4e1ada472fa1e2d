import Foundation
import Studies
import Testing

/// Real files beside the checkout, where they are present.
private enum RealTables {
    static let folder: String = {
        if let stated = ProcessInfo.processInfo.environment["CARECIRCLE_DATA"] { return stated }
        return URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../../shared/data").standardizedFileURL.path()
    }()
    static let areThere = FileManager.default.fileExists(atPath: folder + "/wuhan-communities")

    static func read(_ path: String) throws -> RawTable {
        try TableSource(file: path, path: "\(folder)/\(path)").read()
    }
}

@Suite(.enabled(if: RealTables.areThere)) struct RealTablesTests {
    // python3 -c "import json; f=json.load(open('wuhan_communities_wgs84.geojson'))['features'];
    //   print(len(f), sum(len(p) for x in f for p in (x['geometry']['coordinates']
    //   if x['geometry']['type']=='MultiPolygon' else [x['geometry']['coordinates']])))"
    @Test func communitiesOfWuhan() throws {
        let table = try RealTables.read("wuhan-communities/wuhan_communities_wgs84.geojson")
        #expect(table.rows.count == 974)
        #expect(table.problems.isEmpty)
        var rings = 0
        for row in table.rows {
            guard case .polygons(let polygons)? = row.geometry else {
                Issue.record("row \(row.number)")
                continue
            }
            rings += polygons.reduce(0) { $0 + $1.count }
        }
        #expect(rings == 1403)
    }

    // python3 -c "import csv; r=list(csv.reader(open('beijing_residential_parcels.csv'))); print(len(r), {len(x) for x in r})"
    @Test func parcelsOfBeijing() throws {
        let table = try RealTables.read("beijing-2012/beijing_residential_parcels.csv")
        #expect(table.rows.count == 1117)
        #expect(table.problems.isEmpty)
    }
}
