internal import Glibc
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// Why the map service does not run.
package enum MapServiceFailure: Error, Sendable {
    /// Another program listens on the port.
    case portInUse(Int)
    /// The system refused, in its own words.
    case cannotListen(port: Int, reason: String)
}

/// The server of the map: on this machine's own address only, until it is told to stop.
package struct MapServer: Sendable {
    /// The only address that it listens on.
    package static let address = "127.0.0.1"

    private let content: MapContent
    private let port: Int

    /// Makes a server.
    ///
    /// - Parameters:
    ///   - content: what it answers with.
    ///   - port: the port to listen on; 0 for any that is free.
    package init(content: MapContent, port: Int) {
        self.content = content
        self.port = port
    }

    /// Serves until SIGINT or SIGTERM, and then finishes the answers that are under way.
    ///
    /// - Parameter started: called with the port once it listens.
    /// - Throws: ``MapServiceFailure`` where it cannot listen.
    package func run(started: @escaping @Sendable (Int) -> Void) async throws(MapServiceFailure) {
        let port = self.port
        // The command says what there is to say.
        let logger = Logger(label: "carecircle") { _ in SwiftLogNoOpLogHandler() }
        let application = Application(
            router: MapRoutes.router(for: content),
            configuration: ApplicationConfiguration(address: .hostname(Self.address, port: port)),
            onServerRunning: { channel in started(channel.localAddress?.port ?? port) }, logger: logger)
        do {
            try await application.runService()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw .portInUse(port)
        } catch {
            throw .cannotListen(port: port, reason: "\(error)")
        }
    }
}
