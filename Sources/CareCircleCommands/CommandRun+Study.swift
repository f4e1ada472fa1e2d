internal import ArgumentParser
internal import Coverage
internal import Foundation
internal import Geodesy
internal import Places
internal import Reports
internal import Studies
internal import WalkNetwork

extension CommandRun {
    /// Reads a study, says what a careful reader should know of it, and ends the run where it cannot go on.
    func read(
        _ options: StudyOptions, streets: StreetsNeed = .always, networks: NetworkCache? = nil,
        extras: StreetExtras = [], inFull: Bool = false
    ) async throws -> StudyIntake {
        try await read(
            options.study, options.results, streets: streets, networks: networks, extras: extras,
            inFull: inFull)
    }

    /// The same of a study that is no argument of its own.
    func read(
        _ study: String, _ options: ResultOptions, streets: StreetsNeed, networks: NetworkCache?,
        extras: StreetExtras = [], inFull: Bool = false
    ) async throws -> StudyIntake {
        do throws(Problems) {
            let intake = try await stage(.read) { () async throws(Problems) in
                try await StudyIntake.read(
                    study, setAside: options.setAside, streets: streets,
                    networks: networks, extras: extras, jobs: options.threads)
            }
            if inFull { report(intake.warnings) } else { digest(intake.warnings) }
            return intake
        } catch {
            throw fail(error.list.map { located($0, in: study) })
        }
    }

    /// Where there is no study at all, the place where it was looked for.
    func located(_ problem: Problem, in study: String) -> Problem {
        guard problem.fault == .fileMissing, problem.file == StudyFile.fileName else { return problem }
        var problem = problem
        if !study.hasSuffix(StudyFile.fileName) {
            problem.file = study.hasSuffix("/") ? study + problem.file : "\(study)/\(problem.file)"
        } else {
            problem.file = study
        }
        return problem
    }

    /// Builds the walk network and joins the places to it.
    func prepare(_ intake: inout StudyIntake, jobs: Int) async throws -> StudyGround {
        let plane = try plane(of: intake)
        let network = await network(of: &intake, on: plane, jobs: jobs)
        let ground = await stage(.join) {
            await StudyGround.prepared(
                study: intake.study, pack: intake.pack, network: network, ways: intake.streets?.ways,
                plane: plane, jobs: jobs)
        }
        if let joined = ground.joined, joined.reachesNothing {
            remark(MeasureWording(language: say).streetsElsewhere(ground.standard.snapLimit))
        }
        return ground
    }

    /// The coverage of a day by the study's walking profiles; none where it has none.
    func coverage(
        byProfilesOf ground: StudyGround, _ result: CoverageResult, of intake: StudyIntake, jobs: Int
    ) async throws -> [ProfileCoverage] {
        guard !result.standard.profiles.isEmpty else { return [] }
        let plane = try plane(of: intake)
        return try await stage(.profiles) {
            var heights: [Float]?
            if let network = ground.network, result.standard.profiles.contains(where: { $0.slope != nil }) {
                do throws(Problems) {
                    heights = try intake.heights?.heights(at: Array(network.vertexPlaces))
                } catch {
                    throw fail(error.list)
                }
            }
            return await ground.coverage(byProfiles: result, plane: plane, heights: heights, jobs: jobs)
        }
    }

    /// The catchments of a study's facilities and candidates; nothing, and the user is told, without streets.
    func catchments(
        of ground: StudyGround, _ result: CoverageResult, of intake: StudyIntake, jobs: Int
    ) async throws -> StudyCatchments? {
        let plane = try plane(of: intake)
        let found = await stage(.reach) { await ground.catchments(result, plane: plane, jobs: jobs) }
        if found == nil { remark(MeasureWording(language: say).catchmentsNeedStreets) }
        return found
    }

    /// The walk network of a study's streets; nothing where it gives none.
    ///
    /// One that was built is saved for the next run while this one goes on; the streets themselves are let go of.
    func network(of intake: inout StudyIntake, on plane: WorkingPlane, jobs: Int) async -> WalkNetwork? {
        await stage(.network) { await intake.streets?.build(on: plane, jobs: jobs) }
        guard let streets = intake.streets else { return nil }
        let network = await streets.network(on: plane, jobs: jobs)
        save { () throws(NetworkNotSaved) in try streets.save(network) }
        return network
    }

    /// Which street is nearest to each place, as circles need it; nothing where a study gives no streets.
    ///
    /// What an earlier run has saved is taken; what had to be found is saved for the next run while this one
    /// goes on.
    func streetFaces(
        of intake: StudyIntake, _ ground: StudyGround, on day: Day, _ wishes: CircleWishes, jobs: Int
    ) async -> StreetFaces? {
        guard let streets = intake.streets, let network = ground.network else { return nil }
        let snapLimit = ground.standard.snapLimit
        return await stage(.faces) {
            if let saved = streets.savedFaces(of: network, snapLimit: snapLimit) { return saved }
            let found = await ground.streetFaces(on: day, wishes, keeps: streets.isSaved, jobs: jobs)
            guard let (faces, isWhole) = found else { return nil }
            if isWhole {
                save { () throws(NetworkNotSaved) in try streets.save(faces, snapLimit: snapLimit) }
            }
            return faces
        }
    }

