internal import Coverage
internal import Places
internal import Policy

/// What a pack's rules say of a study's compounds.
struct CompoundFindings {
    let study: Study
    let pack: PolicyPack
    let day: Day
    /// The compounds with their phases.
    let records: [CompoundRecord]
    /// The space rule that is for each.
    let space: [SpaceRule?]
    /// Which compounds lie within a walk of each other, by the metres of the walk.
    let walks: [ExactDecimal: NearbyOnFoot]

    /// A rule of pooled space with the compounds that it is for, and what it says of them.
    struct Pools {
        let rule: PooledSpaceRule
        let members: [PooledSpace.Member]
        let findings: [Finding]
    }

    /// Rule by rule, in the order of the compounds.
    ///
    /// - Parameters:
    ///   - pools: what the rules of pooled space say.
    ///   - together: what compounds meet by them.
    /// - Returns: the findings.
    func all(_ pools: [Pools], _ together: HeldTogether) -> [Finding] {
        ofSpace.enumerated().map { met($0.element, together.space(of: $0.offset)) }
            + ofFirstPhase + ofSingleSites(together) + pools.flatMap(\.findings) + ofLand
            + ofSynchronizations
    }

    /// A finding that does not pass on the compound alone, with what meets it.
    private func met(_ finding: Finding, _ standing: @autoclosure () -> PoolStanding?) -> Finding {
        guard finding.verdict == .fail || finding.verdict == .unknown else { return finding }
        var finding = finding
        finding.metBy = standing()
        return finding
    }

    /// The space rule by which each surely owes care space, where one does: what rules go by that ask only whether it does.
    private var owing: [SpaceRule?] {
        pack.space.count > 1 ? records.map { $0.owingRule(of: pack, asOf: day) } : space
    }

    private var classDate: Milestone { pack.space.last?.classDate ?? .planned }

    private var ofSpace: [Finding] {
        guard let last = pack.space.last else { return [] }
        return records.map { record in
            SpacePerHundredHouseholds.finding(on: record, under: pack, asOf: day)
                ?? noLonger(SpaceRule.id, last.clause, record, .squareMetres, measured: record.careSpace)
        }
    }

    private var ofFirstPhase: [Finding] {
        guard !pack.firstPhase.isEmpty else { return [] }
        return zip(records, space).compactMap { record, space in
            guard let space, let rule = record.version(of: pack.firstPhase, by: classDate, asOf: day)
            else { return nil }
            return SpaceInFirstPhase.finding(on: record, under: rule, owing: space, asOf: day)
        }
    }

    private func ofSingleSites(_ together: HeldTogether) -> [Finding] {
        guard let last = pack.singleSite.last else { return [] }
        let owing = owing
        return records.indices.map { index in
            guard let rule = records[index].version(of: pack.singleSite, by: classDate, asOf: day) else {
                return noLonger(SingleSiteRule.id, last.clause, records[index], .squareMetres)
            }
            return met(
                SingleSite.finding(on: records[index], under: rule, owing: owing[index]),
                together.place(of: index, least: rule.minimum))
        }
    }

    /// What each rule of pooled space says.
    var pools: [Pools] {
        pack.pooledSpace.map { rule in
            let members = members(under: rule)
            return Pools(
                rule: rule, members: members,
                findings: PooledSpace.findings(
                    on: members, under: rule, communities: study.communities, walks: walks))
        }
    }

    /// The compounds for which a version of the rule of pooled space is the one.
    func members(under rule: PooledSpaceRule) -> [PooledSpace.Member] {
        records.indices.filter {
            records[$0].version(of: pack.pooledSpace, by: classDate, asOf: day) == rule
        }.map { PooledSpace.Member(record: records[$0], space: space[$0], index: $0) }
    }

    private var ofLand: [Finding] {
        guard let last = pack.land.last else { return [] }
        var facilities = [[Facility]](repeating: [], count: records.count)
        for facility in study.facilities {
            if let compound = facility.compound { facilities[compound].append(facility) }
        }
        let owing = owing
        return records.indices.map { index in
            guard let rule = records[index].version(of: pack.land, by: classDate, asOf: day) else {
                return noLonger(LandRule.id, last.clause, records[index], .squareMetres)
            }
            return LandPerPerson.finding(
                on: records[index], under: rule, owing: owing[index], facilities: facilities[index])
        }
    }

    private var ofSynchronizations: [Finding] {
        let owing = owing
        return Milestone.allCases.flatMap { milestone -> [Finding] in
            let versions = pack.synchronizations.filter { $0.milestone == milestone }
            guard let last = versions.last else { return [] }
            return zip(records, owing).map { record, space in
                guard let rule = record.version(of: versions, by: classDate, asOf: day) else {
                    return noLonger(last.id, last.clause, record, .days)
                }
                return Synchronization.finding(on: record, under: rule, owing: space, asOf: day)
            }
        }
    }

    /// Of a compound whose date lies behind the last day of every version of a rule.
    private func noLonger(
        _ rule: String, _ clause: Clause, _ record: CompoundRecord, _ unit: FindingUnit,
        measured: ExactDecimal? = nil
    ) -> Finding {
        Finding(
            rule: rule, clause: clause, scope: .compound, subject: record.compound.id, verdict: .exempt,
            measured: measured, unit: unit, detail: .noLongerInForce)
    }
}
