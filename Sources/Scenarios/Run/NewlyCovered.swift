internal import Coverage
internal import Places
internal import Policy

/// Which places reach a counted facility while a year's actions happen one after another.
///
/// Within the walk where the study has streets, else within the radius. An opening only adds the places that reach
/// the new facility; where a facility falls away, what is left decides.
struct NewlyCovered {
    private let ground: ScenarioGround
    private let reach: ScenarioReach
    private let demand: Demand
    private let day: Day
    private var study: Study
    /// Compounds, then communities.
    private var covered: [Bool]

    /// Starts from the study as it stands before the actions.
    init(study: Study, ground: ScenarioGround, reach: ScenarioReach, demand: Demand, day: Day) {
        self.study = study
        self.ground = ground
        self.reach = reach
        self.demand = demand
        self.day = day
        covered = []
        covered = search()
    }

    /// Applies an action and returns by how many elders it changes those who are covered.
    mutating func apply(_ action: PlannedAction) -> Double {
        let before = counts(action.facility)
        action.apply(to: &study.facilities)
        let after = counts(action.facility)
        switch (before, after) {
        case (false, true):
            return add(reaching: action.facility)
        case (true, false):
            let now = search()
            let change = elders { covered[$0] != now[$0] ? (now[$0] ? 1 : -1) : 0 }
            covered = now
            return change
        case (true, true), (false, false):
            return 0
        }
    }

    private func counts(_ facility: Int) -> Bool {
        let selector =
            ground.network == nil ? ground.standard.straightSelector : ground.standard.walkSelector
        return study.facilities[facility].isOpen(on: day) && selector.counts(study.facilities[facility])
    }

    private func search() -> [Bool] {
        let counted = CountedFacilities(of: study, on: day, by: ground.standard)
        let access = reach.reach(of: counted).access
        return (access.compounds + access.communities).map { place in
            ground.network == nil
                ? ground.standard.isWithinRadius(place) : ground.standard.isWithinWalk(place) ?? false
        }
    }

    private mutating func add(reaching facility: Int) -> Double {
        var added = [Bool](repeating: false, count: covered.count)
        for place in reach.places(reaching: facility) where !covered[place] {
            added[place] = true
            covered[place] = true
        }
        return elders { added[$0] ? 1 : 0 }
    }

    /// The elders of all counted places, each times a factor.
    private func elders(_ factor: (Int) -> Double) -> Double {
        var sum = 0.0
        for (index, place) in demand.compounds.enumerated() where place.isCounted {
            sum += (place.elders ?? 0) * factor(index)
        }
        for (index, residual) in demand.residuals.enumerated() {
            sum += (residual?.elders ?? 0) * factor(demand.compounds.count + index)
        }
        return sum
    }
}