    /// The streets of a study, or the end of the run where it gives none.
    func streets(of intake: StudyIntake) throws -> StudyStreets {
        guard let streets = intake.streets else {
            throw fail([Problem(file: StudyFile.fileName, column: "layers", .missingKey(name: "streets"))])
        }
        return streets
    }

    /// The working plane of a study.
    func plane(of intake: StudyIntake) throws -> WorkingPlane {
        do throws(Problems) {
            return try intake.workingPlane()
        } catch {
            throw fail(error.list)
        }
    }

    /// Writes results whole, or ends the run with nothing written.
    ///
    /// - Parameters:
    ///   - output: the results; rows set aside are added to them.
    ///   - folder: the command's own folder below the results', where its rejected.csv stands.
    ///   - intake: what the results were computed from.
    ///   - dialect: how CSV is written.
    ///   - more: what else was read and is not to be overwritten.
    /// - Throws: the exit status of a failed write, once it is said.
    func write(
        _ output: inout OutputFolder, in folder: String, of intake: StudyIntake, dialect: CSVDialect,
        more: [InputFile] = []
    ) throws {
        addRejected(to: &output, in: folder, of: intake, dialect: dialect)
        try write(output, sparing: intake.inputs + more)
    }

    /// Adds the rows set aside to results, or takes away those of an earlier run.
    func addRejected(
        to output: inout OutputFolder, in folder: String, of intake: StudyIntake, dialect: CSVDialect
    ) {
        let rejected = RejectedRows.path(in: folder)
        if !intake.reading.rejected.isEmpty {
            output.add(
                rejected, RejectedRows(intake.reading.rejected).contents(words: problems, dialect: dialect))
        } else {
            output.remove(rejected, beginningWith: RejectedRows.header.joined(separator: ","))
        }
    }

    /// Writes results whole, none of them over an input, or ends the run with nothing written.
    func write(_ output: OutputFolder, sparing inputs: [InputFile]) throws {
        try stage(.write) {
            do throws(OutputFailure) {
                try output.check(against: inputs)
                try output.write()
            } catch {
                throw fail(error)
            }
        }
    }

    /// The same, with what is large made by several threads.
    func write(_ output: OutputFolder, sparing inputs: [InputFile], jobs: Int) async throws {
        try await stage(.write) {
            do throws(OutputFailure) {
                try output.check(against: inputs)
                try await output.write(jobs: jobs)
            } catch {
                throw fail(error)
            }
        }
    }

    /// Ends a run whose results cannot be written.
    func fail(_ failure: OutputFailure) -> ExitCode {
        switch failure {
        case .cannotWrite(let path, let reason):
            fail([Problem(file: path, .cannotWrite(reason: reason))])
        case .wouldOverwriteInputs(let taken):
            fail(taken.map { Problem(file: $0.input.file, .outputOverInput(output: $0.result)) })
        }
    }
}

extension StudyIntake {
    /// The day that figures speak of unless another is asked for: 31 December of the base year.
    var defaultDay: Day { Day.last(ofYear: study.baseYear) ?? Day(ordinal: 0) }

    /// The folder that results are written below.
    func outputRoot(_ out: String?) -> URL {
        out.map { URL(filePath: $0) } ?? URL(filePath: reading.folder.path).appending(path: "out")
    }
}

extension CommandRun {
    /// What made a set of results from a study.
    func manifest(
        of intake: StudyIntake, command: String, parameters: [(String, JSONText)], more: [InputFile] = [],
        seed: UInt64? = nil
    ) throws -> Manifest {
        // Paths are relative to the study, wherever it lies and the program runs.
        let more = more.map { (name: intake.reading.folder.relative($0.path), input: $0) }
        return try manifest(
            command: command, parameters: parameters,
            inputs: intake.inputs.map { (name: $0.file, input: $0) } + more,
            rows: (intake.reading.rowDigests + (intake.streets?.rowDigests ?? [])).map {
                ($0.file, $0.layer, $0.sha256)
            }, seed: seed)
    }

    /// What made a set of results from some files, each by the name that the manifest gives it.
    func manifest(
        command: String, parameters: [(String, JSONText)], inputs: [(name: String, input: InputFile)],
        rows: [Manifest.Input] = [], seed: UInt64? = nil
    ) throws -> Manifest {
        var read: [Manifest.Input] = []
        for (name, input) in inputs {
            do throws(Fault) {
                read.append((name, nil, try InputDigest.sha256(ofFile: input.path)))
            } catch {
                throw fail([Problem(file: input.file, error)])
            }
        }
        return Manifest(
            version: ProgramVersion.current, libraries: ProgramVersion.libraries, command: command,
            parameters: parameters, inputs: read + rows, seed: seed)
    }
}
