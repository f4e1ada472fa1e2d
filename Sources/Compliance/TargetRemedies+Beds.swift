internal import Coverage
internal import Places
internal import Policy

// Beds and places.
extension TargetRemedies {
    /// So many beds, and the fewest candidates that bring as many.
    func beds(
        _ count: Int, of target: Target, in scope: Scope,
        _ sum: (_ beds: ExactDecimal?, _ places: ExactDecimal?) -> ExactDecimal?
    ) -> Remedy {
        let selector = pack.selector(for: target)
        let sites = candidates(for: target, in: scope)
            .compactMap { index -> (index: Int, beds: ExactDecimal)? in
                let site = study.candidates[index]
                guard let upgraded = site.upgrades.map({ study.facilities[$0] }) else {
                    return sum(site.beds, site.dayCarePlaces).flatMap { $0 > .zero ? (index, $0) : nil }
                }
                let after = site.upgrading(upgraded)
                let before = selector.counts(upgraded) ? sum(upgraded.beds, upgraded.dayCarePlaces) : .zero
                guard let before, let beds = sum(after.beds, after.dayCarePlaces), beds > before else {
                    return nil
                }
                return (index, beds - before)
            }
            .sorted { a, b in a.beds == b.beds ? isCheaper(a.index, b.index) : a.beds > b.beds }
        var (chosen, brought): ([Int], ExactDecimal) = ([], .zero)
        for site in sites where brought < ExactDecimal(count) {
            chosen.append(site.index)
            brought = brought + site.beds
        }
        let means = means(of: chosen, by: selector)
        return .addBeds(
            count, at: chosen.map { study.candidates[$0].id }, bringing: brought, with: means.arrangements,
            upgrading: means.upgrades)
    }

    func beds(
        _ count: Int, of target: Target, in scope: Scope, _ own: (ExactDecimal?) -> ExactDecimal?
    ) -> Remedy {
        beds(count, of: target, in: scope) { beds, _ in own(beds) }
    }

    func nursingBeds(_ count: Int, _ selector: FacilitySelector, in scope: Scope) -> Remedy {
        var others: [(order: Int, id: String, beds: ExactDecimal)] = []
        for facility in figures.counted(by: selector, in: scope) {
            guard let beds = facility.beds, let nursing = facility.nursingBeds, beds > nursing else {
                continue
            }
            others.append((others.count, facility.id, beds - nursing))
        }
        others.sort { a, b in a.beds == b.beds ? a.order < b.order : a.beds > b.beds }
        var (chosen, converted): ([String], ExactDecimal) = ([], .zero)
        for facility in others where converted < ExactDecimal(count) {
            chosen.append(facility.id)
            converted = converted + facility.beds
        }
        return .convertBeds(count, at: chosen)
    }
}
