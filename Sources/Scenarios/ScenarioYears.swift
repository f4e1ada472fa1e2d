internal import Places

/// The years of a run, each judged as of its 31 December.
package struct ScenarioYears: Hashable, Sendable {
    /// The first year.
    package let from: Int
    /// The last year.
    package let to: Int
    /// The year of the study's own figures, from which people move.
    package let baseYear: Int

    /// How many years after the base year a run may end: nobody who lives now is counted then.
    private static let most = 100

    /// The year of the run in which a target is judged: the one that it is due in, else the nearest; without a due date the last.
    func judging(_ due: PartialDate?) -> Int { due.map { min(max($0.last.year, from), to) } ?? to }

    /// Makes the years of a run over a study.
    package init(from: Int, to: Int, baseYear: Int) throws(ScenarioFailure) {
        for year in [from, to, baseYear] where Day.last(ofYear: year) == nil { throw .noSuchYear(year) }
        guard from >= baseYear else { throw .beforeBaseYear(from: from, baseYear: baseYear) }
        guard to <= baseYear + Self.most else { throw .tooFar(to: to, last: baseYear + Self.most) }
        guard from <= to else { throw .yearsRunBackwards(from: from, to: to) }
        self.from = from
        self.to = to
        self.baseYear = baseYear
    }

    /// The years that results are written for.
    package var list: [Int] { Array(from...to) }

    /// The 31 December of a year; every year from the one before the base year to the last has one.
    func end(of year: Int) -> Day { Day.last(ofYear: year) ?? Day(ordinal: 0) }
}
