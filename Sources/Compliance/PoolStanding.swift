internal import Policy

/// A verdict of `space.pooled` that a compound passes by together with others.
package struct PoolStanding: Hashable, Sendable {
    /// Whether it is of a group, or of the compound with its neighbours.
    package let scope: FindingScope
    /// The group's name, else the compound's id.
    package let subject: String

    /// Names a verdict by its subject.
    package init(scope: FindingScope, subject: String) { (self.scope, self.subject) = (scope, subject) }

    /// The verdict's address: `RULE/SCOPE/SUBJECT`, as `explain` is asked for it.
    package var address: String { "\(PooledSpaceRule.id)/\(scope.rawValue)/\(subject)" }
}
