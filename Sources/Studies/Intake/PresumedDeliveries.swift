internal import Places

/// Compounds that state no delivery though they were planned under the space rule for new ones.
///
/// They are taken as not delivered, which a careful reader wants to know.
enum PresumedDeliveries {
    static func warnings(in study: Study, from: Day?) -> [Problem] {
        guard let from else { return [] }
        var earliest = [PartialDate?](repeating: nil, count: study.compounds.count)
        for phase in study.phases {
            guard let planned = phase.housing.planned else { continue }
            if earliest[phase.compound].map({ planned.last < $0.last }) ?? true {
                earliest[phase.compound] = planned
            }
        }
        return study.compounds.indices.compactMap { index in
            let compound = study.compounds[index]
            guard compound.delivered == nil, let planned = compound.planned ?? earliest[index],
                planned.last >= from
            else { return nil }
            return Problem(
                file: compound.source.file, row: compound.source.row, column: "delivered",
                .plannedAfterRuleWithoutDelivery(ruleFrom: from), severity: .warning)
        }
    }
}
