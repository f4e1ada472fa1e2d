internal import Studies

/// The study's notes: where each thing comes from, what is estimated and how, with the figures.
struct ExtractStudyNotes {
    private let parts: ExtractStudyParts
    private let streets: String

    /// The facilities' layer as the study names it; nothing: the care sites of the extract.
    private let facilities: String?

    init(_ parts: ExtractStudyParts, streets: String, facilities: String?) {
        self.parts = parts
        self.streets = streets
        self.facilities = facilities
    }

    var text: String {
        (opening + estimates + accounts).joined(separator: "\n") + "\n"
    }

    private var opening: [String] {
        [
            "# \(parts.name)",
            "",
            "A first study made from an OpenStreetMap extract (`\(streets)`) and nothing else"
                + (others.isEmpty ? "." : " but \(others.joined(separator: " and "))."),
            "Map data © OpenStreetMap contributors, Open Database License 1.0.",
            "",
            "Replace what is estimated by real figures as they come to hand: the files are plain and the",
            "columns are those of every study.",
            "",
        ]
    }

    /// What the study has beside the extract.
    private var others: [String] {
        (parts.options.boundary == nil ? [] : ["a boundary"])
            + (facilities.map { ["facilities of its own (`\($0)`)"] } ?? [])
    }

    private var estimates: [String] {
        let options = parts.options
        let usual = ExtractStudyOptions(extract: options.extract)
        let share = fixedPoint(options.elderShare * 100, decimals: 4, trimmed: true)
        let people = fixedPoint(options.peoplePerDwelling, decimals: 4, trimmed: true)
        let area = fixedPoint(options.grossAreaPerDwelling, decimals: 2, trimmed: true)
        var lines = [
            "## Estimated",
            "",
            "The column `estimated` of each file names the columns that are.",
            "",
            "| what | how |",
            "|---|---|",
            "| households of a compound | `building:flats` where stated; 1 for a house of under four levels by its kind; else footprint × levels / \(area) m² (assumed), at least 1 |",
            "| levels | `building:levels` where stated, else by the kind of building |",
            "| households of a community | the sum of its compounds; every dwelling counts as lived in |",
            "| population | households × \(people)\(source(options.peoplePerDwelling, usual: usual.peoplePerDwelling, "people in a family household")) |",
            "| elders | population × \(share) %\(source(options.elderShare, usual: usual.elderShare, "people of 60 and over")) |",
            "| sex and age | shares of China's census of 2020 below 60 and from 60 on, in millions; the share of men in each group is assumed |",
        ]
        if !parts.convertible.isEmpty {
            lines.append(
                "| candidates | schools, clinics, public and industrial buildings of \(fixedPoint(CandidateRule.smallestArea, decimals: 0)) m² and more: what could be converted if it could be had, which the map does not say |"
            )
            lines.append("| area of a candidate | footprint × `building:levels`, else one storey |")
            if let cost = options.conversionCost {
                lines.append(
                    "| cost of a candidate | area × \(fixedPoint(cost, decimals: 2, trimmed: true)) yuan (as asked for) |"
                )
            }
        }
        if facilities == nil { lines.append("| level of a facility | community, throughout |") }
        if parts.units.contains(where: \.isEstimated) {
            let side = fixedPoint(options.cellMetres, decimals: 2, trimmed: true)
            lines.append(
                "| communities | squares of \(side) m"
                    + (options.boundary == nil ? "" : " cut to the boundary")
                    + ": the extract has no administrative boundaries that cover the study |")
        }
        return lines + [""]
    }

    /// Where a figure comes from: the census, or whoever asked for another.
    private func source(_ value: Double, usual: Double, _ what: String) -> String {
        value == usual
            ? " (\(what), China's Seventh National Population Census, 2020)" : " (as asked for)"
    }

    private var accounts: [String] {
        let report = parts.report
        var lines = [
            "## Counted",
            "",
            "| what | number |",
            "|---|---|",
            "| communities | \(report.units.count) |",
            "| compounds (residential buildings) | \(report.compounds) |",
            "| of these with estimated households | \(report.compoundsEstimated) |",
            "| households | \(report.households) |",
            "| population | \(report.population) |",
            "| elders | \(report.elders) |",
            "| care facilities | \(facilities.map { "those of `\($0)`" } ?? "\(report.facilities)") |",
            "| candidates | \(report.candidates) |",
            "| walkable ways | \(report.streets.count(.walkable)) of \(report.streets.highways) |",
            "",
            "Buildings that are no compound, of \(report.buildings) in the extract:",
            "",
            "| reason | buildings |",
            "|---|---|",
        ]
        for reason in BuildingRefusal.allCases {
            if let count = report.buildingsRefused[reason] {
                lines.append("| `\(reason.rawValue)` | \(count) |")
            }
        }
        lines += [
            "", "Tagged care sites (each is listed in `sites.csv`), \(report.sites.count) in the extract:",
            "",
            "| verdict | sites |", "|---|---|",
            "| \(facilities == nil ? "taken" : "known for elders, not taken: facilities come from a layer") | \(report.facilities) |",
        ]
        for reason in CareSiteRefusal.allCases {
            let count = report.sites.count { $0.verdict.refusal == reason }
            if count > 0 { lines.append("| `\(reason.rawValue)` | \(count) |") }
        }
        return lines
    }
}
