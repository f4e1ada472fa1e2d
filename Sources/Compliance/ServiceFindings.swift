internal import Coverage
package import Places
package import Policy

/// The rules `service.*`: what people who are entitled to services find where they live.
package enum ServiceFindings {
    /// What a pack's rules say of a study's areas on a day, rule by rule, areas as scopes and communities stand.
    ///
    /// Exempt where nobody is entitled, unknown where no row of the layer `groups` says how many are.
    package static func findings(study: Study, pack: PolicyPack, on day: Day) -> [Finding] {
        let rules = pack.serviceRules.filter { $0.period.isInForce(on: day) }
        guard !rules.isEmpty else { return [] }
        let members = ScopeMembership(of: study).members
        let people = EntitledPeople(of: study, membership: members)
        return rules.flatMap { rule -> [Finding] in
            guard let entitlement = pack.entitlements.first(where: { $0.id == rule.entitlement }) else {
                return []
            }
            return areas(of: rule.tier, in: study, members).map { area in
                finding(
                    under: rule, in: area, entitlement,
                    people: people.count(of: entitlement, in: area.area, year: day.year),
                    facilities: facilities(under: rule, in: area, of: study, on: day).map {
                        study.facilities[$0]
                    })
            }
        }
    }

    /// What a finding is a sum of.
    package struct Sources: Sendable {
        /// The rows that say how many are entitled.
        package var people: [EntitledGroup] = []
        /// The open facilities that are looked at, as indices into the study's.
        package var facilities: [Int] = []
    }

    /// The rows and facilities behind a finding of these rules; none behind any other.
    package static func sources(
        behind finding: Finding, study: Study, pack: PolicyPack, on day: Day
    ) -> Sources {
        let rule = pack.serviceRules.last { $0.id == finding.rule && $0.period.isInForce(on: day) }
        guard let rule, let entitlement = pack.entitlements.first(where: { $0.id == rule.entitlement })
        else { return Sources() }
        // Only here: of a city the membership takes long for each of its many findings.
        let members = ScopeMembership(of: study).members
        let area = areas(of: rule.tier, in: study, members).first {
            $0.scope == finding.scope && $0.subject == finding.subject
        }
        guard let area else { return Sources() }
        return Sources(
            people: EntitledPeople(of: study, membership: members)
                .rows(of: entitlement, in: area.area, year: day.year),
            facilities: facilities(under: rule, in: area, of: study, on: day))
    }

    private static func facilities(
        under rule: ServiceRule, in area: Area, of study: Study, on day: Day
    ) -> [Int] {
        study.facilities.indices.filter { index in
            let facility = study.facilities[index]
            return rule.selector.counts(facility, on: day)
                && (facility.community.map(area.communities.contains) ?? area.holdsOutsiders)
        }
    }

    private struct Area {
        let area: StatedArea
        let scope: FindingScope
        let subject: String
        let communities: Set<Int>
        let holdsOutsiders: Bool
    }

    private static func areas(
        of tier: TierStandard.Tier, in study: Study, _ members: [ScopeMembership.Member]
    ) -> [Area] {
        if tier == .community {
            return study.communities.indices.map {
                Area(
                    area: .community($0), scope: .community, subject: study.communities[$0].id,
                    communities: [$0], holdsOutsiders: false)
            }
        }
        return members.filter { $0.scope.kind == tier.rawValue }.map {
            Area(
                area: .scope($0.scope), scope: FindingScope(rawValue: $0.scope.kind) ?? .city,
                subject: $0.scope.identifier, communities: Set($0.communities),
                holdsOutsiders: $0.holdsOutsiders)
        }
    }

    private static func finding(
        under rule: ServiceRule, in area: Area, _ entitlement: Entitlement, people: ExactDecimal?,
        facilities: [Facility]
    ) -> Finding {
        let unit: FindingUnit = if case .hours = rule.demand { .hours } else { .services }
        func finding(
            _ verdict: Verdict, measured: ExactDecimal? = nil, required: ExactDecimal? = nil,
            _ detail: FindingDetail
        ) -> Finding {
            var shortfall: ExactDecimal?
            if verdict == .pass { shortfall = .zero }
            if verdict == .fail, let measured, let required { shortfall = required - measured }
            return Finding(
                rule: rule.id, clause: rule.clause, scope: area.scope, subject: area.subject,
                verdict: verdict, measured: measured, required: required, unit: unit, shortfall: shortfall,
                detail: detail)
        }
        guard let people else { return finding(.unknown, .entitledNotStated) }
        guard people > .zero else { return finding(.exempt, .nobodyEntitled) }
        switch rule.demand {
        case .hours(let each):
            var carers = StatedSum()
            for facility in facilities { carers.add(facility.carers) }
            let hours = entitlement.amount.hoursAMonth ?? .zero
            let count = carers.total ?? .zero
            let (measured, required) = (count * each, people * hours)
            return finding(
                measured >= required ? .pass : carers.unstated > 0 ? .unknown : .fail, measured: measured,
                required: required,
                .serviceHours(
                    people: people, hours: hours, carers: count, each: each, open: carers.unstated))
        case .offered:
            let offered = Set(facilities.flatMap(\.services))
            let missing = entitlement.services.filter { !offered.contains($0) }
            let open = facilities.count { $0.services.isEmpty }
            return finding(
                missing.isEmpty ? .pass : open > 0 ? .unknown : .fail,
                measured: ExactDecimal(entitlement.services.count - missing.count),
                required: ExactDecimal(entitlement.services.count),
                .servicesMissingFor(people: people, missing, open: open))
        }
    }
}
