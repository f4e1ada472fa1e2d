internal import ArgumentParser
internal import Places

/// The years of a command that is about scenarios alone.
struct ScenarioOptions: ParsableArguments {
    @OptionGroup var range: YearOptions

    @Option(
        help: "Taken like everywhere, but a scenario's years are as of their 31 December: it changes nothing."
    )
    var date: Day?
}
