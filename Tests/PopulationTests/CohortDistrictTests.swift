import Population
import Testing

struct CohortDistrictTests {
    private let choice = CohortChoice(table: CohortWorld.table(), migration: 0.004)

    private func district() throws -> CohortDistrict {
        CohortDistrict(
            communities: [3, 8],
            people: [
                AgeStructure(try CohortWorld.stated(400, step: 20)),
                AgeStructure(try CohortWorld.stated(90, step: 5)),
            ])
    }

    /// Year by year the district changes by exactly the year's births, deaths and migrants, and after five years it
    /// is where the five-year step alone leads.
    @Test func yearsAddUpToFive() throws {
        var district = try district()
        let start = district.total
        for year in 2020..<2025 {
            let before = district.total.total
            district.advance(fromEndOf: year, choice: choice, variant: .middle)
            #expect(abs(before + district.yearlyFlows.change - district.total.total) < 1e-8, "\(year)")
        }
        let direct = CohortComponent.project(
            start, rates: choice.table.rates(fromEndOf: 2020, variant: .middle),
            migration: MigrationSchedule.rates(0.004, of: start)
        ).people
        expectSame(district.total, direct, "after five years")
    }

    /// Two years of five are two fifths of the way, in every group.
    @Test func betweenTwoPointsGroupsMoveEvenly() throws {
        var district = try district()
        let start = district.people
        var years: [[AgeStructure]] = []
        for year in 2020..<2025 {
            district.advance(fromEndOf: year, choice: choice, variant: .middle)
            years.append(district.people)
        }
        for index in 0...1 {
            expectSame(
                years[1][index] - start[index], (years[4][index] - start[index]) * 0.4, "community \(index)")
        }
    }

    /// 60 new dwellings in the second of two communities with 300 and 140 of them: 60 / 500 of everybody moves, all of
    /// them there, and every group of the district keeps its people.
    @Test func newDwellingsDrawPeople() throws {
        var district = try district()
        let before = district.people
        let (leaving, change) = district.settle(delivered: [0, 60], households: [300, 140])
        #expect(abs(leaving - 0.12) < 1e-15)
        expectSame(district.people[0], before[0] * 0.88, "those who stay")
        expectSame(
            district.people[1], before[1] * 0.88 + (before[0] + before[1]) * 0.12, "where they go")
        expectSame(change[0] + change[1], .none, "nobody is lost")
        // Later years go on from there.
        let total = district.total
        district.advance(fromEndOf: 2020, choice: choice, variant: .middle)
        #expect(abs(total.total + district.yearlyFlows.change - district.total.total) < 1e-8)
    }

    /// Also between two five-year points, what moves is lost to nobody.
    @Test func drawingBetweenPoints() throws {
        var district = try district()
        for year in 2020..<2023 { district.advance(fromEndOf: year, choice: choice, variant: .high) }
        let before = district.total
        _ = district.settle(delivered: [25, 40], households: [300, 140])
        expectSame(district.total, before, "the district")
        district.advance(fromEndOf: 2023, choice: choice, variant: .high)
        #expect(abs(before.total + district.yearlyFlows.change - district.total.total) < 1e-8)
    }

    /// A community that states no dwellings neither sends nor takes.
    @Test func withoutDwellingsNobodyMoves() throws {
        var district = try district()
        let before = district.people
        #expect(district.settle(delivered: [10, 0], households: [nil, 140]).leaving == 0)
        expectSame(district.people[0], before[0], "nobody moved")
    }
}
