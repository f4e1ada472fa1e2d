internal import ArgumentParser
internal import Coverage
internal import Foundation
internal import Places
internal import Reports
internal import Studies

/// `carecircle verify`: whether walk circles hold, place by place.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Prove the walk circles: who is drawn inside walks within the limit, and nobody else does.",
        usage: "carecircle verify <study> [<options>]",
        discussion: """
            Holds every circle against the exact walks of every dwelling, of seeded places all over the \
            streets and around the facilities, of places along every street and where two streets are \
            equally near, and of places just outside the tolerance on either side all along its boundary. \
            The circles are drawn anew, or read from a file that `coverage` wrote. Writes \
            verify/failures.csv. Exits with 3 where a place lies on the wrong side, farther from the boundary \
            than the tolerance, or a circle is missing or too many.

            EXAMPLES
              carecircle verify my-study
              carecircle verify my-study --places 1000000 --seed 7
              carecircle verify my-study --circles my-study/out/coverage/circles.geojson
            """)

    @OptionGroup var options: StudyOptions
    @OptionGroup var days: DayOptions
    @OptionGroup var cache: NetworkOptions
    @OptionGroup var tables: TableOptions

    @Option(
        help: "How many seeded places, beside the dwellings and the places by streets and beside boundaries.")
    var places = 100_000

    @Option(help: "The seed of those places.")
    var seed: UInt64 = 1

    @Option(
        help: "The circles to prove, a file as coverage writes it (default: drawn anew).", completion: .file()
    )
    var circles: String?

    @Option(
        help: "The walks of the circles drawn anew in minutes, such as 5,10,15 (default: the study's).",
        transform: MinutesList.init(stated:))
    var circlesMinutes: MinutesList?

    func validate() throws {
        if circles != nil, circlesMinutes != nil {
            throw ValidationError("--circles-minutes draws circles anew: it does not go with --circles.")
        }
        guard 0...100_000_000 ~= places else {
            throw ValidationError("--places takes a whole number from 0 to 100000000, not \(places).")
        }
    }

    func run() async throws {
        let run = CommandRun(options.talk)
        var intake = try await run.read(options, networks: cache.networks)
        let day = days.date ?? intake.defaultDay
        let given = try circles.map { try run.readCircles($0, for: intake.study) }
        let ground = try await run.prepare(&intake, jobs: options.threads)
        let plane = try run.plane(of: intake)
        // The circles of a file are held at the boundaries that are drawn anew, too.
        let wishes = CircleWishes(
            each: given?.contains { $0.kind == .walk && $0.facility != nil } ?? true,
            minutes: given.map { Set($0.filter { $0.kind == .walk }.map(\.limit)).sorted() }
                ?? circlesMinutes?.minutes ?? [])
        let faces = await run.streetFaces(of: intake, ground, on: day, wishes, jobs: options.threads)
        let drawn = try await run.stage(.circles) {
            try await ground.walkCircles(
                on: day, wishes, plane: plane, faces: faces, jobs: options.threads)
        }
        let proof = await run.stage(.proof) {
            await ground.proof(
                of: given ?? drawn, on: day, beside: given == nil ? [] : drawn,
                ProofPlan(places: places, seed: seed), minutes: circlesMinutes?.minutes ?? [], plane: plane,
                jobs: options.threads)
        }
        var output = OutputFolder(root: intake.outputRoot(options.out))
        output.add(
            "verify/failures.csv",
            CircleProofReport(study: intake.study, proof: proof ?? CircleProof()).contents(
                dialect: tables.dialect))
        let more = circles.map { [InputFile(file: $0, path: $0)] } ?? []
        output.add(
            "verify/manifest.json",
            try run.manifest(
                of: intake, command: "verify",
                parameters: [
                    ("date", .text(day.description)), ("places", .whole(places)),
                    ("seed", .number(String(seed))), ("circles", .flag(circles != nil)),
                    ("excel", .flag(tables.excel)), ("set_aside", .flag(options.setAside)),
                ] + (circlesMinutes?.parameters ?? []), more: more
            ).contents)
        try run.write(&output, in: "verify", of: intake, dialect: tables.dialect, more: more)
        let summary = ProofSummary(study: intake.study, day: day, proof: proof, files: output)
        run.summarise(json: summary.json, words: summary.words(run.say))
        await run.finish()
        if let proof, !proof.holds { throw ExitCode(3) }
    }
}

extension CommandRun {
    /// Reads circles to be proved, or ends the run with everything that is wrong with the file.
    func readCircles(_ path: String, for study: Study) throws -> [DrawnCircle] {
        do throws(Problems) {
            return try stage(.read) { () throws(Problems) in
                try CirclesFile(path: path, facilities: study.facilities.map(\.id)).read()
            }
        } catch {
            throw fail(error.list)
        }
    }
}
