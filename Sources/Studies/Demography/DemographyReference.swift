/// Which demographic table a scenario asks for, and where it asks.
struct DemographyReference: Hashable {
    /// The id of a bundled table, or a path.
    let text: String
    /// The file that asks, as the user wrote it; a path goes from its folder.
    let file: String
    /// The line.
    let line: Int

    /// The table that is taken where none is named.
    static let standard = "china"

    /// The file's path as it is opened; nothing for a bundled table.
    ///
    /// A text with a slash or a YAML file's ending is a path, any other the id of a bundled table.
    var path: String? {
        let lower = text.lowercased()
        guard text.contains("/") || lower.hasSuffix(".yaml") || lower.hasSuffix(".yml") else { return nil }
        guard !text.hasPrefix("/") else { return text }
        return (file.lastIndex(of: "/").map { String(file[...$0]) } ?? "") + text
    }

    /// The key that asks.
    static let key = "\(ScenarioKey.population.rawValue).\(PopulationKey.demography.rawValue)"
}
