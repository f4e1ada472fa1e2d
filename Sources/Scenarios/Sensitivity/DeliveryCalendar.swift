internal import Compliance
internal import Coverage
internal import Places

/// Which compounds stand, and which care space has come, by the ends of years with the delays that draws have; each day worked
/// out once.
struct DeliveryCalendar: Sendable {
    /// One day.
    struct Entry: Sendable {
        fileprivate(set) var states: [DeliveryState]
        /// The care space of each compound that has come, m².
        fileprivate(set) var careSpace: [Double]
    }

    private let entries: [Day: Entry]
    private let years: ScenarioYears

    /// Works out the days that some delays lead to.
    init(
        _ delays: Set<Int>, in years: ScenarioYears, plan: ScenarioPlan, ground: ScenarioGround,
        records: [CareSpaceRecord]
    ) {
        self.years = years
        var days: Set<Day> = [years.end(of: years.baseYear)]
        for late in delays {
            for year in years.baseYear...years.to {
                days.insert(ScenarioDraw.dated(byEndOf: year, months: late, in: years))
            }
        }
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

    /// The end of a year where everything comes so many months late.
    func entry(byEndOf year: Int, months late: Int) -> Entry {
        entries[ScenarioDraw.dated(byEndOf: year, months: late, in: years)]
            ?? Entry(states: [], careSpace: [])
    }

    /// The end of a year where each compound is late by months of its own.
    func entry(byEndOf year: Int, months late: [Int]) -> Entry {
        var byDelay: [Int: Entry] = [:]
        for months in late where byDelay[months] == nil {
            byDelay[months] = entry(byEndOf: year, months: months)
        }
        var entry = entry(byEndOf: year, months: late.first ?? 0)
        for (index, months) in late.enumerated() {
            guard let own = byDelay[months] else { continue }
            entry.states[index] = own.states[index]
            entry.careSpace[index] = own.careSpace[index]
        }
        return entry
    }
}
