internal import ArgumentParser
internal import Studies

/// `carecircle policy list`: the packs that come with the program.
struct PolicyListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the packs that come with the program.",
        discussion: """
            EXAMPLES
              carecircle policy list
              carecircle policy list --json
            """)

    @OptionGroup var talk: TalkOptions

    func run() async throws {
        let run = CommandRun(talk)
        let packs = try PolicyPackReader.bundledIDs.map { try run.pack($0) }
        let summary = PackSummary(wording: PackWording(language: run.say))
        run.summarise(json: summary.json(list: packs), words: summary.words(list: packs))
        await run.finish()
    }
}
