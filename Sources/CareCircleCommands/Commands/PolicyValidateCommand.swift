internal import ArgumentParser

/// `carecircle policy validate`: whether a pack's file can be read, and what is wrong with it.
struct PolicyValidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Say what is wrong with a pack's file, line by line.",
        discussion: """
            Each mistake is one line: the file, the line, the key, and what was expected. Exits with 1 \
            where there is one.

            EXAMPLES
              carecircle policy validate my-city.yaml
            """)

    @OptionGroup var talk: TalkOptions

    @Argument(
        help: "The pack: its file, or the id of one that comes with the program.",
        completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    func run() async throws {
        let run = CommandRun(talk)
        let pack = try run.pack(file, isFile: true)
        let summary = PackSummary(wording: PackWording(language: run.say))
        run.summarise(
            json: summary.json(validated: pack, file: file),
            words: summary.words(validated: pack, file: file))
        await run.finish()
    }
}
