internal import ArgumentParser
internal import Places
internal import Reports
internal import Studies
internal import WalkNetwork

/// `carecircle network build`: saves a study's walk network for the runs to come.
struct NetworkBuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Build a study's walk network and save it for the runs to come.",
        discussion: """
            Every command that walks does so by itself; this one says where the network is and how long it took.
            Networks of files are saved; those of databases are built anew in every run.

            EXAMPLES
              carecircle network build my-study
              carecircle network build my-study --network-cache /shared/networks
            """)

    @OptionGroup var options: StudyOptions
    @OptionGroup var cache: NetworkOptions

    func run() async throws {
        let run = CommandRun(options.talk)
        let intake = try await run.read(options, networks: cache.networks)
        let streets = try run.streets(of: intake)
        let began = ContinuousClock.now
        let plane = try run.plane(of: intake)
        let network = await streets.network(on: plane, jobs: options.threads)
        do throws(NetworkNotSaved) {
            try streets.save(network)
        } catch {
            throw run.fail([Problem(file: error.path, .cannotWrite(reason: error.reason))])
        }
        let summary = NetworkSummary(
            study: intake.study.name, streets: streets, report: network.report,
            features: network.featureCounts,
            seconds: streets.origin == .built ? began.duration(to: .now).seconds : nil)
        run.summarise(json: summary.json, words: summary.words(run.say))
        await run.finish()
    }
}
