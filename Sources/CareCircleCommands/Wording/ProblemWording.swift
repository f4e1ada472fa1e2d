internal import Places
package import Studies

/// The words for problems of the input: one line each, `file:row: column: what is wrong, what was expected`.
package struct ProblemWording {
    let say: Language

    /// Makes the wording of a language.
    package init(language: Language) { say = language }

    /// The line for a problem, without a line break.
    package func line(for problem: Problem) -> String {
        var place = problem.file
        if let row = problem.row { place += ":\(row)" }
        if let column = problem.column { place += ": \(column)" }
        let mark = problem.severity == .warning ? say("warning: ", "提示：") : ""
        let text = "\(place): \(mark)\(sentence(for: problem.fault))"
        return text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// The line that stands for further warnings of a sort.
    func more(_ count: Int, like file: String) -> String {
        say(
            "\(file): warning: \(count) more like this, which `carecircle validate` lists",
            "\(file)：提示：另有 \(count) 条同类提示，可用 `carecircle validate` 查看")
    }

    func sentence(for fault: Fault) -> String {
        file(fault) ?? table(fault) ?? cell(fault) ?? row(fault) ?? location(fault) ?? study(fault)
    }

    func quoted(_ text: String) -> String {
        let shown = text.count > 60 ? text.prefix(57) + "…" : text[...]
        return say("“\(shown)”", "“\(shown)”")
    }

    func list(_ words: [String]) -> String {
        words.prefix(12).joined(separator: say(", ", "、")) + (words.count > 12 ? " …" : "")
    }

    func suggestion(_ nearest: String?) -> String {
        nearest.map { say(", did you mean \(quoted($0))?", "，是否为\(quoted($0))？") } ?? ""
    }
}
