import Places

/// Writes the building history of compounds: phases, dates and care space.
struct PhaseRegister: Sendable {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed, stream: .phases) }

    /// What the register says of one compound.
    struct Record: Sendable {
        var planned: StatedDate?
        /// When the last dwelling was handed over in truth.
        var delivered: Day?
        /// What the record says of it.
        var statedDelivery: StatedDate?
        var careSpace: Int?
        var phases: [SyntheticPhase] = []
    }

    /// A compound older than the space rule: most have no phases on record, some no dates.
    mutating func old(households: Int) -> Record {
        var record = Record()
        let delivered = Day.random(Day(ordinal: 5_844), Day(ordinal: 17_166), &random)
        let planned = delivered.adding(-random.whole(600...1_400))
        record.delivered = delivered
        if !random.chance(0.12) {
            record.statedDelivery = StatedDate(
                delivered, random.pick((.iso, 60), (.chinese, 10), (.year, 20), (.chineseMonth, 10)))
        }
        if random.chance(0.5) { record.planned = StatedDate(planned, random: &random) }
        if random.chance(0.15) { record.careSpace = random.whole(400...3_000) }
        if random.chance(0.12) {
            record.phases = phases(households: households, count: random.whole(1...2), planned: planned)
                .map(\.phase)
        }
        return record
    }

    /// A compound under the space rule.
    mutating func new(_ history: CareHistory, households: Int) -> Record {
        let permitted: Day =
            switch history {
            case .underWay, .ahead: Day.random(Day(ordinal: 18_140), Day(ordinal: 18_566), &random)
            case .onTheThreshold: Day.random(Day(ordinal: 17_379), Day(ordinal: 17_408), &random)
            default: Day.random(Day(ordinal: 17_424), Day(ordinal: 17_700), &random)
            }
        let count = max(
            history.leastPhases, households < 350 ? 1 : random.whole(1...min(4, households / 350 + 1)))
        var built = phases(households: households, count: count, planned: permitted)

        var record = Record()
        // The rule's 20 m² per 100 households are 2 tenths of a square metre for each household.
        let required = households * 2
        var space: Int? = required + random.whole(0...600)
        switch history {
        case .tooSmall: space = Int((Double(required) * random.between(0.4, 0.92)).rounded(.down))
        case .noSpace: space = 0
        case .noFigure: space = nil
        default: break
        }
        record.careSpace = history == .inStep && random.chance(0.3) ? nil : space

        let holders = history == .secondPhase ? [1] : history == .spread ? [0, count - 1] : [0]
        if let space {
            for p in built.indices { built[p].phase.careSpace = 0 }
            for holder in holders { built[holder].phase.careSpace = space / holders.count }
            if holders.count == 2 { built[holders[0]].phase.careSpace? += space % 2 }
        }
        if history != .noSpace {
            for holder in holders {
                built[holder].phase.care = care(history, after: built[holder].days)
            }
        }
        if history == .coarseDates {
            for p in built.indices {
                built[p].phase.housing[1] = StatedDate(built[p].days[1], .year)
                built[p].phase.housing[3] = StatedDate(built[p].days[3], .month)
            }
        }

        record.phases = history == .noPhases ? [] : built.map(\.phase)
        record.delivered = built.last?.days[3]
        if let delivered = record.delivered, !random.chance(history.isDelivered ? 0.03 : 0.15) {
            record.statedDelivery = StatedDate(delivered, random: &random)
        }
        // Who states no delivery of a new compound is taken not to have delivered it.
        if record.statedDelivery == nil { record.delivered = Day.synthesisBase.adding(1) }
        switch history {
        case .onTheThreshold: record.planned = StatedDate(permitted, .chineseMonth)
        case .plannedByPhase: record.planned = nil
        default: record.planned = StatedDate(permitted, random: &random)
        }
        return record
    }

    /// The care space's four dates beside those of the dwellings of its phase.
    private mutating func care(_ history: CareHistory, after housing: [Day]) -> [StatedDate?] {
        func on(_ day: Day) -> StatedDate { StatedDate(day) }
        switch history {
        case .late:
            let delay = random.whole(45...330)
            return [on(housing[0].adding(random.whole(0...60)))]
                + housing.dropFirst().map { on($0.adding(delay)) }
        case .forgotten:
            return [on(housing[0]), nil, nil, nil]
        case .underWay:
            return random.chance(0.5) ? [on(housing[0]), nil, nil, nil] : housing.map { on($0.adding(-5)) }
        case .ahead:
            let ready = min(housing[1].adding(-60), Day.synthesisBase.adding(-15))
            return [
                on(housing[0]), on(ready.adding(-40)), on(ready.adding(-10)), on(ready),
            ]
        case .coarseDates:
            return [
                on(housing[0]), StatedDate(housing[1], .year), on(housing[2]),
                StatedDate(housing[3], .chineseMonth),
            ]
        default:
            let early = random.whole(0...30)
            return [on(housing[0])] + housing.dropFirst().map { on($0.adding(-early)) }
        }
    }

    /// Phases one after the other with the dates of their dwellings.
    private mutating func phases(
        households: Int, count: Int, planned: Day
    ) -> [(phase: SyntheticPhase, days: [Day])] {
        var left = households
        return (0..<count).map { p in
            let share = p == count - 1 ? left : left / (count - p) + random.whole(-10...10)
            left -= share
            let start = planned.adding(p * random.whole(180...300))
            let built = start.adding(random.whole(470...620))
            let accepted = built.adding(random.whole(40...80))
            let delivered = accepted.adding(random.whole(20...60))
            let days = [start, built, accepted, delivered]
            let housing = days.map { StatedDate($0, random: &random) as StatedDate? }
            return (SyntheticPhase(number: p + 1, households: share, housing: housing), days)
        }
    }
}
