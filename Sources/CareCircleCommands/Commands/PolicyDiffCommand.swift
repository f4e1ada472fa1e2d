internal import ArgumentParser
internal import Policy

/// `carecircle policy diff`: what differs between two packs.
struct PolicyDiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Show what differs between two packs, entry by entry.",
        discussion: """
            Rules, targets, subsidies and documents are held against each other by their ids, each key with \
            its old and new value. Targets that are counted by different versions are named, not compared.

            EXAMPLES
              carecircle policy diff hubei wuhan
              carecircle policy diff wuhan my-city.yaml --json
            """)

    @OptionGroup var talk: TalkOptions

    @Argument(help: "The first pack: an id or a path.")
    var first: String

    @Argument(help: "The second pack: an id or a path.")
    var second: String

    func run() async throws {
        let run = CommandRun(talk)
        let (a, b) = (try run.pack(first), try run.pack(second))
        let differences = PackDifference.between(a, b)
        let summary = PackSummary(wording: PackWording(language: run.say))
        run.summarise(
            json: summary.json(differences, from: a, to: b),
            words: summary.words(differences, from: a, to: b))
        await run.finish()
    }
}
