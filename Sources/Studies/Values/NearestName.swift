/// The name that somebody probably meant.
package enum NearestName {
    /// Of some names the one spelled most like a text, by the fewest insertions, deletions and replacements
    /// of characters (Levenshtein 1966), letters in either case being alike; the first of several; nothing
    /// where more than half of the text would have to change.
    package static func of(_ text: String, among names: some Sequence<String>) -> String? {
        let wanted = Array(PlainText.folded(text).lowercased())
        var best: (name: String, distance: Int)?
        for name in names {
            let candidate = Array(PlainText.folded(name).lowercased())
            let distance = editDistance(wanted, candidate)
            guard distance * 2 <= max(wanted.count, candidate.count), distance < best?.distance ?? .max
            else { continue }
            best = (name, distance)
        }
        return best?.name
    }

    /// Whether a text is so much like a name that it hardly means anything else: at most a third of the name differs, or one goes
    /// on where the other ends (`cost_yuan`, `costs`).
    static func isNear(_ text: String, to name: String) -> Bool {
        let (one, other) = (PlainText.folded(text).lowercased(), PlainText.folded(name).lowercased())
        guard !one.isEmpty, !other.isEmpty else { return false }
        if min(one.count, other.count) >= 4, one.hasPrefix(other) || other.hasPrefix(one) { return true }
        return editDistance(Array(one), Array(other)) * 3 <= other.count
    }

    private static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
        var previous = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var current = [i + 1]
            current.reserveCapacity(b.count + 1)
            for (j, y) in b.enumerated() {
                current.append(min(previous[j] + (x == y ? 0 : 1), previous[j + 1] + 1, current[j] + 1))
            }
            previous = current
        }
        return previous[b.count]
    }
}
