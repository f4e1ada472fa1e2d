/// Everything that the map service answers with: made once, before it starts, and never changed.
package struct MapContent: Sendable {
    /// A finished answer.
    package struct File: Sendable, Equatable {
        /// Its bytes.
        package let bytes: [UInt8]
        /// Their kind, as HTTP names it.
        package let type: String

        /// JSON (GeoJSON where it is features).
        package static func json(_ bytes: [UInt8]) -> File { File(bytes: bytes, type: "application/json") }
        /// GeoJSON.
        package static func geoJSON(_ bytes: [UInt8]) -> File {
            File(bytes: bytes, type: "application/geo+json")
        }
        /// A web page.
        static func page(_ bytes: [UInt8]) -> File { File(bytes: bytes, type: "text/html; charset=utf-8") }
    }

    /// The answers below `/api/`, by name (`compounds.geojson`).
    package let files: [String: File]
    /// The chain behind a subject, as JSON; nothing where the text names none, or several.
    package let explain: @Sendable (String) -> [UInt8]?

    /// Gathers the answers.
    package init(files: [String: File], explain: @escaping @Sendable (String) -> [UInt8]?) {
        self.files = files
        self.explain = explain
    }

    /// The answer to a path; nothing where there is none.
    ///
    /// - Parameter path: the path of the request, without percent escapes and without its query.
    /// - Returns: the answer.
    package func answer(to path: String) -> File? {
        if path == "/" { return .page(PackageResources.map_html) }
        guard path.hasPrefix("/api/") else { return nil }
        let name = String(path.dropFirst(5))
        if let file = files[name] { return file }
        guard name.hasPrefix("explain/") else { return nil }
        return explain(String(name.dropFirst(8))).map(File.json)
    }
}
