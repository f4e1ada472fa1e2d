internal import ArgumentParser
internal import Coverage
internal import Foundation
internal import Geometry
internal import Places
internal import Reports
internal import Scenarios
internal import Siting
internal import Studies

/// `carecircle site`: which sites to open.
struct SiteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site",
        abstract: "Choose sites: fewest for all, most people for a number or a budget, least distance.",
        usage: "carecircle site (<study> | --table <table>) --objective <objective> [<options>]",
        discussion: """
            Chooses among a study's candidates, the open facilities standing as they are; or among those \
            of a plain table with the columns demand, weight, candidate, distance (and cost, capacity, state, \
            upgrade_of). Says how good any choice can be: the bound, the gap, and whether the choice is proven best. \
            With --out also writes sites.csv, uncovered.csv and, of a study, sites.geojson. With --frontier it \
            says instead what every number of sites, or every step of a budget, serves at best (frontier.csv).

            EXAMPLES
              carecircle site my-study --objective mclp --p 5 --within 15min --date 2030-12-31
              carecircle site my-study --objective lscp --within 1km --share 0.9 --date 2030-12-31
              carecircle site --table pairs.csv --objective p-median --p 4 --json
              carecircle site --table pairs.csv --objective mclp --budget 3000000 --within 1km --out plan
              carecircle site my-study --objective mclp --budget 20000000 --frontier --step 1000000
            """)

    @Argument(help: "The study: a folder with study.yaml, or the file itself.", completion: .file())
    var study: String?

    @Option(
        help: "A table of demands and the candidates that reach them, in place of a study.",
        completion: .file())
    var table: String?

    @OptionGroup var siting: SitingOptions
    @OptionGroup var frontier: FrontierOptions

    @Option(help: "Whom the sites of a study are to serve: elders or households.")
    var basis: StudySiting.Basis = .elders

    @Option(help: "What of a study's sites turns people away: beds, daycare_places or area_m2.")
    var capacity: CapacityRule.Measure?

    @Option(
        name: .customLong("per-1000"), parsing: .unconditional,
        help: "How many beds, places or m² are needed for each 1,000 people (default: 1000).")
    var perThousand: Double?

    @Option(parsing: .unconditional, help: "The smallest area of a study's candidates that counts, m².")
    var minArea: Double?

    @OptionGroup var options: ResultOptions
    @OptionGroup var days: DayOptions
    @OptionGroup var cache: NetworkOptions
    @OptionGroup var tables: TableOptions

    func validate() throws {
        if (study == nil) == (table == nil) {
            throw ValidationError("site takes either a study or --table.")
        }
        if table != nil, days.date != nil || minArea != nil {
            throw ValidationError("--date and --min-area are for studies, not for --table.")
        }
        if table != nil, basis != .elders {
            throw ValidationError("--basis is for studies: a table has a column weight.")
        }
        if table != nil, capacity != nil {
            throw ValidationError("--capacity is for studies: a table has a column capacity.")
        }
        if capacity == nil, perThousand != nil {
            throw ValidationError("--per-1000 goes with --capacity: it says how much of it people need.")
        }
        if let perThousand, !(perThousand > 0 && perThousand <= 1e9) {
            throw ValidationError("--per-1000 takes a number above 0, not \(perThousand).")
        }
        let both = siting.require.ids.filter(Set(siting.exclude.ids).contains)
        guard both.isEmpty else {
            throw ValidationError("--require and --exclude both name \(both.joined(separator: ", ")).")
        }
        try frontier.check(siting)
        if let minArea, !(minArea >= 0) {
            throw ValidationError("--min-area takes square metres from 0 up, not \(minArea).")
        }
    }

    func run() async throws {
        let run = CommandRun(options.talk)
        if let table { try await site(table: SitingTableFile(path: table), path: table, run) }
        if let study { try await site(study: study, run) }
    }

    private func site(table file: SitingTableFile, path: String, _ run: CommandRun) async throws {
        var table = try run.readTable(file)
        if let within = siting.within { table = table.within(within.metres(speed: 1)) }
        table = try run.settled(table, siting, named: path)
        if let limits = frontier.limits(siting) {
            let found = try run.frontier(
                siting.problem(table), limits, isProven: siting.nodes != nil, named: path)
            let output = try results { results in
                FrontierReport(found, of: table).add(to: &results, dialect: tables.dialect)
                results.add(FrontierReport.manifest, try manifest(of: file, path: path, run))
                try run.write(results, sparing: [file.input])
            }
            return await summarise(
                run, found, of: siting.problem(table), unknown: 0, setAside: SetAsideRows([]), files: output)
        }
        let solution = try run.solved(siting.problem(table), named: path)
        let output = try results { results in
            results.add("site-manifest.json", try manifest(of: file, path: path, run))
            SitingReport(table: table, solution: solution).add(to: &results, dialect: tables.dialect)
            try run.write(results, sparing: [file.input])
        }
        summarise(
            run,
            SitingSummary(
                siting.problem(table), solution, unknown: 0, setAside: SetAsideRows([]), files: output))
        await run.finish()
    }

    private func site(study: String, _ run: CommandRun) async throws {
        var intake = try await run.read(study, options, streets: .always, networks: cache.networks)
        let day = days.date ?? intake.defaultDay
        let ground = try await run.prepare(&intake, jobs: options.threads)
        if intake.study.candidates.isEmpty {
            throw run.fail([
                Problem(file: StudyFile.fileName, column: "layers", .missingKey(name: "candidates"))
            ])
        }
        let taken = intake.study.sharedIDs
        guard taken.isEmpty else {
            throw run.fail(
                taken.map { candidate in
                    Problem(
                        file: candidate.source.file, row: candidate.source.row, column: "id",
                        .buildOut(.facilityExists(id: candidate.id)))
                })
        }
        let reach = reach(ground)
        if case .walked = reach, ground.network == nil { _ = try run.streets(of: intake) }
        let plane = try run.plane(of: intake)
        let choice = await run.stage(.reach) {
            await ground.siting(
                on: day, reach: reach, basis: basis,
                capacity: capacity.map { CapacityRule($0, perThousand: perThousand ?? 1000) },
                minimumArea: minArea,
                plane: plane, jobs: options.threads
            )
        }
        let table = try run.settled(choice.table, siting, named: study)
        if let limits = frontier.limits(siting) {
            let found = try run.frontier(
                siting.problem(table), limits, isProven: siting.nodes != nil, named: study)
            let output = try results { results in
                FrontierReport(found, of: table).add(to: &results, dialect: tables.dialect)
                results.add(FrontierReport.manifest, try manifest(of: intake, on: day, run))
                try run.write(&results, in: "site", of: intake, dialect: tables.dialect)
            }
            return await summarise(
                run, found, of: siting.problem(table), unknown: choice.unknown,
                setAside: SetAsideRows(intake.reading.rejected), files: output)
        }
        let solution = try run.solved(siting.problem(table), named: study)
        let output = try results { results in
            SitingReport(table: table, solution: solution, points: choice.points, names: choice.names)
                .add(to: &results, dialect: tables.dialect)
            results.add("site-manifest.json", try manifest(of: intake, on: day, run))
            try run.write(&results, in: "site", of: intake, dialect: tables.dialect)
        }
        summarise(
            run,
            SitingSummary(
                siting.problem(table), solution, unknown: choice.unknown,
                setAside: SetAsideRows(intake.reading.rejected), files: output))
        await run.finish()
    }

    /// The results in the folder that is named, filled and written; nothing where none is.
    private func results(_ fill: (inout OutputFolder) throws -> Void) throws -> OutputFolder? {
        guard let out = options.out else { return nil }
        var results = OutputFolder(root: URL(filePath: out))
        try fill(&results)
        return results
    }

    private func manifest(of file: SitingTableFile, path: String, _ run: CommandRun) throws -> [UInt8] {
        try run.manifest(
            command: "site", parameters: parameters,
            inputs: [(name: StudyFolder(".").relative(path), input: file.input)]
        ).contents
    }

    private func manifest(of intake: StudyIntake, on day: Day, _ run: CommandRun) throws -> [UInt8] {
        try run.manifest(of: intake, command: "site", parameters: parameters(of: day)).contents
    }

    /// How a study's distances are measured: on foot where there are streets, unless kilometres are asked for.
    private func reach(_ ground: StudyGround) -> StudySiting.Reach {
        let isFar = siting.objective == .pMedian || siting.objective == .pCenter
        switch siting.within {
        case .minutes(let minutes): return .walked(limit: ground.standard.walkLimit(minutes: minutes))
        case .kilometres(let kilometres): return .straight(limit: Metres(kilometres * 1000))
        case .metres(let metres):
            return ground.network == nil ? .straight(limit: Metres(metres)) : .walked(limit: Metres(metres))
        case nil:
            if ground.network == nil { return .straight(limit: isFar ? nil : ground.standard.radius) }
            return .walked(limit: isFar ? nil : ground.standard.walkLimit)
        }
    }

    private func summarise(_ run: CommandRun, _ summary: SitingSummary) {
        run.summarise(json: summary.json, words: summary.words(run.say))
    }

    private func summarise(
        _ run: CommandRun, _ found: SitingFrontier, of problem: SitingProblem, unknown: Int,
        setAside: SetAsideRows, files: OutputFolder?
    ) async {
        let summary = FrontierSummary(
            problem: problem, frontier: found, unknown: unknown, setAside: setAside, files: files)
        run.summarise(json: summary.json, words: summary.words(run.say))
        await run.finish()
    }

    /// As a manifest names what was asked of a table.
    private var parameters: [(String, JSONText)] {
        siting.parameters + frontier.parameters + [("excel", .flag(tables.excel))]
    }

    /// As a manifest names what was asked of a study.
    private func parameters(of day: Day) -> [(String, JSONText)] {
        siting.parameters + frontier.parameters + [
            ("basis", .text(basis.rawValue)), ("min_area", .number(minArea)),
            ("capacity", .text(optional: capacity?.rawValue)),
            ("per_1000", .number(capacity == nil ? nil : perThousand ?? 1000)),
            ("date", .text(day.description)),
            ("excel", .flag(tables.excel)),
            ("set_aside", .flag(options.setAside)),
        ]
    }
}

