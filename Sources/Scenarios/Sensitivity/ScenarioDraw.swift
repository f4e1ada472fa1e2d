internal import Places
internal import Population

/// What one draw takes for the uncertain quantities.
package struct ScenarioDraw: Hashable, Sendable {
    /// Its number, from 1.
    package let number: Int
    /// The factor on the children per woman.
    package let fertility: Double
    /// Net migrants per person and year that are added.
    package let migration: Double
    /// By how many whole months deliveries are late; nothing where each compound has a delay of its own.
    package let deliveryDelayMonths: Int?
    /// What the plan's actions cost, as a factor on what they are stated to.
    package let cost: Double
    /// The share of compounds whose care space comes as dated.
    package let compliance: Double
    /// The share of the elders within the walk who take the services up.
    package let takeUp: Double
    private let delays: Uncertainty.Range
    private let random: CounterRandom

    /// The quantities, by their place in the table of random numbers.
    private enum Quantity: UInt32 {
        case fertility, migration, deliveryDelay, compliance, takeUp, compoundComplies, cost, compoundDelay
    }

    /// Draws.
    ///
    /// - Parameters:
    ///   - number: the draw's number, from 1.
    ///   - uncertainty: the ranges.
    ///   - random: the table of random numbers.
    package init(_ number: Int, of uncertainty: Uncertainty, random: CounterRandom) {
        func value(_ range: Uncertainty.Range, _ quantity: Quantity) -> Double {
            range.value(
                at: random.fraction(
                    draw: UInt32(truncatingIfNeeded: number), quantity: quantity.rawValue))
        }
        self.number = number
        self.random = random
        fertility = value(uncertainty.fertility, .fertility)
        migration = value(uncertainty.migration, .migration)
        delays = uncertainty.deliveryDelayMonths
        deliveryDelayMonths =
            uncertainty.delaysEachCompound
            ? nil : Int(value(uncertainty.deliveryDelayMonths, .deliveryDelay).rounded())
        cost = value(uncertainty.cost, .cost)
        compliance = value(uncertainty.compliance, .compliance)
        takeUp = value(uncertainty.takeUp, .takeUp)
    }

    /// Whether a compound's care space comes as dated.
    ///
    /// A compound keeps its number within a draw, so that one that complies does so at every higher share, too.
    ///
    /// - Parameter item: what stands for the compound, whatever others the study has: ``item(of:)``.
    /// - Returns: whether its care space comes.
    func complies(_ item: UInt64) -> Bool {
        random.fraction(
            draw: UInt32(truncatingIfNeeded: number), quantity: Quantity.compoundComplies.rawValue, item: item
        ) < compliance
    }

    /// By how many whole months a compound's deliveries are late.
    ///
    /// - Parameter item: what stands for the compound: ``item(of:)``.
    /// - Returns: the months: those of the draw, or the compound's own.
    package func delayMonths(_ item: UInt64) -> Int {
        deliveryDelayMonths
            ?? Int(
                delays.value(
                    at: random.fraction(
                        draw: UInt32(truncatingIfNeeded: number), quantity: Quantity.compoundDelay.rawValue,
                        item: item)
                ).rounded())
    }

    /// The FNV-1a hash of an id.
    package static func item(of id: String) -> UInt64 {
        id.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// A scenario with the draw's rates.
    func applied(to scenario: Scenario) -> Scenario {
        guard fertility != 1 || migration != 0 else { return scenario }
        var drawn = scenario
        drawn.cohort?.fertilityFactor = fertility
        guard migration != 0 else { return drawn }
        if let net = scenario.cohort?.migration {
            let bounds = CohortChoice.migrationBounds
            drawn.cohort?.migration = min(max(net + migration, bounds.lowerBound), bounds.upperBound)
        }
        drawn.rates = scenario.rates.adding(migration)
        return drawn
    }

    /// The day by whose end everything was dated that is delivered by the end of a year so many months late: so many months
    /// earlier, but never before the end of the base year.
    static func dated(byEndOf year: Int, months late: Int, in years: ScenarioYears) -> Day {
        let base = years.end(of: years.baseYear)
        guard late > 0 else { return max(years.end(of: year), base) }
        let months = year * 12 + 11 - late
        let (earlier, month) = (months / 12, months % 12 + 1)
        guard earlier >= years.baseYear,
            let day = Day(year: earlier, month: month, day: Day.count(month: month, year: earlier))
        else { return base }
        return max(day, base)
    }
}
