/// How the text of a file is written.
package enum TextEncoding: Hashable, Sendable {
    /// UTF-8, with or without a byte order mark.
    case utf8
    /// GB 18030-2005, of which GBK and GB 2312 are parts.
    case gb18030
    /// UTF-16 in either byte order.
    case utf16
    /// Any other that the system knows, by its name.
    case named(String)

    /// The name that iconv and GDAL know it by.
    package var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .gb18030: "GB18030"
        case .utf16: "UTF-16"
        case .named(let name): name
        }
    }

    /// The encoding that a user means by a name; GBK and GB 2312 are read as GB 18030, which contains them.
    package init(named name: String) {
        let plain = name.uppercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
        switch plain {
        case "UTF8", "UTF8SIG", "UTF8BOM": self = .utf8
        case "GB18030", "GBK", "GB2312", "CP936", "936", "EUCCN": self = .gb18030
        case "UTF16": self = .utf16
        default: self = .named(name)
        }
    }
}
