internal import ArgumentParser
internal import Studies

/// Where a command that walks keeps the networks that it has built.
struct NetworkOptions: ParsableArguments {
    @Option(
        help: "The folder that built walk networks are kept in (default: ~/.cache/carecircle/networks).",
        completion: .directory)
    var networkCache: String?

    @Flag(name: .customLong("no-network-cache"), help: "Neither use nor keep a built walk network.")
    var noNetworkCache = false

    func validate() throws {
        if networkCache == "" { throw ValidationError("--network-cache takes a folder.") }
        if noNetworkCache, networkCache != nil {
            throw ValidationError("--network-cache and --no-network-cache exclude each other.")
        }
    }

    /// Where built networks are kept; nothing where they are not.
    var networks: NetworkCache? {
        noNetworkCache ? nil : networkCache.map { NetworkCache(folder: $0) } ?? .ofUser
    }
}
