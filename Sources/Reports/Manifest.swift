/// What made a set of results: program, libraries, command, inputs.
///
/// Equal runs have equal manifests: no clock and no machine stands in them.
package struct Manifest: Sendable {
    /// A library and its version.
    package typealias Library = (name: String, version: String)
    /// A file that was read, by its path relative to the study, and its SHA-256 in hexadecimal; of a database
    /// the table, too.
    package typealias Input = (path: String, layer: String?, sha256: String)

    private let version: String
    private let libraries: [Library]
    private let command: String
    private let parameters: [(String, JSONText)]
    private let inputs: [Input]
    private let seed: UInt64?

    /// Gathers what made the results.
    ///
    /// - Parameters:
    ///   - version: the program's version.
    ///   - libraries: the libraries whose results may differ between versions.
    ///   - command: the command as typed, without what does not change results.
    ///   - parameters: its parameters; paths relative to the study.
    ///   - inputs: every file read, in the order of reading.
    ///   - seed: the seed of what was drawn by chance; nothing where nothing was.
    package init(
        version: String, libraries: [Library], command: String, parameters: [(String, JSONText)],
        inputs: [Input], seed: UInt64? = nil
    ) {
        self.version = version
        self.libraries = libraries
        self.command = command
        self.parameters = parameters
        self.inputs = inputs
        self.seed = seed
    }

    /// The file's contents.
    package var contents: [UInt8] {
        let json = JSONText.object([
            ("program", .object([("name", .text("carecircle")), ("version", .text(version))])),
            ("libraries", .object(libraries.map { ($0.name, .text($0.version)) })),
            ("command", .text(command)),
            ("parameters", .object(parameters)),
            (
                "inputs",
                .list(
                    inputs.map { input in
                        .object(
                            [("path", .text(input.path))]
                                + (input.layer.map { [("layer", .text($0))] } ?? [])
                                + [("sha256", .text(input.sha256))])
                    })
            ),
            ("seed", seed.map { .number(String($0)) } ?? .null),
        ])
        return Array((json.indented() + "\n").utf8)
    }
}
