/// The columns of a table of text: which cells of a row are kept, and under which names.
struct Columns {
    /// The names that are kept, in the file's order.
    let names: [String]
    /// The positions of their cells in a row of the file.
    let positions: [Int]
    /// Two of one name, and cells under no name.
    let problems: [Problem]
    private let isIdentity: Bool

    /// Sorts out a header: a column without a name is left out (and reported where it holds anything), and
    /// so is the later one of two that bear the same name.
    init(header: [String], row: Int, file: String, isFilled: (_ position: Int) -> Bool) {
        var (names, positions, problems): ([String], [Int], [Problem]) = ([], [], [])
        var known: Set<String> = []
        for (position, name) in header.enumerated() {
            if name.isEmpty {
                guard isFilled(position) else { continue }
                problems.append(
                    Problem(
                        file: file, row: row, .unnamedColumn(position: position + 1), severity: .warning))
            } else if known.insert(name).inserted {
                names.append(name)
                positions.append(position)
            } else {
                problems.append(Problem(file: file, row: row, column: name, .duplicateColumn(name: name)))
            }
        }
        (self.names, self.positions, self.problems) = (names, positions, problems)
        isIdentity = positions.count == header.count
    }

    /// The kept cells of a row; cells beyond its end are empty.
    func kept(_ cells: [String]) -> [String] {
        if isIdentity && cells.count == names.count { return cells }
        return positions.map { $0 < cells.count ? cells[$0] : "" }
    }
}
