/// What it is worth, over all years that remain, that rows are served from a year on.
struct ServiceValue {
    let years: Int
    /// For each row and year, what it is worth from that year to the last; and 0 for never.
    private let tails: [Double]

    /// Adds up a cover's weights from the last year back, each year discounted.
    ///
    /// - Parameters:
    ///   - cover: the cover.
    ///   - discount: what a year counts of the one before.
    ///   - counts: whether a row counts at all.
    init(_ cover: YearlyCover, discount: Double, counting counts: (Int) -> Bool = { _ in true }) {
        let years = cover.weights.count
        self.years = years
        var factors = [Double](repeating: 1, count: years)
        for year in factors.indices.dropFirst() { factors[year] = factors[year - 1] * discount }
        var tails = [Double](repeating: 0, count: cover.rowCount * (years + 1))
        for row in 0..<cover.rowCount where counts(row) {
            for year in stride(from: years - 1, through: 0, by: -1) {
                tails[row * (years + 1) + year] =
                    tails[row * (years + 1) + year + 1] + cover.weights[year][row] * factors[year]
            }
        }
        self.tails = tails
    }

    /// What a row is worth from a year on.
    @inline(__always)
    func of(row: Int, from year: Int) -> Double { tails[row * (years + 1) + year] }

    /// What all rows are worth as they are served.
    func total(_ servedFrom: [Int]) -> Double {
        var sum = 0.0
        for (row, year) in servedFrom.enumerated() { sum += of(row: row, from: year) }
        return sum
    }
}
