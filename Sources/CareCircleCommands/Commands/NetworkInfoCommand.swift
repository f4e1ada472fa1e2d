internal import ArgumentParser
internal import Places
internal import Reports
internal import Studies
internal import WalkNetwork

/// `carecircle network info`: what a study's walk network holds, and what of its streets was left out.
struct NetworkInfoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Say what a study's walk network holds, and what was left out.",
        discussion: """
            Nothing is written: a network that is not saved is built for this run only.

            EXAMPLES
              carecircle network info my-study
              carecircle network info my-study --json
            """)

    @OptionGroup var options: StudyOptions
    @OptionGroup var cache: NetworkOptions

    func run() async throws {
        let run = CommandRun(options.talk)
        let intake = try await run.read(options, networks: cache.networks)
        let streets = try run.streets(of: intake)
        let plane = try run.plane(of: intake)
        let network = await streets.network(on: plane, jobs: options.threads)
        let summary = NetworkSummary(
            study: intake.study.name, streets: streets, report: network.report,
            features: network.featureCounts, seconds: nil)
        run.summarise(json: summary.json, words: summary.words(run.say))
        await run.finish()
    }
}
