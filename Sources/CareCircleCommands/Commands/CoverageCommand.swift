internal import Places
internal import ArgumentParser
internal import Compliance
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
            GeoJSON, the compounds, the communities and the circles around the facilities. With \
            --access also access.csv and access-summary.csv: the beds and day-care places that elders \
            share with all who reach them on foot. With --catchments also facilities.csv: whom each \
            facility reaches on foot, whom it alone does, and whom a candidate would add.

            EXAMPLES
              carecircle coverage my-study
              carecircle coverage my-study --date 2025-06-30 --out june-2025
              carecircle coverage my-study --circles merged --excel
              carecircle coverage my-study --circles-minutes 5,10,15 --land
              carecircle coverage my-study --json --circles none
              carecircle coverage my-study --access --norm 40
              carecircle coverage my-study --catchments
            """)

    @OptionGroup var options: StudyOptions
    @OptionGroup var days: DayOptions
    @OptionGroup var tables: TableOptions
    @OptionGroup var cache: NetworkOptions

    @Option(help: "Which circles to draw: all, merged or none.")
    var circles: CircleChoice = .all

    @Option(
        help: "The walks of the circles in minutes, such as 5,10,15 (default: the study's minutes).",
        transform: MinutesList.init(stated:))
    var circlesMinutes: MinutesList?

    @Flag(help: "Draw each walk circle once more without the study's water (kind walk_land).")
    var land = false

    @Flag(
        help: "Measure access to beds and day-care places (2SFCA, E2SFCA, 3SFCA), unmet need and inequality.")
    var access = false

    @Flag(
        help:
            "Count by how many facilities places are reached, and whom each facility and candidate alone reaches."
    )
    var catchments = false

    @Option(help: "The longest walk that access is measured by, in minutes (default: the study's minutes).")
    var accessMinutes: Double?

    @Option(help: "Beds or places that 1,000 elders ought to have (default: what there is, spread evenly).")
    var norm: Double?

    func validate() throws {
        if circles == .none, land || circlesMinutes != nil {
            throw ValidationError(
                "--land and --circles-minutes draw circles: they do not go with --circles none.")
        }
        try AccessWishes.check(minutes: accessMinutes, norm: norm)
        if !access, accessMinutes != nil || norm != nil {
            throw ValidationError("--access-minutes and --norm go with --access.")
        }
    }

    func run() async throws {
        let run = CommandRun(options.talk)
        var intake = try await run.read(options, networks: cache.networks)
        if land, !intake.reading.layers.contains(where: { $0.layer == .water }) {
            // The drawing on land is then that of the walk itself, which nobody would guess.
            run.report([
                Problem(
                    file: StudyFile.fileName, column: "layers", .missingKey(name: "water"), severity: .warning
                )
            ])
        }
        let day = days.date ?? intake.defaultDay
        let ground = try await run.prepare(&intake, jobs: options.threads)
        let result = run.stage(.coverage) { ground.coverage(on: day) }
        let profiles = try await run.coverage(
            byProfilesOf: ground, result, of: intake, jobs: options.threads)
        let reached =
            catchments
            ? try await run.catchments(of: ground, result, of: intake, jobs: options.threads) : nil
        var output = OutputFolder(root: intake.outputRoot(options.out))
        let setAside = SetAsideRows(intake.reading.rejected)
        let report = CoverageReport(
            study: intake.study, result: result, profiles: profiles, catchments: reached,
            named: NamedMeasures.rates(study: intake.study, pack: intake.pack, on: day),
            setAside: setAside.count)
        if let reached {
            CatchmentReport(study: intake.study, catchments: reached, setAside: setAside.count)
                .add(to: &output, dialect: tables.dialect)
        } else {
            CatchmentReport.remove(from: &output)
        }
        var drawn: OutputPieces?
        if circles != .none {
            let plane = try run.plane(of: intake)
            let wishes = CircleWishes(
                each: circles == .all, minutes: circlesMinutes?.minutes ?? [], onLand: land)
            let faces = await run.streetFaces(
                of: intake, ground, on: day, wishes, jobs: options.threads)
            drawn = try await run.stage(.circles) {
                report.features(
                    of: try await ground.circles(
                        on: day, wishes, plane: plane, faces: faces, jobs: options.threads))
            }
        }
        report.add(to: &output, circles: drawn, dialect: tables.dialect)
        var measures: [CapacityAccess] = []
        if !access { AccessReport.remove(from: &output) }
        if access {
            let wishes = AccessWishes(minutes: accessMinutes, normPerThousand: norm)
            let measured = await run.stage(.access) {
                await ground.capacityAccess(result, wishes, jobs: options.threads)
            }
            let wording = MeasureWording(language: run.say)
            if let measured {
                measures = measured
                AccessReport(
                    study: intake.study, access: measured, standard: ground.standard,
                    setAside: setAside.count
                ).add(to: &output, dialect: tables.dialect)
                if measured.isEmpty { run.remark(wording.accessNeedsCapacity) }
            } else {
                AccessReport.remove(from: &output)
                run.remark(wording.accessNeedsStreets)
            }
        }
        output.add(
            "coverage/manifest.json",
            try run.manifest(
                of: intake, command: "coverage",
                parameters: [
                    ("date", .text(day.description)), ("circles", .text(circles.rawValue)),
                    ("excel", .flag(tables.excel)), ("set_aside", .flag(options.setAside)),
                ] + StandardLine(standard: ground.standard).parameters + (circlesMinutes?.parameters ?? [])
                    + (land ? [("land", .flag(true))] : [])
                    + (catchments ? [("catchments", .flag(true))] : []) + accessParameters
            ).contents)
        run.addRejected(to: &output, in: "coverage", of: intake, dialect: tables.dialect)
        try await run.write(output, sparing: intake.inputs, jobs: options.threads)
        let summary = CoverageSummary(
            study: intake.study, result: result, rates: report.rates,
            spoken: result.rates + (reached?.rates ?? []) + profiles.flatMap(\.rates), access: measures,
            setAside: setAside, files: output)
        run.summarise(json: summary.json, words: summary.words(run.say))
        await run.finish()
    }
}

extension CoverageCommand {
    /// As a manifest names what access is measured by; left out where it is not measured.
    private var accessParameters: [(String, JSONText)] {
        guard access else { return [] }
        return [("access", .flag(true))]
            + (accessMinutes.map { [("access_minutes", .number($0))] } ?? [])
            + (norm.map { [("norm", .number($0))] } ?? [])
    }
}

/// Which circles are drawn.
enum CircleChoice: String, ExpressibleByArgument, CaseIterable {
    case all, merged, none
}

/// Minutes as a list on the command line: `5,10,15`.
struct MinutesList {
    /// The minutes, ascending, each once.
    let minutes: [Double]

    init(minutes: [Double]) { self.minutes = Array(Set(minutes)).sorted() }

    /// Reads them.
    init(stated: String) throws {
        let parts = stated.split(separator: ",", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Double($0) }.filter { $0 >= 0.001 && $0 <= 1_440 }
        guard !parts.isEmpty, numbers.count == parts.count else {
            throw ValidationError("expected minutes from 0.001 to 1440, such as 5 or 5,10,15.")
        }
        self.init(minutes: numbers)
    }

    /// As a manifest names them; left out where the study's own minutes are meant.
    var parameters: [(String, JSONText)] {
        minutes.isEmpty ? [] : [("circles_minutes", .list(minutes.map { .number($0) }))]
    }
}
