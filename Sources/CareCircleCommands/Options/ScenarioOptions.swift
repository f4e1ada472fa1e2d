internal import ArgumentParser
internal import Places

/// The years that scenarios are run over.
struct ScenarioOptions: ParsableArguments {
    @Option(parsing: .unconditional, help: "The first year (default: the study's base year).")
    var from: Int?

    @Option(parsing: .unconditional, help: "The last year.")
    var to = 2035

    @Option(
        help: "Taken like everywhere, but a scenario's years are as of their 31 December: it changes nothing."
    )
    var date: Day?
}
