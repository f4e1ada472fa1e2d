internal import Places
package import Policy

/// A figure of a study in the place of an input: how much it may be, whose it is, and what it is of.
package struct ComputedAmount: Hashable, Sendable {
    /// The least that it may be, in no unit.
    package let least: ExactQuotient
    /// The most; more than the least where part of it is unknown.
    package let most: ExactQuotient
    /// Whose figure it is; nothing where it is nobody's in particular.
    package let owner: NumberOwner?
    /// What it is of; nothing where it is held against nothing.
    package let unit: FigureUnit?
    /// Of a rate: what it is taken over.
    package let over: Quantity?
    /// Of a target's figure: which target, where that has a version.
    package let target: VersionedTarget?

    /// Whether it is a rate.
    package var isRate: Bool { over != nil }
    /// Whether it is shown as it is, in whatever unit: a share.
    var isShare: Bool { unit?.isShare ?? false }

    /// Makes an amount; without a most it is known exactly.
    package init(
        _ least: ExactQuotient, most: ExactQuotient? = nil, owner: NumberOwner?, unit: FigureUnit?,
        over: Quantity? = nil, target: VersionedTarget? = nil
    ) {
        self.least = least
        self.most = most ?? least
        self.owner = owner
        self.unit = unit
        self.over = over
        self.target = target
    }
}

/// A target whose figures are counted in a way of their own.
package struct VersionedTarget: Hashable, Sendable {
    /// The target's id.
    package let identifier: String
    /// How it is counted, as its pack says.
    package let version: BilingualText

    /// Names a target and its version.
    package init(identifier: String, version: BilingualText) {
        (self.identifier, self.version) = (identifier, version)
    }
}

/// Whose number it is.
package enum NumberOwner: Hashable, Sendable {
    /// As a ledger states it.
    case stated(String)
    /// Something of the study, a scope or a compound say: its kind and its id.
    case study(kind: String, identifier: String)

    /// A scope of the study.
    static func scope(_ scope: Scope) -> NumberOwner {
        .study(kind: scope.kind, identifier: scope.identifier)
    }

    /// What people call it.
    var text: String {
        switch self {
        case .stated(let text): text
        case .study(let kind, let identifier): "\(kind) \(identifier)"
        }
    }

    /// Whether both are the same: a ledger may call a scope of the study by its kind, its id or both.
    func isSame(as other: NumberOwner) -> Bool {
        switch (self, other) {
        case (.stated(let a), .stated(let b)): a == b
        case (.study, .study): self == other
        case (.stated(let text), .study(let kind, let identifier)),
            (.study(let kind, let identifier), .stated(let text)):
            [kind, identifier, "\(kind)/\(identifier)", "\(kind) \(identifier)"].contains(text)
        }
    }
}
