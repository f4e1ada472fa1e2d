/// Yes and no as people write them into cells.
package enum CellFlag {
    /// A truth: 是, 有, yes, y, true, t, 1 or √; 否, 无, no, n, false, f, 0 or ×.
    /// - Throws: That the text is none of them.
    package static func flag(_ text: String) throws(Fault) -> Bool {
        switch PlainText.folded(text).trimmed.lowercased() {
        case "是", "有", "yes", "y", "true", "t", "1", "√": return true
        case "否", "无", "no", "n", "false", "f", "0", "×": return false
        default: throw .notOneOf(text: text, allowed: ["yes", "no"])
        }
    }
}
