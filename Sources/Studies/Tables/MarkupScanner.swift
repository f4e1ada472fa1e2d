/// A pass over XML 1.0 in UTF-8, tag by tag, as far as office documents need it.
///
/// Names are told without their namespace prefix. Declarations, comments and processing instructions are
/// passed over; entities are those of XML itself and character numbers.
struct MarkupScanner {
    /// What the pass has come to.
    enum Event {
        /// An opening tag; an empty one (`<v/>`) is closed at once, without an ``end``.
        case start(isEmpty: Bool)
        /// A closing tag.
        case end
        /// Text between tags.
        case text
    }

    /// The text breaks off within a tag.
    struct Truncated: Error {}

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var name = 0..<0
    private var attributes = 0..<0
    private var content = 0..<0
    private var isLiteral = false

    /// Begins a pass over bytes that must outlive it.
    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Goes on to the next tag or text; nothing at the end.
    mutating func next() throws(Truncated) -> Event? {
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else {
                let start = position
                while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
                (content, isLiteral) = (start..<position, false)
                return .text
            }
            if opens("<!--") {
                try skip(past: "-->")
            } else if opens("<![CDATA[") {
                let start = position + 9
                try skip(past: "]]>")
                (content, isLiteral) = (start..<position - 3, true)
                return .text
            } else if opens("<?") {
                try skip(past: "?>")
            } else if opens("<!") {
                try skip(past: ">")
            } else {
                return try tag()
            }
        }
        return nil
    }

    /// Whether the tag at hand bears a name.
    func isNamed(_ wanted: StaticString) -> Bool {
        name.count == wanted.utf8CodeUnitCount && matches(wanted, at: name.lowerBound)
    }

    /// The value of an attribute of the tag at hand; a prefix is part of its name here.
    func attribute(_ wanted: StaticString) -> String? {
        var i = attributes.lowerBound
        while i < attributes.upperBound {
            while i < attributes.upperBound, bytes[i] <= 0x20 { i += 1 }
            let start = i
            while i < attributes.upperBound, bytes[i] != UInt8(ascii: "="), bytes[i] > 0x20 { i += 1 }
            let end = i
            while i < attributes.upperBound, bytes[i] != UInt8(ascii: "\""), bytes[i] != UInt8(ascii: "'") {
                i += 1
            }
            guard i < attributes.upperBound else { return nil }
            let (mark, first) = (bytes[i], i + 1)
            i = first
            while i < attributes.upperBound, bytes[i] != mark { i += 1 }
            if end - start == wanted.utf8CodeUnitCount, matches(wanted, at: start) {
                return decoded(first..<i)
            }
            i += 1
        }
        return nil
    }

    /// The text at hand, its entities resolved.
    var text: String {
        isLiteral
            ? String(decoding: UnsafeBufferPointer(rebasing: bytes[content]), as: UTF8.self)
            : decoded(content)
    }

    private mutating func tag() throws(Truncated) -> Event {
        let start = position
        var (i, mark) = (position + 1, UInt8(0))
        // A tag may hold > within the quotes of an attribute.
        while i < bytes.count, mark != 0 || bytes[i] != UInt8(ascii: ">") {
            if mark != 0 {
                if bytes[i] == mark { mark = 0 }
            } else if bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'") {
                mark = bytes[i]
            }
            i += 1
        }
        guard i < bytes.count else { throw Truncated() }
        position = i + 1
        let closes = bytes[start + 1] == UInt8(ascii: "/")
        let isEmpty = bytes[i - 1] == UInt8(ascii: "/")
        let first = start + (closes ? 2 : 1)
        let last = isEmpty && !closes ? i - 1 : i
        var end = first
        var local = first
        while end < last, bytes[end] > 0x20 {
            if bytes[end] == UInt8(ascii: ":") { local = end + 1 }
            end += 1
        }
        (name, attributes) = (local..<max(local, end), end..<max(end, last))
        return closes ? .end : .start(isEmpty: isEmpty)
    }

    private mutating func skip(past mark: StaticString) throws(Truncated) {
        while position + mark.utf8CodeUnitCount <= bytes.count {
            if matches(mark, at: position) {
                position += mark.utf8CodeUnitCount
                return
            }
            position += 1
        }
        throw Truncated()
    }

    private func opens(_ mark: StaticString) -> Bool {
        position + mark.utf8CodeUnitCount <= bytes.count && matches(mark, at: position)
    }

    private func matches(_ wanted: StaticString, at place: Int) -> Bool {
        for i in 0..<wanted.utf8CodeUnitCount where bytes[place + i] != wanted.utf8Start[i] { return false }
        return true
    }

    private func decoded(_ range: Range<Int>) -> String {
        let raw = UnsafeBufferPointer(rebasing: bytes[range])
        guard raw.contains(UInt8(ascii: "&")) else { return String(decoding: raw, as: UTF8.self) }
        var result = ""
        let parts = String(decoding: raw, as: UTF8.self).split(
            separator: "&", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            guard index > 0, let end = part.firstIndex(of: ";"), let character = entity(part[..<end]) else {
                result += (index > 0 ? "&" : "") + part
                continue
            }
            result.unicodeScalars.append(character)
            result += part[part.index(after: end)...]
        }
        return result
    }

    private func entity(_ name: Substring) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.first == "#" else { return nil }
            let digits = name.dropFirst()
            let isHexadecimal = digits.first == "x" || digits.first == "X"
            let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return code.flatMap(Unicode.Scalar.init)
        }
    }
}
