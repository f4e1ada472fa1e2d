/// Several items in one cell.
package enum CellList {
    /// The items between semicolons, commas, Chinese commas (、) and bars, in either width; each once, in
    /// their order, without the blanks around them.
    package static func items(_ text: String) -> [String] {
        var known: Set<String> = []
        return text.split { ";,|、；，｜".contains($0) || $0.isNewline }
            .map(\.trimmed)
            .filter { !$0.isEmpty && known.insert($0).inserted }
    }
}
