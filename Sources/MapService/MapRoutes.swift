internal import Foundation
internal import HTTPTypes
package import Hummingbird
internal import HummingbirdCore

/// The routes of the map service: the page, and its API.
package enum MapRoutes {
    /// A router that answers from a content, and to nobody but this machine's own browsers.
    package static func router(for content: MapContent) -> Router<BasicRequestContext> {
        let router = Router()
        router.add(middleware: OwnHostOnly())
        router.get("/") { request, _ in answer(to: request, from: content) }
        router.get("/api/**") { request, _ in answer(to: request, from: content) }
        return router
    }

    private static func answer(to request: Request, from content: MapContent) -> Response {
        guard let path = request.uri.path.removingPercentEncoding, let file = content.answer(to: path) else {
            return Response(
                status: .notFound, headers: headers(type: "application/json"),
                body: ResponseBody(byteBuffer: ByteBuffer(string: #"{"error":"not found"}"#)))
        }
        return Response(
            status: .ok, headers: headers(type: file.type),
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }

    /// Nothing is kept by the browser, and nothing is fetched from anywhere else.
    private static func headers(type: String) -> HTTPFields {
        var headers = HTTPFields()
        headers[.contentType] = type
        headers[.cacheControl] = "no-store"
        headers[.xContentTypeOptions] = "nosniff"
        headers[.contentSecurityPolicy] =
            "default-src 'none'; connect-src 'self'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        return headers
    }
}

/// Refuses requests that name another host: a page from elsewhere whose name leads here may not read the study.
struct OwnHostOnly: RouterMiddleware {
    typealias Context = BasicRequestContext

    private static let names: Set<String> = ["127.0.0.1", "localhost", "[::1]"]

    func handle(
        _ request: Request, context: BasicRequestContext,
        next: (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
        let authority = request.head.authority ?? ""
        let name = authority.lastIndex(of: ":").map { colon in
            authority[authority.index(after: colon)...].allSatisfy(\.isNumber)
                ? String(authority[..<colon]) : authority
        }
        guard Self.names.contains((name ?? authority).lowercased()) else {
            return Response(status: .misdirectedRequest)
        }
        return try await next(request, context)
    }
}