extension SitingReach {
    /// The distance in metres, where nothing but a speed is known.
    fileprivate func metres(speed: Double) -> Double {
        switch self {
        case .metres(let metres): metres
        case .kilometres(let kilometres): kilometres * 1000
        case .minutes(let minutes): minutes * 60 * speed
        }
    }
}

extension CommandRun {
    /// Reads a table of demands and candidates, or ends the run with everything that is wrong with it.
    fileprivate func readTable(_ file: SitingTableFile) throws -> SitingTable {
        do throws(Problems) {
            return try stage(.read) { () throws(Problems) in try file.read() }
        } catch {
            throw fail(error.list)
        }
    }

    /// The table with the candidates that the command line requires and excludes.
    fileprivate func settled(_ table: SitingTable, _ options: SitingOptions, named file: String) throws
        -> SitingTable
    {
        let known = Dictionary(table.candidates.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let unknown = (options.require.ids + options.exclude.ids).filter { known[$0] == nil }
        guard unknown.isEmpty else {
            throw fail(
                unknown.map { id in
                    Problem(
                        file: file,
                        .unknownSite(
                            text: id, nearest: NearestName.of(id, among: table.candidates.map(\.id))))
                })
        }
        let required = Set(options.require.ids.compactMap { known[$0] })
        let excluded = Set(options.exclude.ids.compactMap { known[$0] })
        let settled = table.with(required: required, excluded: excluded)
        guard options.budget != nil else { return settled }
        let free = settled.candidates.indices.filter { settled.candidates[$0].state == .free }
        let priceless = free.filter { settled.candidates[$0].cost == nil }
        // A site without a price is not free of charge: it can be weighed against no budget.
        guard priceless.isEmpty || priceless.count < free.count else {
            throw fail([Problem(file: file, .noCosts(candidates: free.count))])
        }
        return settled.with(required: [], excluded: Set(priceless))
    }

    /// Works a frontier out, or ends the run with why there is none.
    fileprivate func frontier(
        _ problem: SitingProblem, _ limits: SitingFrontier.Limits, isProven: Bool, named file: String
    ) throws -> SitingFrontier {
        do throws(SitingFailure) {
            return try stage(.siting) { () throws(SitingFailure) in
                try problem.frontier(limits, isProven: isProven)
            }
        } catch {
            throw fail([Problem(file: file, .siting(error))])
        }
    }

    /// Solves a problem, or ends the run with why there is no choice.
    fileprivate func solved(_ problem: SitingProblem, named file: String) throws -> SitingSolution {
        do throws(SitingFailure) {
            return try stage(.siting) { () throws(SitingFailure) in try problem.solved() }
        } catch {
            throw fail([Problem(file: file, .siting(error))])
        }
    }
}
