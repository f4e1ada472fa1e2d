/// The scenarios that a study made from an extract comes with: two of people, one of care space, and where it has candidates those that choose among them.
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
        let cohorts = """
            # As usual, with people growing older by sex and age. Ages are estimates, deaths and births those of China:
            # another table is named by `demography`, moves by `migration`.
            name: cohorts
            extends: business-as-usual
            population: {method: cohort, demography: china, migration: 0}

            """
        let inStep = """
            # New housing comes with the care space that it owes, in step. An extract knows of no housing to come: name
            # compounds with a date of delivery, or phases, in study.yaml, or all is as usual.
            name: four-synchronizations
            extends: business-as-usual
            care_space: in_step

            """
        let ofPeople = [
            ("business-as-usual", usual), ("cohorts", cohorts), ("four-synchronizations", inStep),
        ]
        guard !parts.convertible.isEmpty else { return ofPeople }
        return ofPeople + [("conversions", build), ("uncertain", unsure)] + ofNetwork
            + (parts.options.conversionCost == nil ? [] : [("least-cost", cheap)] + ofMoney)
    }

    /// The target of network points, of the pack that has it.
    private var ofNetwork: [(String, String)] {
        guard parts.options.policy == "wuhan" else { return [] }
        let points = """
            # Elders within 1 km of a point of the home-care network, as soon as can be, two points a year.
            name: network-points-1km
            extends: business-as-usual
            build_out:
              objective: targets
              targets: [network-1km]
              per_year: 2
              set: {network: embedded}

            """
        return [("network-points-1km", points)]
    }

    /// What rests on costs.
    private var ofMoney: [(String, String)] {
        let year = parts.baseYear
        let all = """
            # As few yuan as put 85 % of the elders within 15 minutes by \(year + 5), and all by \(year + 12). Costs are estimates.
            name: fifteen-minutes
            extends: business-as-usual
            build_out:
              objective: lscp
              within: 15min
              share: {\(year + 5): 0.85, \(year + 12): 1}

            """
        let limited = """
            # Most elders within 15 minutes for so much a year; what is left is kept. Costs are estimates.
            name: limited-budget
            extends: business-as-usual
            build_out:
              objective: mclp
              method: horizon
              within: 15min
              budget_yuan: 2000000
              carry_over: true

            """
        return [("fifteen-minutes", all), ("limited-budget", limited)]
    }
}
