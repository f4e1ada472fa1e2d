internal import Foundation
internal import Geometry
internal import Places
internal import Studies

/// The files of a study made from an extract.
struct ExtractStudyFiles {
    private let parts: ExtractStudyParts
    /// The streets' path as the study names it.
    private let streetsPath: String
    /// The path of the facilities' layer as the study names it.
    private let facilitiesPath: String?
    /// The extract to be copied; nothing where the study names it where it lies.
    private let copied: String?

    init(_ parts: ExtractStudyParts, options: ExtractStudyOptions, folder: String) throws {
        self.parts = parts
        facilitiesPath = options.facilities.map { Self.relative($0, from: folder) }
        if options.copiesStreets {
            copied = options.extract
            streetsPath = URL(filePath: options.extract).lastPathComponent
        } else {
            copied = nil
            streetsPath = Self.relative(options.extract, from: folder)
        }
    }

    /// Whether a layer's file stands where its path says.
    static func exists(_ layer: String) -> Bool { FileManager.default.fileExists(atPath: layer) }

    /// Writes all files into a folder.
    func write(into folder: String) throws {
        try WholeFolder.write(study, to: "study.yaml", in: folder)
        try WholeFolder.write(communities, to: "communities.geojson", in: folder)
        try WholeFolder.write(compounds, to: "compounds.csv", in: folder)
        if facilitiesPath == nil { try WholeFolder.write(facilities, to: "facilities.csv", in: folder) }
        try WholeFolder.write(sites, to: "sites.csv", in: folder)
        if !parts.convertible.isEmpty {
            try WholeFolder.write(candidates, to: "candidates.csv", in: folder)
        }
        for (name, text) in ExtractScenarios(parts).texts {
            try WholeFolder.write(text, to: "scenarios/\(name).yaml", in: folder)
        }
        try WholeFolder.write(
            ExtractStudyNotes(parts, streets: streetsPath, facilities: facilitiesPath).text, to: "README.md",
            in: folder)
        if let copied {
            let target = folder + "/" + streetsPath
            do {
                try FileManager.default.copyItem(atPath: copied, toPath: target)
            } catch { throw WholeFolderFailure.refused(path: target, words: error.localizedDescription) }
        }
    }

