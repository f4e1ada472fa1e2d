internal import ArgumentParser
internal import Reports

/// What every command that reads a study takes.
struct StudyOptions: ParsableArguments {
    @Argument(help: "The study: a folder with study.yaml, or the file itself.", completion: .file())
    var study: String

    @OptionGroup var results: ResultOptions

    var out: String? { results.out }
    var setAside: Bool { results.setAside }
    var talk: TalkOptions { results.talk }
    /// The number of threads to use.
    var threads: Int { results.threads }
}

/// How a command works, and where its results go.
struct ResultOptions: ParsableArguments {
    @Option(help: "The folder that results are written below (default: STUDY/out).", completion: .directory)
    var out: String?

    @OptionGroup var work: ThreadOptions

    @Flag(
        help:
            "Put bad rows aside into rejected.csv in the command's own folder and count them, instead of stopping."
    )
    var setAside = false

    @OptionGroup var talk: TalkOptions

    /// The number of threads to use.
    var threads: Int { work.threads }
}

/// How a command talks.
struct TalkOptions: ParsableArguments {
    @Flag(help: "Print the summary as JSON on standard output.")
    var json = false

    @Option(help: "The language of messages: en or zh.")
    var lang: Language = .english

    @Flag(help: "Print nothing but problems.")
    var quiet = false

    @Flag(help: "Print seconds and peak memory of each stage to standard error, as one line of JSON.")
    var timings = false
}

/// How tables are written.
struct TableOptions: ParsableArguments {
    @Flag(help: "Write CSV for spreadsheets: with a byte order mark, and formulas made harmless.")
    var excel = false

    var dialect: CSVDialect { excel ? .spreadsheet : .plain }
}

extension Language: ExpressibleByArgument {}
