internal import Foundation
internal import Geodesy
internal import Geometry
internal import Studies
internal import Synthesis

/// A city given as plain columns, as docs/benchmarks.md describes them, made into a study.
struct GivenCity {
    let folder: String
    /// The plane of `communities.csv`.
    let plane: String

    /// Writes the study.
    func write(to out: URL) throws {
        try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
        try writeStreets(to: out.appending(path: "streets.osm.pbf").path)
        try writePoints(
            "centres.csv", id: "centre_id", extra: "level", to: out.appending(path: "facilities.csv"))
        try writePoints(
            "compounds.csv", id: "compound_id", extra: "households", to: out.appending(path: "compounds.csv"))
        try writeCommunities(to: out.appending(path: "communities.geojson"))
        let text = """
            name: \(out.lastPathComponent)
            base_year: 2020
            crs: \(plane)
            layers:
              communities: {path: communities.geojson}
              compounds: {path: compounds.csv, x: lon, y: lat}
              facilities: {path: facilities.csv, x: lon, y: lat}
              streets: {path: streets.osm.pbf}

            """
        try text.write(to: out.appending(path: "study.yaml"), atomically: true, encoding: .utf8)
    }

    private func writeStreets(to path: String) throws {
        let nodes = try CSVColumns(path: "\(folder)/nodes.csv")
        let edges = try CSVColumns(path: "\(folder)/edges.csv")
        let (longitudes, latitudes) = (try nodes.numbers("lon"), try nodes.numbers("lat"))
        let (from, to) = (try edges.numbers("u"), try edges.numbers("v"))
        let draft = ExtractDraft(
            nodes: zip(longitudes, latitudes).enumerated().map { index, place in
                ExtractDraft.Node(
                    id: Int64(index + 1), place: GeographicPoint(longitude: place.0, latitude: place.1))
            },
            ways: zip(from, to).enumerated().map { index, ends in
                ExtractDraft.Way(
                    id: Int64(index + 1), nodes: [Int64(ends.0) + 1, Int64(ends.1) + 1],
                    tags: [ExtractDraft.Tag("highway", "residential")])
            })
        try ExtractWriter(generator: "CareCircle benchmarks").write(draft, to: path)
    }

    /// Points with an id and one more column: households as they are given, and every facility a community's.
    private func writePoints(_ file: String, id: String, extra: String, to out: URL) throws {
        let table = try CSVColumns(path: "\(folder)/\(file)")
        let extras = extra == "households" ? try table.texts(extra) : nil
        let (longitudes, latitudes) = (try table.texts("lon"), try table.texts("lat"))
        var text = "id,lon,lat,\(extra)\n"
        for (index, name) in try table.texts(id).enumerated() {
            text += "\(name),\(longitudes[index]),\(latitudes[index]),\(extras?[index] ?? "community")\n"
        }
        try text.write(to: out, atomically: true, encoding: .utf8)
    }

    private func writeCommunities(to out: URL) throws {
        let table = try CSVColumns(path: "\(folder)/communities.csv")
        let plane = try WorkingPlane(definition: plane)
        let (names, elders, shapes) = (
            try table.texts("community_id"), try table.texts("elders"), try table.texts("wkt")
        )
        let features = shapes.enumerated().map { index, shape in
            // POLYGON ((x y, …), (x y, …)): rings stand between inner brackets.
            let rings = shape.drop { $0 != "(" }.dropFirst().dropLast().split(separator: ")").map { ring in
                let corners = ring.drop { $0 != "(" }.dropFirst().split(separator: ",").compactMap { corner in
                    let axes = corner.split(separator: " ").compactMap { Double($0) }
                    return axes.count == 2 ? PlanePoint(x: axes[0], y: axes[1]) : nil
                }
                return "["
                    + plane.unproject(corners).map { "[\($0.longitude),\($0.latitude)]" }.joined(
                        separator: ",")
                    + "]"
            }
            return """
                {"type":"Feature","properties":{"id":"\(names[index])","name":"\(names[index])",\
                "elders":\(elders[index])},"geometry":{"type":"Polygon","coordinates":[\
                \(rings.joined(separator: ","))]}}
                """
        }
        let text =
            "{\"type\":\"FeatureCollection\",\"features\":[\n\(features.joined(separator: ",\n"))\n]}\n"
        try text.write(to: out, atomically: true, encoding: .utf8)
    }
}
