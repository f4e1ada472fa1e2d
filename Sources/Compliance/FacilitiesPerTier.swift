package import Places
package import Policy

/// The rules `tier.*`: how many facilities each area of a tier must have.
package enum FacilitiesPerTier {
    /// What a pack's rules say of a study's areas on a day, rule by rule, areas in the order in which the study's
    /// communities name them.
    ///
    /// - Parameters:
    ///   - study: the study.
    ///   - pack: the pack.
    ///   - day: the day.
    ///   - standards: what each standard of facilities says of each facility, by the standard's id.
    /// - Returns: the findings.
    package static func findings(
        study: Study, pack: PolicyPack, on day: Day, meeting standards: [String: [Int: Verdict]]
    ) -> [Finding] {
        pack.tierStandards.filter { $0.period.isInForce(on: day) }.flatMap { standard in
            findings(study: study, on: day, under: standard, meeting: standards)
        }
    }

    /// What counts in one area.
    private struct Count {
        var sure: [Int] = []
        var open = 0
        var isMeant = false
    }

    private static func findings(
        study: Study, on day: Day, under standard: TierStandard, meeting standards: [String: [Int: Verdict]]
    ) -> [Finding] {
        var order: [Key] = []
        var counts: [Key: Count] = [:]
        for (index, community) in study.communities.enumerated() {
            guard let key = key(of: standard.tier, community: index, in: study) else { continue }
            if counts[key] == nil { order.append(key) }
            var count = counts[key] ?? Count()
            if standard.area.holds(community) { count.isMeant = true }
            counts[key] = count
        }
        let subdistricts = Subdistricts(of: study)
        for (index, facility) in study.facilities.enumerated() {
            guard standard.selector.counts(facility, on: day),
                let key = key(of: standard.tier, facility: facility, subdistricts, in: study),
                counts[key] != nil
            else { continue }
            switch PassedStandards.arePassed(
                standard.meeting.map { standards[$0]?[index] }, isOpen: facility.isOpen(on: day))
            {
            case true: counts[key]?.sure.append(index)
            case nil: counts[key]?.open += 1
            default: continue
            }
        }
        return order.compactMap { key in
            guard let count = counts[key], count.isMeant else { return nil }
            return finding(count, of: key, in: study, on: day, under: standard)
        }
    }

    private static func finding(
        _ count: Count, of key: Key, in study: Study, on day: Day, under standard: TierStandard
    ) -> Finding {
        let verdict: Verdict =
            if count.sure.count >= standard.atLeast {
                .pass
            } else if let due = standard.due, day < due.last {
                .pending
            } else if count.sure.count + count.open >= standard.atLeast {
                .unknown
            } else {
                .fail
            }
        let shortfall: Int? =
            switch verdict {
            case .pass: 0
            case .fail: standard.atLeast - count.sure.count
            default: nil
            }
        return Finding(
            rule: standard.id, clause: standard.clause, scope: key.scope, subject: key.identifier,
            verdict: verdict, measured: ExactDecimal(count.sure.count),
            required: ExactDecimal(standard.atLeast), unit: .facilities,
            shortfall: shortfall.map { ExactDecimal($0) }, due: standard.due,
            detail: .counted(
                count.sure.map { study.facilities[$0].id }, open: count.open,
                noteAbove: standard.noteAbove.flatMap { count.sure.count > $0 ? $0 : nil }))
    }

    // Areas.

    /// An area of a tier.
    private struct Key: Hashable {
        let scope: FindingScope
        let identifier: String
    }

    /// The area of a tier that a facility belongs to; nothing where that is not known.
    private static func key(
        of tier: TierStandard.Tier, facility: Facility, _ subdistricts: Subdistricts, in study: Study
    ) -> Key? {
        guard tier == .subdistrict || tier == .district && facility.community == nil else {
            return key(of: tier, community: facility.community, in: study)
        }
        guard let scope = subdistricts.scope(of: facility), case .subdistrict(let district, _) = scope else {
            return nil
        }
        if tier == .subdistrict { return Key(scope: .subdistrict, identifier: scope.identifier) }
        return district.isEmpty ? nil : Key(scope: .district, identifier: district)
    }

    /// The area of a tier that a community belongs to; nothing where none is named.
    private static func key(
        of tier: TierStandard.Tier, community index: Int?, in study: Study
    ) -> Key? {
        let community = index.map { study.communities[$0] }
        switch tier {
        case .city:
            return Key(scope: .city, identifier: community?.city ?? study.cityName)
        case .district:
            return community?.district.map { Key(scope: .district, identifier: $0) }
        case .subdistrict:
            guard let community, let name = community.subdistrict else { return nil }
            let scope = Scope.subdistrict(district: community.district ?? "", name: name)
            return Key(scope: .subdistrict, identifier: scope.identifier)
        case .community:
            return community.map { Key(scope: .community, identifier: $0.id) }
        }
    }
}
