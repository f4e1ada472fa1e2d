internal import Places
internal import ArgumentParser
internal import Coverage
internal import Foundation
internal import Reports
internal import Studies

/// `carecircle coverage`: who is within the radius and who within the walk of a facility.
struct CoverageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Compute who lives within 1 km and within a 15-minute walk of a care facility.",
        usage: "carecircle coverage <study> [<options>]",
        discussion: """
            Writes coverage/compounds.csv, residuals.csv, communities.csv, summary.csv and, as \
            GeoJSON, the compounds, the communities and the circles around the facilities.

            EXAMPLES
              carecircle coverage my-study
              carecircle coverage my-study --date 2025-06-30 --out june-2025
              carecircle coverage my-study --circles merged --excel
              carecircle coverage my-study --circles-minutes 5,10,15 --land
              carecircle coverage my-study --json --circles none
            """)

    @OptionGroup var options: StudyOptions
    @OptionGroup var days: DayOptions
    @OptionGroup var tables: TableOptions
    @OptionGroup var cache: NetworkOptions

    @Option(help: "Which circles to draw: all, merged or none.")
    var circles: CircleChoice = .all

    @Option(help: "The walks of the circles in minutes, such as 5,10,15 (default: the study's minutes).")
    var circlesMinutes: MinutesList = MinutesList(minutes: [])

    @Flag(help: "Draw each walk circle once more without the study's water (kind walk_land).")
    var land = false

    func run() async throws {
        let run = CommandRun(options.talk)
        let intake = try await run.read(options, networks: cache.networks)
        let day = days.date ?? intake.defaultDay
        let ground = try await run.prepare(intake, jobs: options.threads)
        let result = run.stage(.coverage) { ground.coverage(on: day) }
        var output = OutputFolder(root: intake.outputRoot(options.out))
        var drawn: [DrawnCircle]?
        if circles != .none {
            let plane = try run.plane(of: intake)
            drawn = try await run.stage(.circles) {
                try await ground.circles(
                    on: day,
                    CircleWishes(
                        each: circles == .all, minutes: circlesMinutes.minutes, onLand: land),
                    plane: plane, jobs: options.threads)
            }
        }
        let setAside = SetAsideRows(intake.reading.rejected)
        CoverageReport(study: intake.study, result: result, setAside: setAside.count)
            .add(to: &output, circles: drawn, dialect: tables.dialect)
        output.add(
            "coverage/manifest.json",
            try run.manifest(
                of: intake, command: "coverage",
                parameters: [
                    ("date", .text(day.description)), ("circles", .text(circles.rawValue)),
                    ("excel", .flag(tables.excel)), ("set_aside", .flag(options.setAside)),
                ] + circlesMinutes.parameters + (land ? [("land", .flag(true))] : [])
            ).contents)
        try run.write(&output, in: "coverage", of: intake, dialect: tables.dialect)
        let summary = CoverageSummary(
            study: intake.study, result: result, setAside: setAside, files: output)
        run.summarise(json: summary.json, words: summary.words(run.say))
        await run.finish()
    }
}

/// Which circles are drawn.
enum CircleChoice: String, ExpressibleByArgument, CaseIterable {
    case all, merged, none
}

/// Minutes as a list on the command line: `5,10,15`.
struct MinutesList: ExpressibleByArgument {
    /// The minutes, ascending, each once.
    let minutes: [Double]

    init(minutes: [Double]) { self.minutes = Array(Set(minutes)).sorted() }

    init?(argument: String) {
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Double($0) }.filter { $0 > 0 && $0 <= 1_440 }
        guard !parts.isEmpty, numbers.count == parts.count else { return nil }
        self.init(minutes: numbers)
    }

    /// As a manifest names them; left out where the study's own minutes are meant.
    var parameters: [(String, JSONText)] {
        minutes.isEmpty ? [] : [("circles_minutes", .list(minutes.map { .number($0) }))]
    }

    /// As help shows the default: nothing.
    var defaultValueDescription: String { minutes.map { "\($0)" }.joined(separator: ",") }
}
