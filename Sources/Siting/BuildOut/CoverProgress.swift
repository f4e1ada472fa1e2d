/// How far a cover has come: from which year on each row is served.
struct CoverProgress {
    let cover: YearlyCover
    /// For each row the first year in which it is served; the number of years where it never is.
    private(set) var servedFrom: [Int]
    /// For each row the options that serve it, ascending.
    let servers: [[Int32]]
    private let years: Int

    init(_ cover: YearlyCover, years: Int) {
        self.cover = cover
        self.years = years
        servedFrom = [Int](repeating: years, count: cover.rowCount)
        var servers = [[Int32]](repeating: [], count: cover.rowCount)
        for (option, rows) in cover.rows.enumerated() {
            for row in rows { servers[Int(row)].append(Int32(option)) }
        }
        self.servers = servers
    }

    mutating func open(_ option: Int, in year: Int) {
        for row in cover.rows[option] where servedFrom[Int(row)] > year { servedFrom[Int(row)] = year }
    }

    /// Takes back an opening; the years of the others are given.
    mutating func close(_ option: Int, openedIn: [Int]) {
        for row in cover.rows[option] {
            var first = years
            for server in servers[Int(row)] where Int(server) != option {
                first = min(first, openedIn[Int(server)])
            }
            servedFrom[Int(row)] = first
        }
    }

    /// What an option would add in a year.
    func gain(of option: Int, in year: Int) -> Double {
        var sum = 0.0
        for row in cover.rows[option] where servedFrom[Int(row)] > year {
            sum += cover.weights[year][Int(row)]
        }
        return sum
    }

    /// What is served in a year.
    func value(in year: Int) -> Double {
        var sum = 0.0
        for (row, from) in servedFrom.enumerated() where from <= year { sum += cover.weights[year][row] }
        return sum
    }

    /// What an option would add over all years if it opened in one.
    func gain(of option: Int, from year: Int, by value: ServiceValue) -> Double {
        var sum = 0.0
        for row in cover.rows[option] where servedFrom[Int(row)] > year {
            sum +=
                value.of(row: Int(row), from: year) - value.of(row: Int(row), from: servedFrom[Int(row)])
        }
        return sum
    }

    /// Whether of two options, each with its year, the first adds more to the first value that tells them apart.
    func isBetter(
        _ one: (option: Int, year: Int), than other: (option: Int, year: Int),
        by values: ArraySlice<ServiceValue>
    ) -> Bool {
        for value in values {
            let gain = gain(of: one.option, from: one.year, by: value)
            let known = self.gain(of: other.option, from: other.year, by: value)
            if gain != known { return gain > known }
        }
        return false
    }
}
