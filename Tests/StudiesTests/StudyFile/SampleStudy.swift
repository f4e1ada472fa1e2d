import Foundation

/// A small good study in a folder of its own, whose files a test may change before it reads them.
///
/// Four communities of 0.01° by 0.01° side by side from 114.30° E, 30.50° N (C1 and C2 below, C3 and C4
/// above); two compounds in C1, one in C2, none above.
final class SampleStudy {
    let folder: String
    var files: [String: String]
    /// Files that are no UTF-8 text; they go before those of the same name.
    var bytes: [String: [UInt8]] = [:]

    init() {
        folder = NSTemporaryDirectory() + "carecircle-study-" + UUID().uuidString
        files = [
            "study.yaml": """
            name: Riverside
            base_year: 2020
            policy: wuhan
            layers:
              communities: {path: communities.geojson}
              compounds: {path: compounds.csv}
              phases: {path: phases.csv}
              gates: {path: gates.csv}
              facilities: {path: facilities.csv}
              candidates: {path: candidates.csv}

            """,
            "communities.geojson": Self.communities(Self.squares),
            "compounds.csv": """
            id,name,community,households,elders,care_space_m2,planned,delivered,lon,lat
            A1,East Gate,C1,400,100,80,2018-03,2020-06-30,114.303,30.503
            A2,Lotus Court,C1,250,,,2010,2012,114.307,30.506
            A3,River View,Willow,300,60,60,2019,,114.315,30.505

            """,
            "phases.csv": """
            compound,phase,households,care_space_m2,housing_planned,housing_built,housing_accepted,housing_delivered,care_planned,care_built,care_accepted,care_delivered
            A1,1,150,80,2018-03-01,2019-01,2019-02,2019-03,2018-03-01,2019-01,2019-02,2019-03
            A1,2,250,,2018-03-01,2019-10,2020-05,2020-06-30,,,,
            A3,1,300,60,2019,2021,2021,2021,2019,2021,2021,2021

            """,
            "gates.csv": """
            compound,lon,lat
            A1,114.3035,30.503
            A3,114.3155,30.505

            """,
            "facilities.csv": """
            id,name,level,kind,community,beds,opened,closed,lon,lat
            F1,Willow Centre,subdistrict,centre,C2,40,2015,,114.316,30.506
            F2,Maple Station,community,station,,5,2016-05-01,2019-12-31,114.305,30.505
            F3,Hill Home,community,rural_home,C4,12,,,114.315,30.515

            """,
            "candidates.csv": """
            id,name,level,area_m2,kind,cost_yuan,earliest,lon,lat
            S1,Old Mill,community,300,factory,900000,2022,114.306,30.514

            """,
        ]
    }

    deinit {
        // A folder that cannot be removed is the system's to clear.
        _ = Result { try FileManager.default.removeItem(atPath: folder) }
    }

    /// Writes the files and gives the folder.
    func write() throws -> String {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, text) in files {
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
        for (name, content) in bytes {
            try Data(content).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
        return folder
    }

    /// Replaces a text in a file, which must be there.
    @discardableResult
    func replacing(_ old: String, with new: String, in file: String) -> Self {
        guard let text = files[file], text.contains(old) else {
            preconditionFailure("\(file) does not hold \(old)")
        }
        files[file] = text.replacingOccurrences(of: old, with: new)
        return self
    }

    struct Square {
        var id: String
        var name: String
        var west: Double
        var south: Double
        var extra = ""
    }

    static let squares = [
        Square(id: "C1", name: "Maple", west: 114.30, south: 30.50),
        Square(id: "C2", name: "Willow", west: 114.31, south: 30.50),
        Square(id: "C3", name: "Pine", west: 114.30, south: 30.51),
        Square(id: "C4", name: "Hillside", west: 114.31, south: 30.51),
    ]

    /// GeoJSON of square communities.
    static func communities(_ squares: [Square], side: Double = 0.01) -> String {
        let features = squares.map { square in
            let (w, s) = (square.west, square.south)
            let (e, n) = (w + side, s + side)
            return """
                {"type": "Feature", "properties": {"id": "\(square.id)", "name": "\(square.name)", \
                "subdistrict": "Quay", "district": "Harbour", "households": 1000, "elders": 250\(square.extra)}, \
                "geometry": {"type": "Polygon", "coordinates": [[[\(w), \(s)], [\(e), \(s)], [\(e), \(n)], \
                [\(w), \(n)], [\(w), \(s)]]]}}
                """
        }
        return "{\"type\": \"FeatureCollection\", \"features\": [\n\(features.joined(separator: ",\n"))\n]}\n"
    }
}
