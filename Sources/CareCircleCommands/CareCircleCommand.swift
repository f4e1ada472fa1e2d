package import ArgumentParser

/// The program: a verb for each thing that a planner asks.
package struct CareCircleCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "carecircle",
        abstract:
            "Plans community elder care: who is near a facility, which rules hold, what 2035 looks like.",
        usage: "carecircle <subcommand>",
        discussion: """
            A study is a folder with study.yaml and the layers it names. Results are written below \
            STUDY/out.

            EXAMPLES
              carecircle validate datasets/riverside
              carecircle coverage datasets/riverside --out results
              carecircle verify datasets/riverside
              carecircle check datasets/riverside --date 2020-12-31
              carecircle explain my-study SR0042 within_15min/elders/city
              carecircle claims my-study annual-report.yaml
              carecircle policy diff hubei wuhan
              carecircle serve my-study --port 8080
              carecircle scenario run my-study plans/points-first.yaml --to 2035
              carecircle site my-study --objective mclp --p 5 --within 15min
              carecircle synth --size town --seed 7 --out my-town
              carecircle study from-osm city.osm.pbf --boundary city.geojson --out my-city

            EXIT STATUS
              0   done
              1   bad input, or a failed read or write
              3   everything ran, and something did not pass
              64  wrong usage
            """,
        version: ProgramVersion.current,
        subcommands: [
            ValidateCommand.self, CoverageCommand.self, VerifyCommand.self, CheckCommand.self,
            ExplainCommand.self, ClaimsCommand.self, ServeCommand.self, ScenarioCommand.self,
            SiteCommand.self, PolicyCommand.self, NetworkCommand.self,
            SynthCommand.self,
            StudyCommand.self,
        ])

    package init() {}

    /// Runs what the command line asks for and ends the process with its status.
    package static func start() async { await main() }
}
