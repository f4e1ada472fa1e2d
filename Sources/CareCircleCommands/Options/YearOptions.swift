internal import ArgumentParser

/// The years that scenarios are run over.
struct YearOptions: ParsableArguments {
    @Option(parsing: .unconditional, help: "The first year (default: the study's base year).")
    var from: Int?

    @Option(parsing: .unconditional, help: "The last year.")
    var to = 2035
}
