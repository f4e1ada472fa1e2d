package import Coverage
package import Places
package import Policy

/// What a pack's rules say of a study.
package enum Findings {
    /// Every finding as of a day that needs no coverage, by rule.
    ///
    /// Of compounds (space, its first phase, single places, pooled space, land, the synchronizations), of facilities,
    /// of areas; within a rule in the order of the study. Where a written exception stands the verdict is waived.
    ///
    /// What fails has its nearest remedy, where one is known.
    ///
    /// - Parameters:
    ///   - study: the study.
    ///   - pack: the pack.
    ///   - day: the day.
    ///   - walks: which compounds lie within the walks that the pack's rule of pooled space is about; without them
    ///     that rule says unknown.
    /// - Returns: the findings.
    package static func all(
        study: Study, pack: PolicyPack, on day: Day, walks: [ExactDecimal: NearbyOnFoot] = [:]
    ) -> [Finding] {
        let records = CompoundRecord.all(in: study)
        let space = records.map { $0.spaceRule(of: pack, asOf: day) }
        let compounds = CompoundFindings(
            study: study, pack: pack, day: day, records: records, space: space, walks: walks)
        let standards = FacilityStandards.findings(study: study, pack: pack, on: day)
        let verdicts = Dictionary(
            uniqueKeysWithValues: standards.map { standard, findings in
                let ofFacility = findings.map { ($0.facility, $0.finding.verdict) }
                return (standard.id, Dictionary(uniqueKeysWithValues: ofFacility))
            })
        let tiers = FacilitiesPerTier.findings(study: study, pack: pack, on: day, meeting: verdicts)
        let pools = compounds.pools
        let together = HeldTogether(pools, in: study)
        let remedies = Remedies(
            study: study, pack: pack, day: day, records: records, space: space, walks: walks,
            together: together)
        let upgrades = TierRemedies(study: study, pack: pack, day: day, standards: standards)
        func mended(_ finding: Finding) -> Finding {
            guard finding.remedy == nil, finding.metBy == nil else { return finding }
            var finding = finding
            // What is not open yet is neither made better nor opened.
            let isOpen = pack.tierStandards.first { $0.id == finding.rule }?.selector.countsOpen ?? true
            guard isOpen else { return finding }
            finding.remedy = upgrades.remedy(for: finding) ?? remedies.remedy(for: finding)
            return finding
        }
        let all =
            compounds.all(pools, together) + standards.flatMap { $0.findings.map(\.finding) } + tiers
            + ServiceFindings.findings(study: study, pack: pack, on: day)
        return WaivedFindings.findings(all.map(mended), under: study.waivers, asOf: day)
    }
}
