internal import ArgumentParser
internal import Foundation
internal import Reports
internal import Synthesis

/// `carecircle synth`: a synthetic river city, for demonstrations, tests and benchmarks.
struct SynthCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "synth",
        abstract: "Make a synthetic river city with every layer, the same for the same seed.",
        usage: "carecircle synth --out <out> [<options>]",
        discussion: """
            EXAMPLES
              carecircle synth --size town --seed 2020 --out my-town
              carecircle synth --size city --seed 1 --out city && carecircle coverage city
            """)

    @Option(help: "How large: town (200 compounds), city (5,000) or metropolis (50,000).")
    var size: CitySize = .town

    @Option(
        parsing: .unconditional, help: "The seed, a whole number from 0 up: equal seeds make equal files.")
    var seed: UInt64 = 1

    @Flag(
        inversion: .prefixedNo,
        help: "Let communities state their people by sex and age, with a scenario of cohorts.")
    var ages = true

    @Option(help: "The folder to write the study to; it must not hold one yet.", completion: .directory)
    var out: String

    @OptionGroup var talk: TalkOptions

    func run() async throws {
        let run = CommandRun(talk)
        let report = try run.make(from: out) {
            try run.stage(.synthesise) {
                try SyntheticCity.write(size: size, seed: seed, withAges: ages, to: out)
            }
        }
        let summary = SynthesisSummary(report: report, folder: out)
        run.summarise(json: summary.json, words: summary.words(run.say))
        await run.finish()
    }
}

extension CitySize: ExpressibleByArgument {}
