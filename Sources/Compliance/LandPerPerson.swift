package import Places
package import Policy

/// The rule `space.land`: land for care, so many m² for each person of the compound.
///
/// It speaks of each compound that owes care space. Measured is the land of the facilities that use the compound's
/// care space, open or not; of one that states none it is a lower bound, and without any facility unknown.
package enum LandPerPerson {
    /// What the rule says of a compound.
    ///
    /// - Parameters:
    ///   - record: the compound.
    ///   - rule: the rule.
    ///   - space: the space rule that is for the compound.
    ///   - facilities: the facilities that use the compound's care space.
    /// - Returns: the finding.
    package static func finding(
        on record: CompoundRecord, under rule: LandRule, owing space: SpaceRule?, facilities: [Facility]
    ) -> Finding {
        let stated = facilities.compactMap(\.landArea)
        let land = stated.isEmpty ? nil : stated.reduce(.zero, +)
        let required = record.compound.population.map { $0 * rule.perPerson }
        func finding(
            _ verdict: Verdict, shortfall: ExactDecimal? = nil, _ detail: FindingDetail
        ) -> Finding {
            Finding(
                rule: LandRule.id, clause: rule.clause, scope: .compound, subject: record.compound.id,
                verdict: verdict, measured: land, required: verdict == .exempt ? nil : required,
                unit: .squareMetres, shortfall: shortfall, detail: detail)
        }
        switch record.applicability(of: rule.period, owing: space) {
        case .no(let reason): return finding(.exempt, reason)
        case .unclear(let doubt): return finding(.unknown, .classOpen(doubt))
        case .yes: break
        }
        guard let required else { return finding(.unknown, .populationNotStated) }
        let open = facilities.count - stated.count
        let detail = FindingDetail.landOfFacilities(count: facilities.count, open: open)
        if let land, land >= required { return finding(.pass, shortfall: .zero, detail) }
        guard let land, open == 0 else { return finding(.unknown, detail) }
        return finding(.fail, shortfall: required - land, detail)
    }
}
