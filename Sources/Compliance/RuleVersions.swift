package import Places
package import Policy

/// A rule of which a pack may hold several versions, each with its period.
package protocol VersionedRule: Sendable {
    /// From when until when a compound must have been planned for the version to be the one for it.
    var period: EffectivePeriod { get }
}

extension SpaceRule: VersionedRule {}
extension FirstPhaseRule: VersionedRule {}
extension SingleSiteRule: VersionedRule {}
extension PooledSpaceRule: VersionedRule {}
extension LandRule: VersionedRule {}
extension SynchronizationRule: VersionedRule {}

extension CompoundRecord {
    /// The version of a rule that is for the compound, by the date that decides its class.
    ///
    /// Of the versions, the latest under which the compound is new, or may be, and whose last day its date does not
    /// surely pass. Where it is new under none it is an existing one, judged by the version in force on the day
    /// asked about, else by the earliest.
    ///
    /// - Parameters:
    ///   - versions: the versions of one rule.
    ///   - milestone: the date that decides.
    ///   - day: the day asked about.
    /// - Returns: the version; nothing where there is none, or its date lies behind the last day of all.
    package func version<Rule: VersionedRule>(
        of versions: [Rule], by milestone: Milestone, asOf day: Day
    ) -> Rule? {
        guard versions.count > 1 || versions.first?.period.to != nil else { return versions.first }
        // Without a first day a version has always held; the later in the pack goes first among equals.
        let latestFirst = versions.enumerated().sorted { a, b in
            let (x, y) = (a.element.period.from?.last, b.element.period.from?.last)
            guard x != y else { return a.offset > b.offset }
            guard let x else { return false }
            guard let y else { return true }
            return x > y
        }.map(\.element)
        var isBehindAll = false
        for version in latestFirst {
            if let from = version.period.from, classing(by: milestone, from: from) == .known(.existing) {
                continue
            }
            if isAfter(version.period.to, by: milestone) {
                isBehindAll = true
                continue
            }
            return version
        }
        if isBehindAll { return nil }
        return latestFirst.first { $0.period.isInForce(on: day) } ?? latestFirst.last
    }

    /// Whether the compound's date is surely after a rule's last day.
    private func isAfter(_ end: PartialDate?, by milestone: Milestone) -> Bool {
        guard let end else { return false }
        let next = PartialDate(Day(ordinal: end.last.ordinal + 1))
        return classing(by: milestone, from: next) == .known(.new)
    }
}

extension CompoundRecord {
    /// The version of a pack's space rule that is for the compound.
    package func spaceRule(of pack: PolicyPack, asOf day: Day) -> SpaceRule? {
        version(of: pack.space, by: pack.space.first?.classDate ?? .planned, asOf: day)
    }

    /// The version of a pack's space rule that is for the compound; where its date, or the rule's, leaves open whether
    /// it is, and the compound is new without it too, the version that is for it otherwise.
    func spaceChoice(of pack: PolicyPack, asOf day: Day) -> (rule: SpaceRule, otherwise: SpaceRule?)? {
        guard let rule = spaceRule(of: pack, asOf: day) else { return nil }
        guard pack.space.count > 1, case .open = classing(by: rule.classDate, from: rule.period.from),
            let other = version(of: pack.space.filter { $0 != rule }, by: rule.classDate, asOf: day),
            classing(by: other.classDate, from: other.period.from) == .known(.new)
        else { return (rule, nil) }
        return (rule, other)
    }

    /// A version of a pack's space rule by which the compound owes care space, where it does so by either that may be
    /// for it; else the one that is.
    func owingRule(of pack: PolicyPack, asOf day: Day) -> SpaceRule? {
        guard let choice = spaceChoice(of: pack, asOf: day) else { return nil }
        guard let other = choice.otherwise else { return choice.rule }
        let owes = [
            obligation(under: other), obligation(under: choice.rule, seenAs: .known(.new)),
        ].allSatisfy {
            switch $0 {
            case .owed, .owedUnstated: true
            case .noRate, .nothing, .open: false
            }
        }
        return owes ? other : choice.rule
    }

    /// What care space a pack asks of the compound.
    package func obligation(under pack: PolicyPack, asOf day: Day) -> CareObligation {
        spaceRule(of: pack, asOf: day).map { obligation(under: $0) } ?? .noRate(nil)
    }
}