    private var study: String {
        var lines = [
            "# A first study made from an OpenStreetMap extract: README.md beside this file says how, and what",
            "# of it is estimated. Households, people and elders are estimates throughout.",
            "name: \(Self.yaml(parts.name))",
            "base_year: \(parts.baseYear)",
            "crs: \(parts.plane)",
        ]
        if let policy = parts.options.policy { lines.append("policy: \(Self.yaml(policy))") }
        if parts.options.privateWays { lines += ["walking:", "  private_ways: true"] }
        lines += [
            "layers:",
            "  communities: {path: communities.geojson}",
            "  compounds:   {path: compounds.csv, x: lon, y: lat}",
            facilitiesPath.map { "  facilities:  {path: \(Self.yaml($0))}" }
                ?? "  facilities:  {path: facilities.csv, x: lon, y: lat}",
            "  streets:     {path: \(Self.yaml(streetsPath))}",
        ]
        if !parts.convertible.isEmpty {
            lines.append("  candidates:  {path: candidates.csv, x: lon, y: lat}")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var communities: String {
        var collection = GeoJSONText(name: "communities")
        for (unit, households) in zip(parts.units, parts.householdsOfUnits) {
            let population = parts.population(households)
            let elders = parts.elders(population)
            let estimated =
                (unit.isEstimated ? ["outline"] : []) + ["households", "population", "elders", "ages"]
            collection.append(
                unit.area,
                [
                    ("id", .text(unit.id)), ("name", .text(unit.name)), ("city", .text(parts.name)),
                    ("households", .number("\(households)")), ("population", .number("\(population)")),
                    ("elders", .number("\(elders)")),
                    ("origin", .text(unit.origin.word)),
                    ("estimated", .text(estimated.joined(separator: ";"))),
                ]
                    + NationalAges(population: population, elders: elders).columns
                    .map { ($0.name, .number("\($0.people)")) })
        }
        return collection.text
    }

    private var compounds: String {
        var table = CSVText(header: [
            "id", "name", "community", "households", "lon", "lat", "building", "footprint_m2", "levels",
            "households_by", "estimated",
        ])
        for home in parts.homes {
            table.append([
                home.label, home.name, unitID(home.label), "\(home.count.dwellings)",
                Self.degrees(home.place.longitude), Self.degrees(home.place.latitude),
                home.tags["building"] ?? "", fixedPoint(home.footprint, decimals: 1),
                fixedPoint(home.count.levels, decimals: 1, trimmed: true), home.count.basis.rawValue,
                home.count.estimated.joined(separator: ";"),
            ])
        }
        return table.text
    }

    private var facilities: String {
        var table = CSVText(header: [
            "id", "name", "level", "kind", "community", "operator", "beds", "opened", "lon", "lat",
            "operator_name", "estimated",
        ])
        for site in parts.sites {
            guard case .taken(let kind) = site.verdict, let place = site.place else { continue }
            table.append([
                site.label, site.name, Level.community.rawValue, kind.rawValue, unitID(site.label),
                site.sector?.rawValue ?? "", site.beds.map(String.init) ?? "", site.opened?.text ?? "",
                Self.degrees(place.longitude), Self.degrees(place.latitude), site.tags["operator"] ?? "",
                "level",
            ])
        }
        return table.text
    }

    private var candidates: String {
        var table = CSVText(header: [
            "id", "name", "level", "kind", "community", "area_m2", "cost_yuan", "lon", "lat", "building",
            "amenity", "estimated",
        ])
        for building in parts.convertible {
            let cost = parts.options.conversionCost.map { fixedPoint(building.area * $0, decimals: 0) }
            table.append([
                building.label, building.name, Level.community.rawValue, building.kind,
                unitID(building.label), fixedPoint(building.area, decimals: 0), cost ?? "",
                Self.degrees(building.place.longitude), Self.degrees(building.place.latitude),
                building.tags["building"] ?? "", building.tags["amenity"] ?? "",
                (["level", "kind"] + (building.areLevelsStated ? [] : ["area_m2"])
                    + (cost == nil ? [] : ["cost_yuan"])).joined(separator: ";"),
            ])
        }
        return table.text
    }

    private var sites: String {
        var table = CSVText(
            header: ["id", "name"] + Self.siteTags
                + ["verdict", "kind", "reason", "same_as", "lon", "lat"])
        for site in parts.sites {
            var (kind, same) = ("", "")
            switch site.verdict {
            case .taken(let taken): kind = taken.rawValue
            case .same(let label): same = label
            case .refused: break
            }
            table.append(
                [site.label, site.name] + Self.siteTags.map { site.tags[$0] ?? "" }
                    + [
                        site.verdict.refusal == nil ? "taken" : "refused", kind,
                        site.verdict.refusal?.rawValue ?? "", same,
                        site.place.map { Self.degrees($0.longitude) } ?? "",
                        site.place.map { Self.degrees($0.latitude) } ?? "",
                    ])
        }
        return table.text
    }

    /// The tags that a site is judged by.
    private static let siteTags = [
        "amenity", "social_facility", "social_facility:for", "healthcare", "office", "community_centre",
        "community_centre:for",
    ]

    private func unitID(_ label: String) -> String { parts.unitOf[label].map { parts.units[$0].id } ?? "" }

    private static func degrees(_ value: Double) -> String { fixedPoint(value, decimals: 7) }

    /// A text as a YAML scalar in double quotes.
    private static func yaml(_ text: String) -> String {
        var quoted = "\""
        for character in text {
            switch character {
            case "\"", "\\": quoted += "\\\(character)"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default: quoted.append(character)
            }
        }
        return quoted + "\""
    }

    /// A file's path from a folder, through `..` where need be.
    private static func relative(_ file: String, from folder: String) -> String {
        let target = URL(filePath: file).resolvingSymlinksInPath().standardizedFileURL.pathComponents
        let base = URL(filePath: folder).standardizedFileURL.pathComponents
        var common = 0
        while common < min(target.count, base.count), target[common] == base[common] { common += 1 }
        let up = [String](repeating: "..", count: base.count - common)
        return (up + target[common...]).joined(separator: "/")
    }
}

extension PlanningUnit.Origin {
    /// The word for it in a file.
    var word: String {
        switch self {
        case .administrative(let level): "admin_level \(level)"
        case .cell: "cell"
        case .remainder: "remainder"
        }
    }
}
