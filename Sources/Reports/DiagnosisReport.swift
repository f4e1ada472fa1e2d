internal import Geometry
package import WalkNetwork

/// Writes what in the streets may be a slip of drawing: `network/diagnosis.csv`, and the same places on a map.
package struct DiagnosisReport: Sendable {
    /// The columns of the table.
    package static let header = ["kind", "lon", "lat", "way", "other_way", "gap_m", "nodes", "length_m"]

    private let diagnosis: NetworkDiagnosis

    /// Makes the report of a diagnosis.
    package init(_ diagnosis: NetworkDiagnosis) { self.diagnosis = diagnosis }

    /// Adds both files to an output folder.
    package func add(to output: inout OutputFolder, dialect: CSVDialect) {
        var csv = CSVTable(header: Self.header, dialect: dialect)
        var features = GeoJSON()
        for finding in diagnosis.findings {
            let cells = Self.cells(of: finding)
            csv.append(cells)
            features.append(finding.place, properties: properties(Self.header, cells))
        }
        output.add("network/diagnosis.csv", csv.contents)
        output.add("network/diagnosis.geojson", features.finished())
    }

    private static func cells(of finding: NetworkDiagnosis.Finding) -> [Cell] {
        [
            .plain(finding.kind.rawValue),
            .plain(NumberText.fixed(finding.place.longitude, decimals: 7)),
            .plain(NumberText.fixed(finding.place.latitude, decimals: 7)),
            .plain(String(finding.way)), finding.other.map { .plain(String($0)) } ?? .empty,
            .number(finding.gap?.value, decimals: 2), .whole(finding.nodes),
            finding.length.map { .plain(NumberText.metres(micrometres: $0.count, decimals: 1)) } ?? .empty,
        ]
    }
}
