import Population
import Testing

struct LifeTableTests {
    /// Deaths of 0.02 a year at all ages, by hand: of 1 born, an infant lives 0.053 + 2.8 · 0.02 = 0.109 years before
    /// it dies, so q = 0.02 / (1 + 0.891 · 0.02) = 0.0196498…; in the open group L is l / 0.02.
    @Test func firstYearByHand() {
        let table = LifeTable(
            deathRates: Array(repeating: 0.02, count: LifeTable.ages.count), sex: .female)
        let q = 0.02 / (1 + (1 - 0.109) * 0.02)
        #expect(abs(table.personYears[0] - ((1 - q) + 0.109 * q)) < 1e-12)
        // Whoever is a group's person-years times its death rate has died in it: all deaths make up one life.
        #expect(abs(table.personYears.reduce(0) { $0 + $1 * 0.02 } - 1) < 1e-12)
        #expect(abs(table.lifeExpectancy - 50) < 1e-9)
    }

    /// With one death rate at all ages, five years leave (1 − 2.5m)/(1 + 2.5m) of every closed group from 5 on.
    @Test func survivalAtOneDeathRate() {
        let table = LifeTable(
            deathRates: Array(repeating: 0.02, count: LifeTable.ages.count), sex: .male)
        let expected = (1 - 0.05) / (1 + 0.05)
        for group in 1..<17 { #expect(abs(table.survival[group] - expected) < 1e-12, "group \(group)") }
        // Of the open group so many live on as of any other: T(90)/T(85) of a table with one death rate.
        #expect(abs(table.survival[17] - expected) < 1e-12)
    }
}
