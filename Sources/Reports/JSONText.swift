/// JSON with its keys in the order given and its numbers as written, so that equal values are equal bytes.
package indirect enum JSONText: Sendable {
    case null
    case flag(Bool)
    case text(String)
    /// A number, already written.
    case number(String)
    case list([JSONText])
    case object([(String, JSONText)])

    /// Text where there is any, else null.
    package static func text(optional text: String?) -> JSONText { text.map(JSONText.text) ?? .null }
    /// A whole number.
    package static func whole(_ value: Int) -> JSONText { .number(String(value)) }
    /// A number with up to six decimals, null where unknown.
    package static func number(_ value: Double?, decimals: Int = 6) -> JSONText {
        value.map { .number(NumberText.trimmed($0, decimals: decimals)) } ?? .null
    }

    /// A figure of any size, null where there is none: six decimals, and six digits where it is small.
    package static func figure(_ value: Double?) -> JSONText {
        value.map { .number(NumberText.significant($0, decimals: 6, digits: 6)) } ?? .null
    }

    /// The value that a table cell holds: plain words become flags or numbers where they are such.
    package init(_ cell: Cell) {
        switch cell {
        case .empty: self = .null
        case .text(let text): self = .text(text)
        case .plain("true"): self = .flag(true)
        case .plain("false"): self = .flag(false)
        case .plain(let word): self = NumberText.isNumber(word) ? .number(word) : .text(word)
        }
    }

    /// Writes the value that a table cell holds, as ``init(_:)`` takes it.
    static func write(_ cell: Cell, to bytes: inout [UInt8]) {
        switch cell {
        case .empty: bytes += "null".utf8
        case .text(let text): write(text, to: &bytes)
        case .plain(let word):
            if word == "true" || word == "false" || NumberText.isNumber(word) {
                bytes += word.utf8
            } else {
                write(word, to: &bytes)
            }
        }
    }

    /// The JSON on one line.
    package func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .flag(let flag): bytes += (flag ? "true" : "false").utf8
        case .number(let number): bytes += number.utf8
        case .text(let text): JSONText.write(text, to: &bytes)
        case .list(let items):
            bytes.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                item.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                JSONText.write(member.0, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.1.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// The JSON indented by two spaces, for people to read.
    package func indented(by depth: Int = 0) -> String {
        let inner = String(repeating: "  ", count: depth + 1)
        let outer = String(repeating: "  ", count: depth)
        switch self {
        case .list(let items) where !items.isEmpty:
            return "[\n" + items.map { inner + $0.indented(by: depth + 1) }.joined(separator: ",\n")
                + "\n\(outer)]"
        case .object(let members) where !members.isEmpty:
            let lines = members.map { key, value in
                "\(inner)\(JSONText.text(key).indented()): \(value.indented(by: depth + 1))"
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
        default:
            var bytes: [UInt8] = []
            write(to: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        let isPlain =
            text.utf8.withContiguousStorageIfAvailable { !$0.contains(where: needsEscape) }
            ?? !text.utf8.contains(where: needsEscape)
        guard !isPlain else {
            bytes += text.utf8
            bytes.append(UInt8(ascii: "\""))
            return
        }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x0A: bytes += "\\n".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0x09: bytes += "\\t".utf8
            case 0..<0x20:
                let hex = String(byte, radix: 16)
                bytes += ("\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex).utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
