package import Places
package import Policy

/// A rule or target of a pack of which a study has no finding.
package struct UnjudgedRule: Hashable, Sendable {
    /// A column of the layer `communities` that says to which areas a community belongs.
    package enum AreaColumn: String, Hashable, Sendable {
        case district, subdistrict, setting
    }

    /// Why there is none.
    package enum Reason: Hashable, Sendable {
        /// It holds from a later day on.
        case notYetInForce(from: PartialDate)
        /// Its last day is over.
        case noLongerInForce(since: PartialDate)
        /// No community states the column, so that it is not known whether the study has what it is for.
        case unstated(AreaColumn)
        /// No community is urban, or none is rural; so many state neither.
        case noCommunity(Setting, unstated: Int)
        /// No community belongs to any of these districts; so many name none.
        case noCommunityIn([String], unstated: Int)
        /// The study has no communities.
        case noCommunities
        /// No open facility is of those that it is for.
        case noFacility(counted: String)
        /// Such facilities are open, but none stands where it applies.
        case noFacilityThere(counted: String)
        /// The study has no compounds.
        case noCompounds
        /// It is about compounds that owe care space, and none does or may.
        case nobodyOwes
        /// No compound that is known to owe care space has several phases and some of it.
        case noPhasedCompound
        /// No two compounds could share of which one owes care space.
        case nobodyShares
        /// Its figure is not computed for any area of the study.
        case noFigure

        /// Whether the rule may apply all the same: the study does not say.
        package var isUnknown: Bool {
            switch self {
            case .unstated, .noFigure: true
            case .noCommunity(_, let unstated), .noCommunityIn(_, let unstated): unstated > 0
            case .notYetInForce, .noLongerInForce, .noCommunities, .noFacility, .noFacilityThere,
                .noCompounds, .nobodyOwes, .noPhasedCompound, .nobodyShares:
                false
            }
        }
    }

    /// The rule's name in outputs.
    package let rule: String
    /// Where it is written.
    package let clause: Clause
    /// Why there is no finding.
    package let reason: Reason

    /// Whether it is about compounds, which have a row each where it speaks of them.
    package var isOfCompounds: Bool { ["space", "sync"].contains(rule.prefix { $0 != "." }) }

    /// The verdict that it has of the study as a whole: it does not apply, or that is not known.
    package var verdict: Verdict { reason.isUnknown ? .unknown : .exempt }
}

/// Tells why rules of a pack say nothing of a study, so that no rule goes without a word.
package struct UnjudgedRules {
    private let study: Study
    private let pack: PolicyPack
    private let day: Day

    /// Looks at a study on a day.
    package init(study: Study, pack: PolicyPack, on day: Day) {
        (self.study, self.pack, self.day) = (study, pack, day)
    }

    /// The rules and targets without a finding, in the order of `checks.csv`.
    ///
    /// - Parameter findings: what the pack's rules say.
    /// - Returns: each of them once, with the reason.
    package func rules(without findings: [Finding]) -> [UnjudgedRule] {
        var known = Set(findings.map(\.rule))
        return all.filter { known.insert($0.rule).inserted }
            .map { UnjudgedRule(rule: $0.rule, clause: $0.clause, reason: $0.reason()) }
    }

    /// The targets alone, as a scenario's years judge no other rule.
    package func targets(without findings: [Finding]) -> [UnjudgedRule] {
        rules(without: findings).filter { $0.rule.hasPrefix(TargetFindings.prefix) }
    }

    /// A rule with what is to be said where it says nothing.
    private struct Entry {
        let rule: String
        let clause: Clause
        let reason: () -> UnjudgedRule.Reason
    }

    /// Each rule with what is to be said where it says nothing.
    private var all: [Entry] {
        func ofCompounds(
            _ clauses: [Clause], _ id: String, otherwise: UnjudgedRule.Reason = .nobodyOwes
        ) -> [Entry] {
            clauses.prefix(1).map {
                Entry(rule: id, clause: $0) { study.compounds.isEmpty ? .noCompounds : otherwise }
            }
        }
        return ofCompounds(pack.space.map(\.clause), SpaceRule.id)
            + ofCompounds(pack.firstPhase.map(\.clause), FirstPhaseRule.id, otherwise: .noPhasedCompound)
            + ofCompounds(pack.singleSite.map(\.clause), SingleSiteRule.id)
            + ofCompounds(pack.pooledSpace.map(\.clause), PooledSpaceRule.id, otherwise: .nobodyShares)
            + ofCompounds(pack.land.map(\.clause), LandRule.id)
            + pack.synchronizations.flatMap { ofCompounds([$0.clause], $0.id) }
            + pack.facilityStandards.map { rule in
                Entry(rule: rule.id, clause: rule.clause) { reason(rule) }
            }
            + pack.tierStandards.map { rule in Entry(rule: rule.id, clause: rule.clause) { reason(rule) } }
            + pack.serviceRules.map { rule in Entry(rule: rule.id, clause: rule.clause) { reason(rule) } }
            + pack.targets.map { target in
                Entry(rule: TargetFindings.prefix + target.id, clause: target.clause) { reason(target) }
            }
    }

    private func reason(_ standard: FacilityStandard) -> UnjudgedRule.Reason {
        if let reason = reason(standard.period) { return reason }
        let counted = standard.selector.text
        let isOpen = study.facilities.contains { standard.selector.counts($0, on: day) }
        guard isOpen else { return .noFacility(counted: counted) }
        return reason(standard.area) ?? .noFacilityThere(counted: counted)
    }

    private func reason(_ standard: TierStandard) -> UnjudgedRule.Reason {
        reason(standard.period) ?? reason(standard.tier) ?? reason(standard.area) ?? .noFigure
    }

    private func reason(_ rule: ServiceRule) -> UnjudgedRule.Reason {
        reason(rule.period) ?? reason(rule.tier) ?? .noFigure
    }

    private func reason(_ target: Target) -> UnjudgedRule.Reason {
        switch target.extent {
        case .city: .noFigure
        case .eachDistrict: reason(.district) ?? .noFigure
        case .districts(let names): reason(PolicyArea(districts: names)) ?? .noFigure
        case .setting(let setting): reason(PolicyArea(setting: setting)) ?? .noFigure
        }
    }

    private func reason(_ period: EffectivePeriod) -> UnjudgedRule.Reason? {
        if let from = period.from, day < from.last { return .notYetInForce(from: from) }
        if let to = period.to, day > to.last { return .noLongerInForce(since: to) }
        return nil
    }

    private func reason(_ tier: TierStandard.Tier) -> UnjudgedRule.Reason? {
        if study.communities.isEmpty { return .noCommunities }
        return switch tier {
        case .city, .community: nil
        case .district:
            study.communities.contains { $0.district != nil } ? nil : .unstated(.district)
        case .subdistrict:
            study.communities.contains { $0.subdistrict != nil } ? nil : .unstated(.subdistrict)
        }
    }

    private func reason(_ area: PolicyArea) -> UnjudgedRule.Reason? {
        if study.communities.isEmpty { return .noCommunities }
        if let setting = area.setting {
            let stated = study.communities.compactMap(\.setting)
            if stated.isEmpty { return .unstated(.setting) }
            if !stated.contains(setting) {
                return .noCommunity(setting, unstated: study.communities.count - stated.count)
            }
        }
        guard !area.districts.isEmpty else { return nil }
        let stated = study.communities.compactMap(\.district)
        if stated.isEmpty { return .unstated(.district) }
        return study.communities.contains(where: area.holds)
            ? nil : .noCommunityIn(area.districts, unstated: study.communities.count - stated.count)
    }
}
