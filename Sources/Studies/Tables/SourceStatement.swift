/// Where a file says how a source is to be read: the line of each setting that can be wrong.
package struct SourceStatement: Hashable, Sendable {
    /// The file that says so.
    let file: String
    /// The keys on the way to the settings, joined by points.
    let path: String
    let layerLine: Int
    let filterLine: Int
    let encodingLine: Int
    let headerRowLine: Int

    /// The problem of a setting that a source cannot be read by, where it is stated; nothing where no setting
    /// is to blame.
    func problem(with source: TableSource, _ fault: Fault) -> Problem? {
        func problem(_ line: Int, _ key: String, _ fault: Fault) -> Problem {
            Problem(file: file, row: line, column: "\(path).\(key)", fault)
        }
        switch fault {
        case .unknownLayer(let name, let nearest, let known, _):
            return problem(
                layerLine, "layer",
                .unknownLayer(name: name, nearest: nearest, known: known, file: source.file))
        case .invalidFilter(let text, let reason, _):
            return problem(
                filterLine, "where", .invalidFilter(text: text, reason: reason, file: source.file))
        case .unknownEncoding: return problem(encodingLine, "encoding", fault)
        case .noHeader:
            guard let row = source.headerRow else { return nil }
            return problem(headerRowLine, "header_row", .noHeaderRow(row: row, file: source.file))
        default: return nil
        }
    }
}
