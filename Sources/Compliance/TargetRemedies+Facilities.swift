internal import Coverage
internal import Places
internal import Policy

// Facilities that would count, in areas or by themselves.
extension TargetRemedies {
    /// The communities or subdistricts that would be mended with the least.
    func areas(
        _ measure: NamedMeasure, by rule: NamedMeasureRule, in scope: Scope, _ count: Int
    ) -> Remedy {
        guard let tiers, let member = figures.member(of: scope) else {
            return .reach(ExactDecimal(count), of: .count)
        }
        let named = NamedMeasures(rules: CollectionOfOne(rule), study: study, pack: pack, on: day)
        let met = named.units(of: measure, met: named.met(measure, by: rule), in: member)
        let communities = named.communities(of: member, in: rule.area)
        let all: [TierRemedies.Area] =
            measure.isOfSubdistricts
            ? Subdistricts(of: study).list(in: communities).map {
                .init(scope: .subdistrict, subject: $0.identifier)
            } : communities.map { .init(scope: .community, subject: study.communities[$0].id) }
        let efforts = zip(all, met).filter { $0.1 == false }.enumerated().compactMap { index, unit in
            tiers.effort(under: rule, in: unit.0).map { (index: index, effort: $0) }
        }
        let least = efforts.sorted { a, b in
            a.effort.isLess(than: b.effort) || !b.effort.isLess(than: a.effort) && a.index < b.index
        }.prefix(count)
        guard !least.isEmpty else { return .reach(ExactDecimal(count), of: .count) }
        return .inAreas(
            least.map { AreaRemedy(area: $0.effort.area.subject, remedy: $0.effort.remedy) },
            more: count - least.count)
    }

    /// The facilities that lack least to count, then the candidates, the cheapest first.
    func facilities(_ count: Int, of target: Target, in scope: Scope) -> Remedy {
        let selector = pack.selector(for: target)
        let rule = NamedMeasureRule(selector: selector)
        guard let tiers, let member = figures.member(of: scope) else { return .open(count, candidate: nil) }
        let communities = Set(member.communities)
        let standing = study.facilities.indices.filter { index in
            study.facilities[index].community.map(communities.contains) ?? member.holdsOutsiders
        }
        let lacks = tiers.lacks(under: rule, of: standing).sorted(by: TierRemedies.Lack.isLess)
        func mended(_ community: Int?, _ remedy: Remedy) -> AreaRemedy {
            AreaRemedy(area: community.map { study.communities[$0].id } ?? "", remedy: remedy)
        }
        // What an upgrade in the list of candidates would do is said once, as what the facility lacks.
        let lacking = Set(lacks.map(\.facility))
        let sites = candidates(for: target, in: scope).filter { index in
            study.candidates[index].upgrades.map { !lacking.contains($0) } ?? true
        }.sorted(by: isCheaper)
        let remedies =
            lacks.map { lack in
                let facility = study.facilities[lack.facility]
                return mended(facility.community, .upgrade(facility: facility.id, lack.lack))
            } + sites.map { mended(study.candidates[$0].community, tiers.remedy(for: $0, under: rule)) }
        return remedies.isEmpty
            ? .open(count, candidate: nil, with: selector.arrangements(network: nil))
            : .inAreas(Array(remedies.prefix(count)), more: max(0, count - remedies.count))
    }

    /// Facilities that count and are not what a share is of; where they are too few, those of which it is not known.
    func counted(
        _ count: Int, _ selector: FacilitySelector, in scope: Scope, counts: (Facility) -> Bool?
    ) -> Remedy {
        let all = figures.counted(by: selector, in: scope)
        func ids(where isMeant: (Bool?) -> Bool) -> [String] {
            all.filter { isMeant(counts($0)) }.map(\.id)
        }
        let others = Array(ids { $0 == false }.prefix(count))
        let open = count - others.count
        return .reach(
            ExactDecimal(others.count), of: .count, through: others, open: open,
            others: open > 0 ? ids { $0 == nil } : [])
    }
}
