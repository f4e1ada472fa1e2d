internal import Studies

/// The bad rows that a run has set aside, as summaries tell of them.
struct SetAsideRows {
    /// How many there are.
    let count: Int
    /// How many of them are compounds, whose people may be counted all the same.
    private let compounds: Int

    init(_ rejected: [RejectedRow]) {
        count = rejected.count
        compounds = rejected.count { $0.layer == .compounds }
    }

    /// What a summary says of them.
    ///
    /// - Parameters:
    ///   - say: the language.
    ///   - folder: the folder of the command's own results, in which the rows stand.
    ///   - ofPeople: whether the figures below are of people, and not of compounds alone.
    /// - Returns: the lines; none where nothing was set aside.
    func lines(_ say: Language, in folder: String, ofPeople: Bool = true) -> [String] {
        guard count > 0 else { return [] }
        let file = RejectedRows.path(in: folder)
        var lines = [
            say(
                "\(counted(count, "bad row")) set aside, counted nowhere below: see \(file)",
                "已剔除有误的行 \(count) 行，以下均未计入：见 \(file)")
        ]
        if ofPeople, compounds > 0 {
            lines.append(
                say(
                    "  \(compounds) of them are compounds: where their community states figures of its own, their people are counted all the same, among what its other compounds leave over and as estimated; else nowhere",
                    "  其中小区 \(compounds) 个：所属社区自列户数或老年人口的，其居民仍计入该社区其他小区以外的剩余部分，并记为估算；否则未计入"))
        }
        return lines
    }
}
