package import Compliance
package import Policy

/// The words that reports of findings are given.
package struct FindingText: Sendable {
    let detail: @Sendable (Finding) -> String
    let remedy: @Sendable (Remedy) -> String
    let text: @Sendable (BilingualText) -> String

    /// Gathers words.
    ///
    /// - Parameters:
    ///   - detail: the words for the facts that a verdict rests on.
    ///   - remedy: the words for what would mend it.
    ///   - text: which of a pack's texts is meant.
    package init(
        detail: @escaping @Sendable (Finding) -> String, remedy: @escaping @Sendable (Remedy) -> String,
        text: @escaping @Sendable (BilingualText) -> String
    ) {
        self.detail = detail
        self.remedy = remedy
        self.text = text
    }
}
