internal import ArgumentParser
internal import Geometry
internal import Places
internal import Reports
internal import Studies
internal import WalkNetwork

/// `carecircle network diagnose`: what in a study's streets may be a slip of drawing.
struct NetworkDiagnoseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diagnose",
        abstract: "List where streets end, nearly meet, cross without meeting, or hang together too little.",
        discussion: """
            Writes network/diagnosis.csv and network/diagnosis.geojson: dead ends; ends within --within metres \
            of a street to which no walk of ten times as much leads; streets that cross without a node in \
            common, unless a bridge, a tunnel or a layer parts them; and the components that are too small to \
            be kept. Nothing of it changes a figure: it says where to look.

            EXAMPLES
              carecircle network diagnose my-study
              carecircle network diagnose my-study --within 10 --out checked
              carecircle network diagnose my-study --json
            """)

    @OptionGroup var options: StudyOptions
    @OptionGroup var tables: TableOptions

    @Option(help: "How near to a street an end counts as having missed it, in metres from 0.01 to 100.")
    var within = 5.0

    func validate() throws {
        // Ends that are nearer than a centimetre meet.
        guard within >= 0.01, within <= 100 else {
            throw ValidationError("--within takes metres from 0.01 to 100, not \(within).")
        }
    }

    func run() async throws {
        let run = CommandRun(options.talk)
        // A saved network no longer knows the ways that it was built of.
        let intake = try await run.read(options)
        guard let streets = try run.streets(of: intake).ways else { return }
        let plane = try run.plane(of: intake)
        let diagnosis = run.stage(.network) {
            NetworkDiagnosis(of: streets, on: plane, gapLimit: Metres(within))
        }
        var output = OutputFolder(root: intake.outputRoot(options.out))
        DiagnosisReport(diagnosis).add(to: &output, dialect: tables.dialect)
        output.add(
            "network/manifest.json",
            try run.manifest(
                of: intake, command: "network diagnose",
                parameters: [
                    ("within_m", .number(within)), ("excel", .flag(tables.excel)),
                    ("set_aside", .flag(options.setAside)),
                ]
            ).contents)
        try run.write(&output, in: "network", of: intake, dialect: tables.dialect)
        let summary = DiagnosisSummary(study: intake.study.name, diagnosis: diagnosis, files: output)
        run.summarise(json: summary.json, words: summary.words(run.say))
        await run.finish()
    }
}
