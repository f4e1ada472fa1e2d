extension SyntheticCityPlan {
    /// The scenario of how sure the programme's figures are: `scenarios/uncertain.yaml`.
    func uncertainText() -> String {
        """
        # Synthetic: the programme of points-first, and how far the future may lie from it.
        name: uncertain
        extends: points-first
        uncertainty:
          migration: {low: -0.002, high: 0.002}
          delivery_delay_months: {low: 0, high: 24}
          compliance: {low: 0.7, high: 1}
          take_up: {low: 0.6, high: 0.9}

        """
    }

    /// The scenarios beside business as usual and the programme, by file: one rule enforced, and four that leave it to the
    /// program what to build.
    func builtScenarioTexts() -> [(String, String)] {
        // A town builds two sites a year, a city some twenty.
        let perYear = max(2, candidates.count / 85)
        let scenarios = [
            (
                "four-synchronizations", "new housing comes with the care space that it owes, in step",
                "care_space: in_step"
            ),
            (
                "network-points-1km",
                "elders within 1 km of a point of the home-care network, as soon as can be",
                """
                build_out:
                  objective: targets
                  targets: [network-1km]
                  candidates: [new, converted]
                  per_year: \(perYear)
                  set: {network: embedded}
                """
            ),
            (
                "fifteen-minutes",
                "as few yuan as put 85 % of elders within 15 minutes by 2025, and all by 2035",
                """
                build_out:
                  objective: lscp
                  within: 15min
                  share: {2025: 0.85, 2035: 1}
                """
            ),
            (
                "limited-budget", "most elders within 15 minutes for so much a year; what is left is kept",
                """
                build_out:
                  objective: mclp
                  method: horizon
                  within: 15min
                  budget_yuan: \(perYear * 500_000)
                  carry_over: true
                """
            ),
            (
                "conversions", "only idle buildings are turned into facilities, where most elders gain by it",
                """
                build_out:
                  objective: mclp
                  within: 15min
                  candidates: converted
                  per_year: \(perYear)
                """
            ),
        ]
        return scenarios.map { name, about, body in
            (
                "scenarios/\(name).yaml",
                "# Synthetic: \(about).\nname: \(name)\nextends: business-as-usual\n\(body)\n"
            )
        }
    }
}
