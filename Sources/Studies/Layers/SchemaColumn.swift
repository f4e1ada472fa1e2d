/// A column that a layer knows, by its canonical name.
protocol SchemaColumn: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// Headers that mean this column too, best first.
    var headers: [String] { get }
    /// Whether the layer is of no use without the column.
    var isRequired: Bool { get }
    /// The column that names a row, where rows have names that others refer to.
    static var identifier: Self? { get }
    /// What rows of the layer may be drawn as; nothing where they have no place.
    static var shape: PlaceShape? { get }
}

/// What rows of a layer may be drawn as.
enum PlaceShape: String {
    case point
    case area = "polygon"
    case either = "point or polygon"
}

/// The words that a column takes, in any of the languages that sheets are written in.
struct ColumnWords<Meaning: Hashable & Sendable>: Sendable {
    /// The canonical words, which problems list, each with its first name in Chinese.
    let allowed: [String]
    private let meanings: [String: Meaning]

    /// The meaning of a word; case, full-width letters and blanks around it do not count.
    func meaning(of text: String) -> Meaning? { meanings[Self.plain(text)] }

    /// Makes words of the canonical ones and of those of other languages, of these the usual name of each meaning first.
    init(_ canonical: [(String, Meaning)], _ others: KeyValuePairs<String, Meaning> = [:]) {
        allowed = canonical.map { word, meaning in
            let name = others.first { $0.value == meaning && !$0.key.utf8.allSatisfy { $0 < 0x80 } }?.key
            return name.map { "\(word) (\($0))" } ?? word
        }
        var meanings: [String: Meaning] = [:]
        for (word, meaning) in others { meanings[Self.plain(word)] = meaning }
        for (word, meaning) in canonical { meanings[Self.plain(word)] = meaning }
        self.meanings = meanings
    }

    private static func plain(_ text: String) -> String {
        PlainText.folded(text).lowercased().trimmed
    }
}

extension ColumnWords where Meaning: RawRepresentable<String> & CaseIterable {
    /// Makes words of an enumeration's own and of those of other languages.
    init(_ others: KeyValuePairs<String, Meaning>) {
        self.init(Meaning.allCases.map { ($0.rawValue, $0) }, others)
    }
}
