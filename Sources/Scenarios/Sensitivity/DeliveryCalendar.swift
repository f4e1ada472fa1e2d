internal import Compliance
internal import Coverage
internal import Places

/// Which compounds stand, and which care space has come, on the days that draws ask for; each day worked out once.
struct DeliveryCalendar: Sendable {
    /// One day.
    struct Entry: Sendable {
        let states: [DeliveryState]
        /// The care space of each compound that has come, m².
        let careSpace: [Double]
    }

    private let entries: [Day: Entry]

    /// Works out some days.
    init(_ days: Set<Day>, plan: ScenarioPlan, ground: ScenarioGround, records: [CareSpaceRecord]) {
        entries = Dictionary(
            uniqueKeysWithValues: days.map { day in
                let states = deliveryStates(
                    of: plan.study, on: day, ruleForNewFrom: ground.standard.ruleForNewFrom,
                    rule: plan.scenario.deliveries)
                return (
                    day,
                    Entry(
                        states: states,
                        careSpace: zip(records, states).map { $0.delivered(on: day, state: $1) })
                )
            })
    }

    /// A day that was asked for.
    subscript(day: Day) -> Entry {
        entries[day] ?? Entry(states: [], careSpace: [])
    }
}
