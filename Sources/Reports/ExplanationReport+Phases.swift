internal import Claims
internal import Places

// The rows that rules of care space rest on.
extension ExplanationReport {
    /// The phases of a compound, each with its row.
    func phases(ofCompound index: Int) -> [JSONText] {
        explainer.study.phases.filter { $0.compound == index }.map { phase in
            .object([
                ("phase", .whole(phase.number)), ("source", source(phase.source)),
                ("households", .number(phase.households.double)),
                ("care_space_m2", .number(phase.careSpace?.double)),
            ])
        }
    }
}
