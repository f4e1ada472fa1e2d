internal import Coverage
internal import Places
internal import Policy

// Candidates that would count for a target.
extension TargetRemedies {
    /// The candidates not yet opened where a facility could count for a target, and that can open by the year in which it
    /// is due; of one that is due already whenever they can.
    func candidates(for target: Target) -> [Int] {
        let selector = pack.selector(for: target)
        let year = target.due.flatMap { $0.last > day ? $0.last.year : nil }
        return study.unopenedCandidates.filter { index in
            let site = study.candidates[index]
            let isInTime = year.flatMap { year in site.earliest.map { $0 <= year } } ?? true
            guard let upgraded = site.upgrades else { return isInTime && site.mayBecome(selector) }
            let standing = study.facilities[upgraded]
            return isInTime && standing.isOpen(on: day) && selector.counts(site.upgrading(standing))
                && (target.measure.countsBeds || !selector.counts(standing))
        }
    }

    /// Those of them that stand in a scope.
    func candidates(for target: Target, in scope: Scope) -> [Int] {
        guard let member = figures.member(of: scope) else { return [] }
        return candidates(for: target).filter { index in
            study.candidates[index].community.map(member.communities.contains) ?? member.holdsOutsiders
        }
    }

    func isCheaper(_ a: Int, _ b: Int) -> Bool {
        switch (study.candidates[a].cost, study.candidates[b].cost) {
        case (let x?, let y?): x == y ? a < b : x < y
        case (_?, nil): true
        case (nil, _?): false
        case (nil, nil): a < b
        }
    }

    /// What sites among some candidates have to be given to count by a selector, and which facilities the others upgrade.
    func means(
        of sites: [Int], by selector: FacilitySelector
    ) -> (arrangements: FacilityLack, upgrades: [String: String]) {
        let own = sites.map { study.candidates[$0] }
        let isNew = own.filter { $0.upgrades == nil }
        let upgrades = own.compactMap { site in
            site.upgrades.map { (site.id, study.facilities[$0].id) }
        }
        return (
            isNew.isEmpty
                ? FacilityLack()
                : selector.arrangements(
                    network: isNew.contains { $0.network == nil } ? nil : isNew[0].network),
            Dictionary(upgrades) { first, _ in first }
        )
    }

    /// The candidates that add most, one after the other, until nothing is missing; nothing where none adds anything.
    func sites(
        _ measure: CoverageMeasure, of target: Target, in scope: Scope, _ missing: Double
    ) -> Remedy? {
        let rows = measure == .within15min ? reach?.walked : reach?.straight
        guard let rows, target.basis != .area, let member = figures.member(of: scope) else { return nil }
        // A site elsewhere may reach places of the scope.
        let sites = candidates(for: target)
        var weights = figures.uncovered(measure, of: target, in: member)
        func gain(_ site: Int) -> Double { rows[site].reduce(0) { $0 + weights[$1] } }
        var bounds = sites.map(gain)
        var chosen: [Int] = []
        var added = 0.0
        while added < missing {
            // What a site adds only falls as others open: an old figure is an upper bound.
            var best: Int?
            func isLess(_ a: Int, _ b: Int) -> Bool {
                bounds[a] == bounds[b] ? isCheaper(sites[b], sites[a]) : bounds[a] < bounds[b]
            }
            while let top = bounds.indices.max(by: isLess), bounds[top] > 0 {
                let own = gain(sites[top])
                if own == bounds[top] {
                    best = top
                    break
                }
                bounds[top] = own
            }
            guard let best else { break }
            chosen.append(sites[best])
            added += bounds[best]
            for place in rows[sites[best]] { weights[place] = 0 }
            bounds[best] = 0
        }
        guard !chosen.isEmpty else { return nil }
        let means = means(of: chosen, by: pack.selector(for: target))
        return .openSites(
            chosen.map { study.candidates[$0].id }, adding: ExactDecimal(rounding: added, decimals: 6),
            of: target.basis,
            missing: ExactDecimal(Int(missing.rounded(.up))), with: means.arrangements,
            upgrading: means.upgrades)
    }
}

extension Target.Measure {
    /// Whether it counts the beds, or places, of facilities.
    fileprivate var countsBeds: Bool {
        switch self {
        case .beds, .bedsPer1000Elders, .placesPer1000Elders: true
        default: false
        }
    }
}
