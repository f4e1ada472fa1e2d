import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOEmbedded

/// What a router answers to a request for a path, without a server or a network.
struct RouterAnswer {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let body: Data

    /// Asks a router.
    init(to path: String, host: String, from router: Router<BasicRequestContext>) async throws {
        let head = HTTPRequest(method: .get, scheme: "http", authority: host, path: path)
        let context = BasicRequestContext(
            source: ApplicationRequestContextSource(
                channel: EmbeddedChannel(), logger: Logger(label: "router answer")))
        let response = try await router.buildResponder().respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer())), context: context)
        let written = WrittenBody()
        try await response.body.write(written)
        status = response.status
        headers = response.headers
        body = written.data
    }

    /// Keeps what is written of a body.
    private final class WrittenBody: ResponseBodyWriter {
        private(set) var data = Data()

        func write(_ buffer: ByteBuffer) async throws { data.append(contentsOf: buffer.readableBytesView) }

        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
