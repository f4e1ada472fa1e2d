package import Places
internal import Policy

/// A scenario fitted to a study: the study with every facility that ever opens, and the actions by day.
///
/// Facilities that the programme opens stand after the study's own, in the order of their dates, so that places are
/// joined to the streets once. They are not open until their action is applied.
package struct ScenarioPlan: Sendable {
    /// The scenario.
    package private(set) var scenario: Scenario
    /// The study with the programme's facilities; before any action, so these are `planned`.
    package let study: Study
    /// The actions by day, those of one day in the order of the file.
    package let actions: [PlannedAction]
    /// Facilities that the programme opens outside every community.
    let outsiders: [Int]
    /// What became of the scenario's build-out; nothing where it asks for none, or nothing is decided yet.
    package internal(set) var buildOut: BuildOutOutcome?
    /// The targets of its build-out for which no candidate would count as it opens, by their ids, with what counts.
    var targetsWithoutOffers: [(target: String, counted: FacilitySelector)] = []

    /// Fits a scenario to a study, or lists everything in its programme that does not fit.
    ///
    /// The whole programme is judged, also what lies outside the years of a run. A date before the study's base
    /// year is refused, since the study states what stood then.
    package init(_ scenario: Scenario, study: Study) throws(ScenarioFailure) {
        var fitting = try ProgrammeFitting(study: study)
        let order = scenario.programme.indices.sorted {
            let (a, b) = (scenario.programme[$0].date.last, scenario.programme[$1].date.last)
            return a == b ? $0 < $1 : a < b
        }
        for index in order { try fitting.fit(scenario.programme[index], entry: index) }
        guard fitting.problems.isEmpty else {
            throw .programme(
                fitting.problems.enumerated().sorted {
                    ($0.element.entry, $0.offset) < ($1.element.entry, $1.offset)
                }
                .map(\.element))
        }
        self.scenario = scenario
        self.study = fitting.study
        self.actions = fitting.actions
        self.outsiders = fitting.outsiders
    }

    /// The plan with maps of further years.
    package func mapping(_ years: [Int]) -> ScenarioPlan {
        var plan = self
        plan.scenario.maps = Set(scenario.maps + years).sorted()
        return plan
    }

    /// How many actions have happened by the end of a day.
    func actionCount(through day: Day) -> Int { actions.prefix { $0.day <= day }.count }

    /// The facilities after the first so many actions.
    func facilities(afterActions count: Int) -> [Facility] {
        var facilities = study.facilities
        for action in actions.prefix(count) { action.apply(to: &facilities) }
        return facilities
    }

    /// The study with its facilities after the first so many actions.
    func study(afterActions count: Int) -> Study {
        var study = study
        study.facilities = facilities(afterActions: count)
        return study
    }
}
