import Population
import Testing

struct MigrationScheduleTests {
    /// By numpy: `0.02*np.exp(-0.1*x) + 0.06*np.exp(-0.1*(x-20)-np.exp(-0.4*(x-20))) + 0.003`.
    @Test(arguments: [
        (0, 0.018576015661428098), (2, 0.00873009617754834), (3, 0.011559297782369887),
        (4, 0.03745316793819458),
        (5, 0.031244036263368195), (8, 0.009608457762187463), (12, 0.0038944630818326864),
        (17, 0.0030734220037496535),
    ])
    func intensity(_ group: Int, _ expected: Double) {
        #expect(abs(MigrationSchedule.intensities[group] - expected) < 1e-15)
    }

    /// Whatever people there are, all ages together move at the given rate.
    @Test func ratesAddUp() {
        let people = CohortWorld.people(female: [0: 300, 4: 500, 12: 200], male: [8: 400, 17: 50])
        let rates = MigrationSchedule.rates(-0.01, of: people)
        let migrants = (0..<18).reduce(0) { $0 + rates[$1] * (people.female[$1] + people.male[$1]) }
        #expect(abs(migrants / people.total + 0.01) < 1e-15)
        #expect(MigrationSchedule.rates(0, of: people).allSatisfy { $0 == 0 })
    }

    /// Within the bounds no rate of any group can make people negative: all are above −0.4.
    @Test func boundsAreSafe() {
        let oldest = CohortWorld.people(female: [17: 1])
        let rates = MigrationSchedule.rates(CohortChoice.migrationBounds.lowerBound, of: oldest)
        #expect(rates.allSatisfy { $0 > -0.4 })
    }
}
