package import Places
package import Policy

/// A figure of a study in the place of an input: how much it may be, and whose it is.
package struct ComputedAmount: Hashable, Sendable {
    /// The least that it may be, in no unit.
    package let least: ExactQuotient
    /// The most; more than the least where part of it is unknown.
    package let most: ExactQuotient
    /// Whose figure it is; nothing: of the whole study.
    package let scope: Scope?
    /// What it is counted in; nothing of what is no rate.
    package let basis: Basis?

    /// Whether it is a share.
    package var isRate: Bool { basis != nil }

    /// Makes an amount; without a most it is known exactly.
    package init(_ least: ExactQuotient, most: ExactQuotient? = nil, scope: Scope?, basis: Basis? = nil) {
        self.least = least
        self.most = most ?? least
        self.scope = scope
        self.basis = basis
    }
}

/// Whose number it is.
enum NumberOwner {
    /// As a ledger states it.
    case stated(String)
    /// A scope of the study.
    case study(Scope)

    /// What people call it.
    var text: String {
        switch self {
        case .stated(let text): text
        case .study(let scope): "\(scope.kind) \(scope.identifier)"
        }
    }

    /// Whether both are the same: a ledger may call a scope of the study by its kind, its id or both.
    func isSame(as other: NumberOwner) -> Bool {
        switch (self, other) {
        case (.stated(let a), .stated(let b)): a == b
        case (.study(let a), .study(let b)): a == b
        case (.stated(let text), .study(let scope)), (.study(let scope), .stated(let text)):
            [
                scope.kind, scope.identifier, "\(scope.kind)/\(scope.identifier)",
                "\(scope.kind) \(scope.identifier)",
            ]
            .contains(text)
        }
    }
}
