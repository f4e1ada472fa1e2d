internal import Foundation
internal import Studies

/// Why a synthetic city was not written.
package enum SyntheticCityFailure: Error, Hashable, Sendable {
    /// A file could not be written, with the words of who tried where there are any.
    case cannotWrite(file: String, words: String)
    /// The system has no converter for the encoding of Chinese sheets.
    case cannotEncode(file: String, encoding: String)
}

/// What a synthetic city holds.
package struct SyntheticCityReport: Hashable, Sendable {
    /// How large it was asked to be.
    package let size: CitySize
    /// The seed that it grew from.
    package let seed: UInt64
    /// Rows per layer.
    package let communities, compounds, phases, gates, facilities, candidates: Int
    /// Nodes and ways of the street file, walkable or not.
    package let streetNodes, streetWays: Int
    /// Bridges over the river that people may walk.
    package let bridges: Int
    /// Islands with streets that no bridge reaches.
    package let islands: Int
    /// Walkable street nodes of each connected part, the largest first.
    package let walkableParts: [Int]
    /// The files, as paths relative to the folder, in the order in which they were written.
    package let files: [String]
}

/// A made-up river city with every layer of a study, for demonstrations, tests and benchmarks.
///
/// A dense core with sub-centres, villages around it, a river with few bridges and islands without any,
/// lakes, gated estates and care facilities of every kind. Everything in it is named as synthetic. The same
/// size and seed give the same bytes.
package enum SyntheticCity {
    /// The name of the city, and of the study.
    package static let cityName = "Synthetic Riverside"

    /// Writes a city as a study into a folder that is empty or does not exist yet; whole or not at all.
    ///
    /// - Parameters:
    ///   - size: how large.
    ///   - seed: the seed that it grows from.
    ///   - withAges: whether communities that state elders by age state all people by sex and age, with a scenario of
    ///     cohorts; nothing else depends on it.
    ///   - folder: where it is written.
    /// - Returns: what it holds.
    /// - Throws: ``WholeFolderFailure``, ``SyntheticCityFailure``, or `ExtractFailure` where the streets
    ///   could not be written.
    package static func write(
        size: CitySize, seed: UInt64, withAges: Bool = true, to folder: String
    ) throws -> SyntheticCityReport {
        var written: SyntheticCityReport?
        try WholeFolder(folder).write { draft in
            let city = SyntheticCityPlan(size: size, seed: seed)
            written = city.report(files: try write(city, withAges: withAges, to: draft))
        }
        guard let written else { throw WholeFolderFailure.refused(path: folder, words: "") }
        return written
    }

    /// Writes the files of a city; says which.
    private static func write(
        _ city: SyntheticCityPlan, withAges: Bool, to folder: String
    ) throws -> [String] {
        let texts =
            [
                ("study.yaml", city.studyText(withAges: withAges)),
                ("README.md", city.readmeText(withAges: withAges)),
                ("communities.geojson", try city.communitiesText(withAges: withAges)),
                ("phases.csv", city.phasesText()),
                ("gates.csv", city.gatesText()), ("candidates.geojson", try city.candidatesText()),
                ("water.geojson", try city.waterText()),
                ("scenarios/business-as-usual.yaml", city.businessAsUsualText()),
                ("scenarios/points-first.yaml", city.pointsFirstText()),
                ("scenarios/uncertain.yaml", city.uncertainText()),
            ] + city.builtScenarioTexts()
            + (withAges ? [("scenarios/cohorts.yaml", city.cohortsText())] : [])
        for (name, text) in texts { try WholeFolder.write(text, to: name, in: folder) }
        let compounds = "compounds.csv"
        guard let encoded = ChineseText.gb18030(city.compoundsText()) else {
            throw SyntheticCityFailure.cannotEncode(file: compounds, encoding: "GB18030")
        }
        do { try Data(encoded).write(to: URL(filePath: "\(folder)/\(compounds)")) } catch {
            throw SyntheticCityFailure.cannotWrite(file: compounds, words: error.localizedDescription)
        }
        let facilities = "facilities.xlsx"
        try FacilitiesWorkbook.write(city, to: "\(folder)/\(facilities)")
        let streets = "streets.osm.pbf"
        try ExtractWriter(generator: "CareCircle synthetic city")
            .write(city.streets.extract, to: "\(folder)/\(streets)")
        return texts.map(\.0) + [compounds, facilities, streets]
    }
}

extension SyntheticCityPlan {
    /// What the city holds, counted.
    fileprivate func report(files: [String]) -> SyntheticCityReport {
        SyntheticCityReport(
            size: ground.dimensions.size, seed: ground.seed, communities: communities.count,
            compounds: compounds.count, phases: compounds.reduce(0) { $0 + $1.phases.count },
            gates: compounds.reduce(0) { $0 + $1.gates.count }, facilities: facilities.count,
            candidates: candidates.count + upgrades.count, streetNodes: streets.nodes.count,
            streetWays: streets.wayKinds.count, bridges: bridges, islands: islandsWithStreets,
            walkableParts: streets.walkableParts, files: files)
    }
}
