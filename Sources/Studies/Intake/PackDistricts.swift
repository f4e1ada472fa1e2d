internal import Places
internal import Policy

/// The districts that a pack's rules and targets name and the study has not: nothing is judged there, and a misspelt
/// name would pass in silence.
enum PackDistricts {
    /// The warnings, entry by entry in the pack's order; none where no community names a district.
    ///
    /// They stand at the line of `study.yaml` that names the pack.
    static func warnings(of pack: PolicyPack, for study: Study, line: Int?) -> [Problem] {
        let known = Set(study.communities.compactMap(\.district)).sorted(by: precedesInByteOrder)
        guard !known.isEmpty else { return [] }
        return named(by: pack).flatMap { entry, districts in
            districts.filter { !known.contains($0) }.map { name in
                Problem(
                    file: StudyFile.fileName, row: line, column: "policy",
                    .area(
                        .districtOfPack(
                            entry: entry, text: name, nearest: NearestName.of(name, among: known))),
                    severity: .warning)
            }
        }
    }

    private static func named(by pack: PolicyPack) -> [(entry: String, districts: [String])] {
        pack.facilityStandards.map { ($0.id, $0.area.districts) }
            + pack.tierStandards.map { ($0.id, $0.area.districts) }
            + pack.namedMeasures.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { ("measures." + $0.key.rawValue, $0.value.area.districts) }
            + pack.targets.map { target in
                if case .districts(let names) = target.extent {
                    ("target." + target.id, names)
                } else {
                    ("target." + target.id, [])
                }
            }
    }
}
