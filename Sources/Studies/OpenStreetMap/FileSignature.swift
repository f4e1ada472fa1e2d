internal import Glibc

/// What a file is by its first bytes.
package enum FileSignature: Hashable, Sendable {
    case openStreetMapPBF, openStreetMapXML
    case zip, gzip, bzip2, sqlite, pdf, html, xml, json, text, other

    /// Whether OpenStreetMap data begins so.
    var isOpenStreetMap: Bool { self == .openStreetMapPBF || self == .openStreetMapXML }

    /// Looks at the first bytes of a file; nothing where there are too few to tell, or where they are
    /// compressed as the file's name says.
    package init?(ofFileAt path: String) {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1024)
        bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
        let name = path.lowercased()
        self.init(bytes)
        if self == .gzip && name.hasSuffix(".gz") || self == .bzip2 && name.hasSuffix(".bz2") { return nil }
    }

    /// Looks at the first bytes of a file; nothing where there are too few to tell.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count >= 16 else { return nil }
        // The length of the first header, the tag and length of its type, the type: so the PBF format has it.
        if bytes[4...].starts(with: [0x0A, 9] + Array("OSMHeader".utf8)) {
            self = .openStreetMapPBF
        } else if let known = Self.magic.first(where: { bytes.starts(with: $0.bytes) }) {
            self = known.signature
        } else if bytes.contains(where: { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains($0) }) {
            self = .other
        } else {
            self.init(text: String(decoding: bytes, as: UTF8.self))
        }
    }

    private init(text: String) {
        let text = text.lowercased().drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if text.hasPrefix("<!doctype html") || text.contains("<html") {
            self = .html
        } else if text.hasPrefix("<") {
            self = text.contains("<osm") ? .openStreetMapXML : .xml
        } else {
            self = text.hasPrefix("{") || text.hasPrefix("[") ? .json : .text
        }
    }

    private static let magic: [(bytes: [UInt8], signature: FileSignature)] = [
        (Array("PK".utf8), .zip), ([0x1F, 0x8B], .gzip), (Array("BZh".utf8), .bzip2),
        (Array("SQLite format 3".utf8), .sqlite), (Array("%PDF".utf8), .pdf),
    ]
}
