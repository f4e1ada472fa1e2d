internal import ArgumentParser

/// `carecircle policy show`: everything that a pack says, with what it builds on.
struct PolicyShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show everything that a pack says, with its citations.",
        discussion: """
            A pack that extends another is shown whole, as studies are judged by it.

            EXAMPLES
              carecircle policy show wuhan
              carecircle policy show my-city.yaml --json
            """)

    @OptionGroup var talk: TalkOptions

    @Argument(help: "The pack: the id of a bundled one, or a path.")
    var pack: String

    func run() async throws {
        let run = CommandRun(talk)
        let pack = try run.pack(pack)
        let summary = PackSummary(wording: PackWording(language: run.say))
        run.summarise(json: summary.json(of: pack), words: summary.words(of: pack))
        await run.finish()
    }
}
