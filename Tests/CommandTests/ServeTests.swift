import Foundation
import Testing

/// The map service as a process: it says where it is, holds its port alone, and ends when it is told to.
@Suite struct ServeTests {
    @Test(
        "It listens on this machine only, refuses a port in use in one line, and ends on SIGTERM and SIGINT")
    func process() throws {
        let hamlet = try HamletStudy()
        for signal in [SIGTERM, SIGINT] {
            let server = Process()
            server.executableURL = CommandPlace.program
            server.arguments = ["serve", "study", "--port", "0", "--circles", "none"]
            server.currentDirectoryURL = hamlet.place.root
            let pipe = Pipe()
            server.standardOutput = pipe
            server.standardInput = FileHandle.nullDevice
            try server.run()
            let line = try #require(try Self.line(from: pipe.fileHandleForReading))
            let match = try #require(line.firstMatch(of: /http:\/\/127\.0\.0\.1:(?<port>[0-9]+)\//))
            let port = String(match.port)

            let (stdout, stderr, status) = try hamlet.place.run([
                "serve", "study", "--port", port, "--circles", "none",
            ])
            #expect(status == 1)
            #expect(stdout.isEmpty)
            #expect(stderr == "--port: port \(port) is in use, expected a free one\n")

            kill(server.processIdentifier, signal)
            server.waitUntilExit()
            #expect(server.terminationReason == .exit)
            #expect(server.terminationStatus == 0)
        }
    }

    /// The first line of what a process prints; nothing if it ends before.
    private static func line(from handle: FileHandle) throws -> String? {
        var bytes = Data()
        while !bytes.contains(UInt8(ascii: "\n")) {
            guard let more = try handle.read(upToCount: 1), !more.isEmpty else { return nil }
            bytes += more
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
