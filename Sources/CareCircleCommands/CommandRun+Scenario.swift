internal import ArgumentParser
internal import Coverage
internal import Foundation
internal import Geodesy
internal import Places
internal import Reports
internal import Scenarios
internal import Studies
internal import WalkNetwork

/// Scenarios that have been run over one study.
struct ScenarioRuns {
    let intake: ScenarioIntake
    let years: ScenarioYears
    /// For each scenario what does not change from year to year.
    let grounds: [ScenarioGround]
    /// By what coverage is judged.
    let standard: CoverageStandard
    /// A result for each scenario, in the order in which they were named.
    let results: [ScenarioResult]
    /// The streets; nothing where the study gives none.
    let network: WalkNetwork?

    var study: StudyIntake { intake.study }

    /// As a manifest names what was run, without the scenarios.
    func parameters(_ run: CommandRun, _ options: StudyOptions, _ tables: TableOptions) -> [(
        String, JSONText
    )] {
        [
            ("from", .whole(years.from)), ("to", .whole(years.to)), ("excel", .flag(tables.excel)),
            ("lang", .text(run.say.rawValue)), ("set_aside", .flag(options.setAside)),
        ] + StandardLine(standard: standard).parameters
    }
}

extension CommandRun {
    /// Reads a study and scenarios over it, and runs them side by side.
    ///
    /// - Parameters:
    ///   - study: the study, as the user wrote it.
    ///   - options: how the command works.
    ///   - years: the years of the runs.
    ///   - date: the day that a user has asked for, which changes nothing.
    ///   - paths: the scenario files.
    ///   - networks: where networks are kept.
    ///   - extras: what is read of the streets beside where one can walk.
    ///   - sharesMaps: whether all have maps of the years that any of them asks for, and of the last.
    ///   - maps: further years that all have maps of.
    ///   - isUnsure: whether each scenario must say how far its quantities may lie from what it says.
    /// - Returns: the results, once what a careful reader should know of them is said.
    /// - Throws: the exit status of the run, once what is wrong is said.
    func scenarios(
        _ study: String, _ options: ResultOptions, _ years: YearOptions, date: Day?, files paths: [String],
        networks: NetworkCache?, extras: StreetExtras = [],
        sharesMaps: Bool = false, maps: [Int] = [], isUnsure: Bool = false
    ) async throws -> ScenarioRuns {
        if date != nil { remark(ScenarioWording(language: say).dateChangesNothing) }
        let opened = OpenedStudy(study)
        try check(from: years.from, to: years.to, of: opened)
        var intake = try await read(
            study, options, opened, scenarios: paths, networks: networks, extras: extras)
        let certain = zip(paths, intake.scenarios).filter { $1.value.scenario.uncertainty == nil }
        if isUnsure, !certain.isEmpty {
            throw fail(certain.map { Problem(file: $0.0, .missingKey(name: "uncertainty")) })
        }
        let plane = try plane(of: intake.study)
        let baseYear = intake.study.study.baseYear
        let range = try self.years(from: years.from ?? baseYear, to: years.to, baseYear: baseYear)
        let network = await network(of: &intake.study, on: plane, jobs: options.threads)
        let read = intake.study
        var plans = try await stage(.siting) {
            try await decided(
                intake.scenarios.map(\.value), of: read, network: network, plane: plane, years: range,
                jobs: options.threads)
        }
        if sharesMaps {
            let shared = Set(plans.flatMap(\.scenario.maps)).intersection(range.list).union([range.to])
            plans = plans.map { $0.mapping(shared.sorted()) }
        }
        plans = plans.map { $0.mapping(maps) }
        let grounds = stage(.join) {
            plans.map { ScenarioGround(plan: $0, pack: read.pack, network: network, plane: plane) }
        }
        let results = await stage(.scenario) {
            await ScenarioSet.run(plans, on: grounds, years: range, jobs: options.threads)
        }
        for (path, result) in zip(paths, results) { report(result.notices, of: path) }
        return ScenarioRuns(
            intake: intake, years: range, grounds: grounds,
            standard: CoverageStandard(study: read.study, pack: read.pack), results: results,
            network: network)
    }

    /// Reads a study and scenarios over it, or ends the run with everything that is wrong with any of them.
    func read(
        _ study: String, _ options: ResultOptions, _ opened: OpenedStudy, scenarios: [String],
        networks: NetworkCache?, extras: StreetExtras = []
    ) async throws -> ScenarioIntake {
        do throws(Problems) {
            let intake = try await stage(.read) { () async throws(Problems) in
                try await ScenarioIntake.read(
                    opened, scenarios: scenarios, setAside: options.setAside, networks: networks,
                    extras: extras, jobs: options.threads)
            }
            digest(intake.warnings)
            return intake
        } catch {
            throw fail(error.list.map { located($0, in: study) })
        }
    }

    /// Refuses years that cannot be run over a study, as far as its base year is known.
    func check(from: Int?, to: Int, of opened: OpenedStudy) throws {
        guard let baseYear = opened.baseYear ?? from else { return }
        _ = try years(from: from ?? baseYear, to: to, baseYear: baseYear)
    }

    /// The years of a run.
    func years(from: Int, to: Int, baseYear: Int) throws -> ScenarioYears {
        do throws(ScenarioFailure) {
            return try ScenarioYears(from: from, to: to, baseYear: baseYear)
        } catch {
            throw misuse(ScenarioWording(language: say).years(error))
        }
    }

    /// Plans with what their build-outs choose, or ends the run with everything that these ask for in vain.
    func decided(
        _ plans: [ScenarioPlan], of intake: StudyIntake, network: WalkNetwork?, plane: WorkingPlane,
        years: ScenarioYears, jobs: Int
    ) async throws -> [ScenarioPlan] {
        let found = await ScenarioSet.decided(
            plans, study: intake.study, pack: intake.pack, network: network, plane: plane, years: years,
            jobs: jobs)
        var (decided, problems) = ([ScenarioPlan](), [Problem]())
        for result in found {
            switch result {
            case .success(let plan): decided.append(plan)
            case .failure(let failure): problems += failure.problemsOfBuildOut
            }
        }
        guard problems.isEmpty else { throw fail(problems) }
        return decided
    }

    /// Says on standard error what a careful reader of a scenario's results should know.
    func report(_ notices: [ScenarioNotice], of file: String) {
        let wording = ScenarioWording(language: say)
        let lines = notices.map { "\(file): \(say("warning: ", "提示："))\(wording.notice($0))\n" }
        FileHandle.standardError.write(Data(lines.joined().utf8))
    }
}

extension ScenarioFailure {
    /// What is wrong with a build-out, where its scenario says so.
    fileprivate var problemsOfBuildOut: [Problem] {
        func problem(_ source: SourceRow, _ part: YearlyBuildOut.Part?, _ fault: Fault) -> Problem {
            let column = "build_out" + (part.map { ".\($0.rawValue)" } ?? "")
            return Problem(file: source.file, row: source.row, column: column, fault)
        }
        switch self {
        case .buildOut(let misfits):
            return misfits.map { problem($0.source, $0.part, .buildOut($0.fault)) }
        case .programme(let problems): return problems.map { problem($0.source, nil, .programme($0.fault)) }
        case .topology(let failure): return [Problem(file: "", .cannotRead(reason: "\(failure)"))]
        case .yearsRunBackwards, .beforeBaseYear, .noSuchYear, .tooFar: return []
        }
    }
}
