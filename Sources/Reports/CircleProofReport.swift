package import Coverage
internal import Geometry
package import Places

/// Writes what a proof of circles found: `verify/failures.csv`, a row for each circle that is missing or too many and for
/// each place on the wrong side.
package struct CircleProofReport: Sendable {
    /// The columns of the table.
    package static let header = [
        "place", "id", "lon", "lat", "facility", "limit_minutes", "drawn", "walk_m", "boundary_m",
    ]

    private let study: Study
    private let proof: CircleProof

    /// Makes the report of a proof.
    package init(study: Study, proof: CircleProof) { (self.study, self.proof) = (study, proof) }

    /// The table: `walk_m` is empty where no walk leads within three times the limit, `boundary_m` where nothing is
    /// drawn, `facility` for the dissolved circle; of a circle `drawn` says what is wrong with it.
    package func contents(dialect: CSVDialect) -> [UInt8] {
        var csv = CSVTable(header: Self.header, dialect: dialect)
        for wrong in proof.wrongCircles {
            csv.append([
                .plain("circle"), .empty, .empty, .empty,
                .text(optional: wrong.facility.map { study.facilities[$0].id }),
                .plain(NumberText.trimmed(wrong.minutes)), .plain(wrong.reason.rawValue), .empty, .empty,
            ])
        }
        for fault in proof.faults {
            csv.append([
                .plain(fault.sort.rawValue), .text(optional: fault.id),
                .plain(NumberText.fixed(fault.place.longitude, decimals: 7)),
                .plain(NumberText.fixed(fault.place.latitude, decimals: 7)),
                .text(optional: fault.facility.map { study.facilities[$0].id }),
                .plain(NumberText.trimmed(fault.minutes)),
                .plain(fault.isDrawnInside ? "inside" : "outside"),
                fault.walk.map { .plain(NumberText.metres(micrometres: $0.count, decimals: 3)) } ?? .empty,
                fault.distance.map { .plain(NumberText.fixed($0.value, decimals: 2)) } ?? .empty,
            ])
        }
        return csv.contents
    }
}
