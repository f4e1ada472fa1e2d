/// The languages that messages to people are written in.
package enum Language: String, Hashable, Sendable, CaseIterable {
    case english = "en"
    case chinese = "zh"

    /// Picks the wording of this language.
    func callAsFunction(_ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String) -> String
    {
        switch self {
        case .english: english()
        case .chinese: chinese()
        }
    }
}
