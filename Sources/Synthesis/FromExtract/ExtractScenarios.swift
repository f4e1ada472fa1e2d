/// The scenarios that a study made from an extract comes with, where it has candidates.
struct ExtractScenarios {
    private let parts: ExtractStudyParts

    init(_ parts: ExtractStudyParts) { self.parts = parts }

    /// The files' texts, by their names.
    var texts: [(name: String, text: String)] {
        let build = """
            # Most elders within 15 minutes by buildings converted, two a year.
            name: conversions
            extends: business-as-usual
            build_out:
              objective: mclp
              within: 15min
              per_year: 2

            """
        let cheap = """
            # As few yuan as put 80 % of the elders within 15 minutes by \(parts.baseYear + 10). Costs are estimates.
            name: least-cost
            extends: business-as-usual
            build_out:
              objective: lscp
              within: 15min
              share: {\(parts.baseYear + 10): 0.8}

            """
        let usual = """
            # Nothing is opened beyond what stands; people stay as many as they are until rates are stated here:
            # population: {rates: {all: 0.002, elders: 0.02}}
            name: business-as-usual

            """
        let unsure = """
            # How far the figures of conversions may lie from what they are, for `scenario sensitivity`.
            name: uncertain
            extends: conversions
            uncertainty:
              migration: {low: -0.005, high: 0.005}
              take_up: {low: 0.6, high: 0.9}

            """
        return [("business-as-usual", usual), ("conversions", build), ("uncertain", unsure)]
            + (parts.options.conversionCost == nil ? [] : [("least-cost", cheap)])
    }
}
