internal import Yams

/// The root of a YAML file, or the one problem that keeps it from being read.
enum YAMLDocument {
    /// Parses a file in the encoding that it shows itself to be in, as tables are read: UTF-8, UTF-16 or GB 18030,
    /// with a byte order mark or without.
    ///
    /// - Throws: A problem with line and column where the bytes are no text, the text is not YAML, or is empty.
    static func root(of bytes: [UInt8], file: String) throws(Problem) -> Node {
        try root(of: text(of: bytes, file: file), file: file)
    }

    /// The text of a file that is YAML.
    ///
    /// - Throws: A problem with the line that holds no text.
    static func text(of bytes: [UInt8], file: String) throws(Problem) -> String {
        do throws(DecodingFailure) {
            return String(decoding: try DecodedText(bytes, as: nil).bytes, as: UTF8.self)
        } catch {
            throw error.problem(in: file, canState: false)
        }
    }

    /// Parses a text.
    ///
    /// - Throws: A problem with line and column where the text is not YAML, or is empty.
    static func root(of text: String, file: String) throws(Problem) -> Node {
        do {
            guard let root = try Yams.compose(yaml: text) else {
                throw Problem(file: file, row: 1, .wrongType(expected: "mapping"))
            }
            return root
        } catch let problem as Problem {
            throw problem
        } catch let error as YamlError {
            throw Self.problem(error, file: file)
        } catch {
            throw Problem(file: file, .yaml(reason: "\(error)"))
        }
    }

    private static func problem(_ error: YamlError, file: String) -> Problem {
        switch error {
        case .scanner(let context?, let reason, _, _)
        where context.text.contains("quoted scalar") && reason.contains("end of stream"):
            // Where the text ends says nothing; where the quotation mark stands does.
            return Problem(
                file: file, row: context.mark.line, column: String(context.mark.column),
                .yaml(reason: "a quotation mark is opened here and never closed"))
        case .scanner(_, let reason, let mark, _), .parser(_, let reason, let mark, _),
            .composer(_, let reason, let mark, _):
            return Problem(
                file: file, row: mark.line, column: String(mark.column), .yaml(reason: reason))
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.sorted(by: <).joined(separator: ", ")
            return Problem(
                file: file, row: context.mark.line, column: String(context.mark.column),
                .yaml(reason: "duplicate keys: \(names)"))
        case .reader(let reason, let offset, _, let text):
            // libYAML gives an offset where a character is not allowed at all.
            let before = text.prefix(offset ?? 0)
            let line = 1 + before.count(where: \.isNewline)
            let column = 1 + before.reversed().prefix { !$0.isNewline }.count
            return Problem(file: file, row: line, column: String(column), .yaml(reason: reason))
        default:
            return Problem(file: file, .yaml(reason: error.description))
        }
    }
}
