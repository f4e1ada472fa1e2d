/// A written exception: one subject need not follow one rule.
package struct Waiver: Hashable, Sendable {
    /// The id of what is excepted, as the rule's findings name it.
    package var subject: String
    /// The rule, as the column `rule` of `checks.csv` names it.
    package var rule: String
    /// The document that excepts it: its number, else its title.
    package var document: String
    /// Since when.
    package var date: PartialDate
    /// Why, in the document's words.
    package var reason: String?
    package var source: SourceRow

    /// Makes an exception.
    package init(
        subject: String, rule: String, document: String, date: PartialDate, reason: String? = nil,
        source: SourceRow = SourceRow(file: "", row: 0)
    ) {
        self.subject = subject
        self.rule = rule
        self.document = document
        self.date = date
        self.reason = reason
        self.source = source
    }
}
