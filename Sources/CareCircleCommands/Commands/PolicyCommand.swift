internal import ArgumentParser
internal import Policy
internal import Studies

/// `carecircle policy`: the packs that come with the program, and one's own.
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "List, show, validate and compare policy packs.",
        discussion: """
            A pack is named by its id, or by the path of its file. The folder datasets/policies says what \
            a pack holds.

            EXAMPLES
              carecircle policy list
              carecircle policy show wuhan --lang zh
              carecircle policy validate my-city.yaml
              carecircle policy diff hubei wuhan --json
            """,
        subcommands: [
            PolicyListCommand.self, PolicyShowCommand.self, PolicyValidateCommand.self,
            PolicyDiffCommand.self,
        ])
}

extension CommandRun {
    /// Reads a pack by its id or path, or ends the run with all that is wrong with it.
    func pack(_ text: String, isFile: Bool = false) throws -> PolicyPack {
        let reference = PolicyPackReader.reference(text, isFile: isFile)
        do throws(Problems) {
            return try stage(.read) { () throws(Problems) in
                try PolicyPackReader.read(reference, askedBy: .init(file: "policy", key: text)).pack
            }
        } catch {
            throw fail(error.list)
        }
    }
}
