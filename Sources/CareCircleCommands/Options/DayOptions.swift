internal import ArgumentParser
internal import Places

/// Of which day a command speaks.
struct DayOptions: ParsableArguments {
    @Option(help: "The day that the figures speak of, YYYY-MM-DD (default: 31 December of base_year).")
    var date: Day?
}

extension Day: ExpressibleByArgument {
    package init?(argument: String) {
        let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
