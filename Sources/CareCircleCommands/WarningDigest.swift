internal import Studies

/// Warnings as a command says them that is not about the input.
///
/// The first few of each sort are said in full, the rest counted; `validate` lists every one.
struct WarningDigest {
    /// How many warnings of one sort are said in full.
    private static let shown = 3

    private let warnings: [Problem]
    private let wording: ProblemWording

    init(_ warnings: [Problem], wording: ProblemWording) {
        self.warnings = warnings
        self.wording = wording
    }

    /// The lines to say, without line breaks.
    var lines: [String] {
        var order: [Sort] = []
        var bySort: [Sort: [Problem]] = [:]
        for warning in warnings {
            let sort = Sort(file: warning.file, column: warning.column, kind: Sort.kind(of: warning.fault))
            if bySort[sort] == nil { order.append(sort) }
            bySort[sort, default: []].append(warning)
        }
        return order.flatMap { sort -> [String] in
            let list = bySort[sort] ?? []
            let said = list.prefix(list.count <= Self.shown + 1 ? list.count : Self.shown)
            var lines = said.map { wording.line(for: $0) }
            if list.count > said.count {
                lines.append(wording.more(list.count - said.count, like: sort.file))
            }
            return lines
        }
    }

    /// What makes two warnings alike.
    private struct Sort: Hashable {
        let file: String
        let column: String?
        let kind: String

        /// The name of the fault's case, without its facts.
        static func kind(of fault: Fault) -> String { String("\(fault)".prefix { $0 != "(" }) }
    }
}
