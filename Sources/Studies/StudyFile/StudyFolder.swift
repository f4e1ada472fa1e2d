internal import Glibc

/// The folder of a study, which paths in its `study.yaml` are relative to.
package struct StudyFolder: Hashable, Sendable {
    /// The absolute path, without a slash at the end.
    package let path: String

    /// Makes a folder of a path as the user wrote it, relative to where the program runs.
    package init(_ text: String) {
        var trimmed = Substring(text)
        while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
        if trimmed.first == "/" {
            path = String(trimmed)
        } else {
            let here = getcwd(nil, 0)
            defer { free(here) }
            let base = here.map { String(cString: $0) } ?? "."
            path = trimmed == "." || trimmed.isEmpty ? base : "\(base)/\(trimmed)"
        }
    }

    /// The path to open for a path of `study.yaml`; `..` leads out of the folder, as the user means it to.
    package func resolved(_ text: String) -> String {
        text.hasPrefix("/") || Self.isConnection(text) ? text : "\(path)/\(text)"
    }

    /// A path without steps that lead nowhere, so that one file has one path: `a/./b/../c` is `a/c`.
    package static func tidied(_ path: String) -> String {
        (path.hasPrefix("/") ? "/" : "") + steps(of: path).joined(separator: "/")
    }

    private static func steps(of path: String) -> [Substring] {
        path.split(separator: "/").reduce(into: []) { steps, step in
            switch step {
            case ".": break
            case ".." where steps.last.map { $0 != ".." } ?? false: steps.removeLast()
            default: steps.append(step)
            }
        }
    }

    /// A path as it would be written in the folder's `study.yaml`.
    package func relative(_ text: String) -> String {
        let (from, to) = (Self.steps(of: path), Self.steps(of: StudyFolder(text).path))
        let shared = zip(from, to).prefix { $0 == $1 }.count
        return ([Substring](repeating: "..", count: from.count - shared) + to[shared...]).joined(
            separator: "/")
    }

    /// What a source is called in problems and reports: what the user wrote, without any password.
    package func shownName(of text: String) -> String {
        Self.isConnection(text) ? TableSource.withoutPassword(text) : text
    }

    /// Whether a text names a database (`PG:…`) rather than a file.
    package static func isConnection(_ text: String) -> Bool {
        let head = text.prefix { $0 != ":" && $0 != "/" && $0 != "." }
        return head.count >= 2 && text.dropFirst(head.count).first == ":"
    }
}
