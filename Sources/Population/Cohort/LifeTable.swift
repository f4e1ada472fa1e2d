/// A period life table of one sex, made of central death rates.
///
/// Source of all formulas: Preston, Heuveline and Guillot, *Demography* (2001), chapter 3. With n the width of
/// an age group, m its deaths per person and year, and a the years that those who die in it have lived in it:
/// q = n·m / (1 + (n − a)·m), person-years lived L = n·(survivors at its end) + a·(deaths), and L = l / m for
/// the open group. a is half the width; at 0 and at 1 to 4 it follows from the infants' m by the formulas of
/// Coale and Demeny's West model (their table 3.3). From 95 to 99, where so many die that half the width would leave
/// fewer than none, m holds throughout the group: q = 1 − e^(−n·m), L = (deaths) / m.
package struct LifeTable: Hashable, Sendable {
    /// The first year of each group of the death rates: 0, 1, 5, 10 … 100 and over.
    package static let ages = [0, 1] + Array(stride(from: 5, through: 100, by: 5))

    /// The first year of the last group that has an end.
    private static let lastClosedAge = 95

    /// Person-years lived in each of those groups by one who is born.
    package let personYears: [Double]

    /// Makes the table of a sex.
    ///
    /// - Parameters:
    ///   - deathRates: deaths per person and year, one for each of ``ages``, none below 0, the last above it.
    ///   - sex: whose they are.
    package init(deathRates: [Double], sex: Sex) {
        precondition(deathRates.count == Self.ages.count, "a death rate for each group")
        let young = Self.yearsLivedByDying(infantRate: deathRates[0], sex: sex)
        var survivors = 1.0
        var lived: [Double] = []
        for (index, rate) in deathRates.enumerated() {
            guard index + 1 < Self.ages.count else {
                lived.append(rate > 0 ? survivors / rate : 0)
                break
            }
            let width = Double(Self.ages[index + 1] - Self.ages[index])
            let inGroup = index == 0 ? young.infants : index == 1 ? young.children : width / 2
            if Self.ages[index] == Self.lastClosedAge, rate > 0 {
                let left = survivors * MigrationSchedule.exponential(-width * rate)
                lived.append((survivors - left) / rate)
                survivors = left
                continue
            }
            let dying = min(1, width * rate / (1 + (width - inGroup) * rate))
            let left = survivors * (1 - dying)
            lived.append(width * left + inGroup * (survivors - left))
            survivors = left
        }
        personYears = lived
    }

    /// The years that one who is born lives, by the rates of the period.
    package var lifeExpectancy: Double { personYears.reduce(0, +) }

    /// Which share of the newborn of five years live at their end: L(0–4) / 5.
    package var survivalOfBirths: Double { five[0] / 5 }

    /// Which share of each five-year group lives five years later: L(x+5) / L(x); of the open group 85 and over
    /// T(90) / T(85), person-years from 90 on over those from 85 on.
    package var survival: [Double] {
        let five = five
        let last = AgeStructure.groupCount - 1
        func ratio(_ a: Double, _ b: Double) -> Double { b > 0 ? a / b : 0 }
        return (0..<last).map { ratio(five[$0 + 1], five[$0]) }
            + [ratio(five[(last + 1)...].reduce(0, +), five[last...].reduce(0, +))]
    }

    /// Person-years in groups of five years from 0 on; the last one is open at 100.
    private var five: [Double] { [personYears[0] + personYears[1]] + personYears[2...] }

    /// The years lived in their group by those who die as infants, and at 1 to 4.
    private static func yearsLivedByDying(
        infantRate m: Double, sex: Sex
    ) -> (infants: Double, children: Double) {
        switch sex {
        case .female: m >= 0.107 ? (0.350, 1.361) : (0.053 + 2.800 * m, 1.522 - 1.518 * m)
        case .male: m >= 0.107 ? (0.330, 1.352) : (0.045 + 2.684 * m, 1.651 - 2.816 * m)
        }
    }
}
