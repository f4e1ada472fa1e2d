internal import Coverage
internal import Places

/// Compounds that state no delivery though they were planned under the space rule for new ones.
///
/// They are taken as not delivered, which a careful reader wants to know.
enum PresumedDeliveries {
    /// The warnings, each in the column that states deliveries in its file.
    static func warnings(in study: Study, from: Day?, column: (SourceRow) -> String?) -> [Problem] {
        guard let from else { return [] }
        // What is presumed does not depend on the day asked about.
        let states = deliveryStates(of: study, on: from, ruleForNewFrom: from)
        return zip(study.compounds, states).compactMap { compound, state in
            guard state == .presumedNot else { return nil }
            return Problem(
                file: compound.source.file, row: compound.source.row, column: column(compound.source),
                .plannedAfterRuleWithoutDelivery(ruleFrom: from), severity: .warning)
        }
    }
}
