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
    /// By how many whole months deliveries are late.
    package let deliveryDelayMonths: Int
    /// The share of compounds whose care space comes as dated.
    package let compliance: Double
    /// The share of the elders within the walk who take the services up.
    package let takeUp: Double
    private let random: CounterRandom

    /// The quantities, by their place in the table of random numbers.
    private enum Quantity: UInt32 {
        case fertility, migration, deliveryDelay, compliance, takeUp, compoundComplies
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
        deliveryDelayMonths = Int(value(uncertainty.deliveryDelayMonths, .deliveryDelay).rounded())
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

    /// The FNV-1a hash of an id.
    static func item(of id: String) -> UInt64 {
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

    /// The day by whose end everything was dated that is delivered by the end of a year: so many months earlier, but
    /// never before the end of the base year.
    func dated(byEndOf year: Int, in years: ScenarioYears) -> Day {
        let base = years.end(of: years.baseYear)
        guard deliveryDelayMonths > 0 else { return max(years.end(of: year), base) }
        let months = year * 12 + 11 - deliveryDelayMonths
        let (earlier, month) = (months / 12, months % 12 + 1)
        guard earlier >= years.baseYear,
            let day = Day(year: earlier, month: month, day: Day.count(month: month, year: earlier))
        else { return base }
        return max(day, base)
    }
}
