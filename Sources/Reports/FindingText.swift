package import Compliance

/// The words that reports of findings are given.
package struct FindingText: Sendable {
    let detail: @Sendable (FindingDetail) -> String
    let remedy: @Sendable (Remedy) -> String

    /// Gathers words.
    ///
    /// - Parameters:
    ///   - detail: the words for the facts that a verdict rests on.
    ///   - remedy: the words for what would mend it.
    package init(
        detail: @escaping @Sendable (FindingDetail) -> String, remedy: @escaping @Sendable (Remedy) -> String
    ) {
        self.detail = detail
        self.remedy = remedy
    }
}
