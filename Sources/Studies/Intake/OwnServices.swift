internal import Places
internal import Policy

/// Services of facilities in words that neither the program nor the policy pack knows: they count for no rule, and a
/// misspelt one would make a facility fail in silence.
enum OwnServices {
    /// The warnings, one for each word, at the first facility that states it; none where the pack asks for no services.
    static func warnings(
        in study: Study, of pack: PolicyPack, column: (SourceRow) -> String?
    ) -> [Problem] {
        let named = pack.namedServices
        guard !named.isEmpty else { return [] }
        let known = named.union(FacilityColumn.serviceCodes)
        let candidates = known.sorted(by: precedesInByteOrder)
        var (order, stated): ([String], [String: (first: SourceRow, count: Int)]) = ([], [:])
        for facility in study.facilities {
            for word in facility.services where !known.contains(word) {
                if stated[word] == nil { order.append(word) }
                stated[word, default: (facility.source, 0)].count += 1
            }
        }
        return order.compactMap { word in
            stated[word].map { stated in
                Problem(
                    file: stated.first.file, row: stated.first.row, column: column(stated.first),
                    .ownService(
                        text: word, facilities: stated.count, pack: pack.id,
                        nearest: NearestName.of(word, among: candidates)),
                    severity: .warning)
            }
        }
    }
}
