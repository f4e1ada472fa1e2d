/// The words that a column takes, in any of the languages that sheets are written in.
///
/// The keys of packs, ledgers and scenarios that mean the same take the same words.
struct ColumnWords<Meaning: Hashable & Sendable>: Sendable {
    /// The canonical words, each with its meaning.
    private let canonical: [(word: String, meaning: Meaning)]
    /// The words of other languages, of each meaning the usual one first.
    private let others: [(word: String, meaning: Meaning)]
    private let meanings: [String: Meaning]

    /// The canonical words, which problems list, each with its first name in Chinese.
    var allowed: [String] {
        canonical.map { word, meaning in chinese(of: meaning).map { "\(word) (\($0))" } ?? word }
    }

    /// The usual word for a meaning in Chinese; nothing where none is known.
    func chinese(of meaning: Meaning) -> String? {
        others.first { $0.meaning == meaning && !$0.word.utf8.allSatisfy { $0 < 0x80 } }?.word
    }

    /// All words as they are usually written, the canonical ones first.
    var all: [String] {
        let own = canonical.map(\.word)
        return own + others.map(\.word).filter { !own.contains($0) }
    }

    /// The meaning of a word; case, full-width letters and blanks around it do not count.
    func meaning(of text: String) -> Meaning? { meanings[Self.plain(text)] }

    /// Makes words of the canonical ones and of those of other languages, of these the usual name of each meaning first.
    init(_ canonical: [(String, Meaning)], _ others: KeyValuePairs<String, Meaning> = [:]) {
        self.init(canonical: canonical.map { ($0.0, $0.1) }, others: others.map { ($0.key, $0.value) })
    }

    private init(canonical: [(word: String, meaning: Meaning)], others: [(word: String, meaning: Meaning)]) {
        (self.canonical, self.others) = (canonical, others)
        var meanings: [String: Meaning] = [:]
        for (word, meaning) in others + canonical { meanings[Self.plain(word)] = meaning }
        self.meanings = meanings
    }

    /// Those of the words whose meaning has one of another sort.
    func compactMap<Other>(_ other: (Meaning) -> Other?) -> ColumnWords<Other> {
        func mapped(_ words: [(word: String, meaning: Meaning)]) -> [(word: String, meaning: Other)] {
            words.compactMap { word, meaning in other(meaning).map { (word, $0) } }
        }
        return ColumnWords<Other>(canonical: mapped(canonical), others: mapped(others))
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
