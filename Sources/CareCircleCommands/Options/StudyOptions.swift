internal import ArgumentParser
internal import Foundation
internal import Places
internal import Reports

/// What every command that reads a study takes.
struct StudyOptions: ParsableArguments {
    @Argument(help: "The study: a folder with study.yaml, or the file itself.", completion: .file())
    var study: String

    @Option(help: "The folder that results are written below (default: STUDY/out).", completion: .directory)
    var out: String?

    @Option(help: "The day that the figures speak of, YYYY-MM-DD (default: 31 December of base_year).")
    var date: Day?

    @Option(help: "How many threads to use (default: all cores). The results do not depend on it.")
    var jobs: Int?

    @Flag(help: "Put bad rows aside into rejected.csv and count them, instead of stopping.")
    var setAside = false

    @OptionGroup var talk: TalkOptions

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a whole number from 1 up.") }
    }

    /// The number of threads to use.
    var threads: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }
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

extension Day: ExpressibleByArgument {
    package init?(argument: String) {
        let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
