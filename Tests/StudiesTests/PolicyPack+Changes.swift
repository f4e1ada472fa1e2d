import Places
import Policy

/// Changes of a pack's numbers, by which a verdict is turned.
extension PolicyPack {
    /// Other rates of care space, m² per 100 households.
    mutating func rates(new: Int, existing: Int?) {
        space = space.map {
            SpaceRule(
                clause: $0.clause, effectiveFrom: $0.period.from, newRate: ExactDecimal(new),
                existingRate: existing.map { ExactDecimal($0) })
        }
    }

    /// Another phase whose housing counts.
    mutating func synchronize(withPhase phase: Int) {
        synchronizations = synchronizations.map {
            SynchronizationRule(milestone: $0.milestone, clause: $0.clause, phase: phase)
        }
    }

    /// Another share of dwellings before which care space may still be built.
    mutating func fallback(_ share: String) {
        firstPhase = firstPhase.map {
            FirstPhaseRule(clause: $0.clause, builtBeforeShare: ExactDecimal(share))
        }
    }

    mutating func land(_ perPerson: String) {
        guard let perPerson = ExactDecimal(perPerson) else { return }
        land = land.map { LandRule(clause: $0.clause, perPerson: perPerson) }
    }

    mutating func singleSite(_ minimum: String) {
        guard let minimum = ExactDecimal(minimum) else { return }
        singleSite = singleSite.map { SingleSiteRule(clause: $0.clause, minimum: minimum) }
    }

    /// Other floor areas in all standards of floor area.
    mutating func areaStandards(minimum: Int, orShare share: String? = nil) {
        facilityStandards = facilityStandards.map { standard in
            guard case .floorArea = standard.requirement else { return standard }
            return standard.asking(
                .floorArea(
                    minimum: ExactDecimal(minimum),
                    orShareOfPublicService: share.flatMap { ExactDecimal($0) }))
        }
    }

    /// Another requirement of one standard.
    mutating func standard(_ id: String, _ requirement: FacilityStandard.Requirement) {
        facilityStandards = facilityStandards.map { $0.id == id ? $0.asking(requirement) : $0 }
    }

    mutating func addStandard(_ id: String, _ requirement: FacilityStandard.Requirement) {
        facilityStandards.append(
            FacilityStandard(
                id: id, name: name, clause: Clause(citations[0]), selector: .any, requirement: requirement))
    }

    /// Another number in all rules about areas.
    mutating func tiers(atLeast: Int) {
        tierStandards = tierStandards.map {
            TierStandard(
                id: $0.id, name: $0.name, clause: $0.clause, period: $0.period, due: $0.due, tier: $0.tier,
                area: $0.area, selector: $0.selector, meeting: $0.meeting, atLeast: atLeast,
                noteAbove: $0.noteAbove)
        }
    }

    /// Another least figure of a target, and where asked for another extent.
    mutating func target(_ id: String, atLeast: String, extent: Target.Extent? = nil) {
        guard let atLeast = ExactDecimal(atLeast) else { return }
        targets = targets.map {
            guard $0.id == id else { return $0 }
            return Target(
                id: $0.id, name: $0.name, clause: $0.clause, measure: $0.measure, selector: $0.selector,
                extent: extent ?? $0.extent, basis: $0.basis, due: $0.due, version: $0.version,
                atLeast: atLeast)
        }
    }

    mutating func addTarget(
        _ id: String, _ measure: Target.Measure, atLeast: String, selector: FacilitySelector? = nil,
        extent: Target.Extent = .city, due: String? = nil
    ) {
        guard let atLeast = ExactDecimal(atLeast), let basis = measure.bases.first else { return }
        targets.append(
            Target(
                id: id, name: name, clause: Clause(citations[0]), measure: measure, selector: selector,
                extent: extent, basis: basis, due: due.flatMap(itemDate), atLeast: atLeast))
    }

    /// One facility at least of a level, in each area of its tier.
    mutating func addTier(_ id: String, at level: Level, due: String) {
        guard let tier = TierStandard.Tier(rawValue: level.rawValue) else { return }
        tierStandards.append(
            TierStandard(
                id: id, name: name, clause: Clause(citations[0]), due: itemDate(due), tier: tier,
                selector: FacilitySelector(levels: [level])))
    }

    /// Another number in one rule about areas.
    mutating func tier(_ id: String, atLeast: Int) {
        tierStandards = tierStandards.map {
            guard $0.id == id else { return $0 }
            return TierStandard(
                id: $0.id, name: $0.name, clause: $0.clause, period: $0.period, due: $0.due, tier: $0.tier,
                area: $0.area, selector: $0.selector, meeting: $0.meeting, atLeast: atLeast,
                noteAbove: $0.noteAbove)
        }
    }

    /// Another first day of the rule of care space.
    mutating func spaceHolds(from day: String) {
        space = space.map {
            SpaceRule(
                clause: $0.clause, effectiveFrom: itemDate(day), newRate: $0.newRate,
                existingRate: $0.existingRate)
        }
    }
}

extension PolicyPack {
    /// A rule of hours that each carer works a month, for an entitlement of the pack.
    mutating func hours(aCarer hours: Int) {
        serviceRules = [
            ServiceRule(
                id: ServiceRule.hoursID, clause: Clause(citations[0]), entitlement: entitlements[0].id,
                demand: .hours(aCarerAMonth: ExactDecimal(hours)))
        ]
    }

    /// One service more in every entitlement.
    mutating func alsoBuy(_ service: String) {
        entitlements = entitlements.map {
            Entitlement(
                id: $0.id, name: $0.name, clause: $0.clause, period: $0.period, groups: $0.groups,
                amount: $0.amount, services: $0.services + [service], payers: $0.payers)
        }
    }

    /// Space elsewhere counts, or does not.
    mutating func elsewhere(_ counts: Bool) {
        space = space.map {
            SpaceRule(
                clause: $0.clause, effectiveFrom: $0.period.from, newRate: $0.newRate,
                existingRate: $0.existingRate, countsElsewhere: counts)
        }
    }
}

extension FacilityStandard {
    fileprivate func asking(_ requirement: Requirement) -> FacilityStandard {
        FacilityStandard(
            id: id, name: name, clause: clause, period: period, selector: selector, area: area,
            requirement: requirement)
    }
}
