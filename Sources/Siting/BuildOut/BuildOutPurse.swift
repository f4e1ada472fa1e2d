/// What yearly limits on number and money leave.
struct BuildOutPurse {
    private let limits: BuildOutLimits
    private let years: Int
    /// How many more options each year may take.
    private var sites: [Int]
    /// The money left of each year; where it carries over, of all years up to it.
    private var money: [Int64]

    init(_ limits: BuildOutLimits, years: Int) {
        self.limits = limits
        self.years = years
        sites = [Int](repeating: limits.perYear ?? .max / 2, count: years)
        money = limits.budget ?? []
        if limits.carriesOver {
            for year in money.indices.dropFirst() { money[year] += money[year - 1] }
        }
    }

    /// Whether an option can be taken in a year.
    func allows(_ option: BuildOutOption, in year: Int) -> Bool {
        guard option.first <= year, sites[year] > 0 else { return false }
        guard limits.budget != nil else { return true }
        var owed: Int64 = 0
        for later in year..<years {
            let charge = option.charge(in: later, openedIn: year)
            owed = limits.carriesOver ? owed + charge : charge
            // What asks for nothing is no burden, even where earlier wishes have overdrawn a year.
            if owed > 0, owed > money[later] { return false }
        }
        return true
    }

    mutating func take(_ option: BuildOutOption, in year: Int) { book(option, in: year, sign: 1) }

    mutating func giveBack(_ option: BuildOutOption, in year: Int) { book(option, in: year, sign: -1) }

    private mutating func book(_ option: BuildOutOption, in year: Int, sign: Int) {
        sites[year] -= sign
        guard limits.budget != nil else { return }
        var owed: Int64 = 0
        for later in year..<years {
            let charge = option.charge(in: later, openedIn: year)
            owed = limits.carriesOver ? owed + charge : charge
            money[later] -= owed * Int64(sign)
        }
    }
}

extension BuildOutOption {
    /// What it takes from a year's money when it opens in another, no later one.
    func charge(in year: Int, openedIn opening: Int) -> Int64 {
        yearly[year] + (year == opening ? once[year] : 0)
    }

    /// All that it takes over the years when it opens in one.
    func charge(openedIn opening: Int) -> Int64 {
        yearly[opening...].reduce(once[opening], +)
    }
}
