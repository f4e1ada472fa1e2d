/// So many of a thing in English, in the singular where it is one: `1 row`, `2 rows`, `1 facility`, `0 facilities`.
///
/// All English sentences with a count take it from here; Chinese has no plural.
///
/// - Parameters:
///   - number: how many, as it is to be written.
///   - one: the thing; with what follows where a verb goes by the number (`place is left out`).
///   - many: several of it; left out, the regular plural of the last word.
/// - Returns: number and word.
func counted(_ number: some CustomStringConvertible, _ one: String, _ many: String? = nil) -> String {
    let text = number.description
    guard text != "1" else { return "1 \(one)" }
    return "\(text) \(many ?? plural(one))"
}

/// The regular plural of a phrase's last word.
private func plural(_ one: String) -> String {
    guard one.hasSuffix("y"), let before = one.dropLast().last, !"aeiou".contains(before) else {
        return one + "s"
    }
    return one.dropLast() + "ies"
}
