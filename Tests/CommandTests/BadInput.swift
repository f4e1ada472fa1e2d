import Foundation
import Testing

/// Something wrong with the hamlet, and the lines that must be said of it, word for word.
struct BadInput: Sendable, CustomTestStringConvertible {
    let name: String
    /// All of standard error, in order.
    let lines: [String]
    /// Two other faults: in the same file, unless the fault leaves nothing of it to read.
    let others: [OtherFault]
    /// Whether the fault is a row's, which `--set-aside` puts aside.
    let isOfRow: Bool
    let apply: @Sendable (HamletStudy) throws -> Void

    /// A fault of a row.
    static func row(
        _ name: String, _ lines: [String], beside others: [OtherFault],
        _ apply: @escaping @Sendable (HamletStudy) throws -> Void
    ) -> BadInput {
        BadInput(name: name, lines: lines, others: others, isOfRow: true, apply: apply)
    }

    /// A fault of a whole file, or of `study.yaml`.
    static func file(
        _ name: String, _ lines: [String], beside others: [OtherFault],
        _ apply: @escaping @Sendable (HamletStudy) throws -> Void
    ) -> BadInput {
        BadInput(name: name, lines: lines, others: others, isOfRow: false, apply: apply)
    }

    var testDescription: String { name }

    /// What must be said where the two other faults are there, too: by layer, then by row.
    var linesAmongOthers: [String] {
        let all = lines + others.map(\.line)
        return all.enumerated().sorted { a, b in
            let (x, y) = (Self.position(a.element), Self.position(b.element))
            return x == y ? a.offset < b.offset : x < y
        }.map(\.element)
    }

    /// Where a line points: the layer's place among the layers, and the row.
    private static func position(_ line: String) -> Position {
        let head = line.prefix { $0 != ":" }
        let rest = line.dropFirst(head.count + 1)
        let layers = [
            "study", "communities", "compounds", "phases", "gates", "gate", "facilities", "candidates",
            "streets",
        ]
        let layer = layers.firstIndex(of: String(head.prefix { $0 != "." })) ?? layers.count
        return Position(layer: layer, row: Int(rest.prefix { $0 != ":" }) ?? 0)
    }

    /// A place in a study: which layer, which row.
    private struct Position: Comparable {
        let layer: Int
        let row: Int

        static func < (a: Self, b: Self) -> Bool { (a.layer, a.row) < (b.layer, b.row) }
    }
}

/// A fault that stands beside another.
struct OtherFault: Sendable {
    let line: String
    let apply: @Sendable (HamletStudy) throws -> Void

    init(_ line: String, in file: String, _ old: String, _ new: String) {
        self.line = line
        apply = { try $0.replace(old, with: new, in: file) }
    }

    init(_ line: String, appending text: String, to file: String) {
        self.line = line
        apply = { try $0.append(text, to: file) }
    }
}
