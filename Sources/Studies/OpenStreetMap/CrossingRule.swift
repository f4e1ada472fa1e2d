package import WalkNetwork

/// What is read of streets beside their course.
package struct StreetExtras: OptionSet, Hashable, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Stairs and crossings, for walking profiles.
    package static let features = StreetExtras(rawValue: 1)
    /// The names of ways, for those who ask which streets a walk takes.
    package static let names = StreetExtras(rawValue: 2)
}

/// What OpenStreetMap calls a stair, and how its nodes say that walkers cross a road (docs/walking-rule.md).
package enum CrossingRule {
    /// Counted up whenever the rule judges any way or node otherwise than before: networks saved under another
    /// version are built anew.
    static let version = 1

    /// Whether a way is a stair.
    package static func isStairs(highway: String) -> Bool { highway == "steps" }

    /// How a node's crossing is kept; nothing where it is none.
    ///
    /// - Parameters:
    ///   - highway: The node's tag `highway`.
    ///   - crossing: Its tag `crossing`.
    /// - Returns: The kind of crossing.
    package static func kind(highway: String?, crossing: String?) -> CrossingKind? {
        if highway == "traffic_signals" || crossing == "traffic_signals" { return .signals }
        if crossing == "no" { return nil }
        guard highway == "crossing" || crossing != nil else { return nil }
        return crossing == "unmarked" ? .unmarked : .other
    }
}
