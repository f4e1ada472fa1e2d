internal import Compliance
internal import Coverage
internal import Places
internal import Policy
internal import Scenarios

// Facilities, and what they make of communities.
extension Explainer {
    func facility(_ index: Int, rule: String?) -> FacilityExplanation {
        let facility = study.facilities[index]
        let isOpen = facility.isOpen(on: result.day)
        let standard = result.standard
        let selectors = [
            (CoverageMeasure.within1km.rawValue, standard.straightSelector),
            (CoverageMeasure.within15min.rawValue, standard.walkSelector),
            (CoverageMeasure.hasFacility.rawValue, standard.presenceSelector),
        ]
        var measures = selectors.filter { isOpen && $0.1.counts(facility) }.map(\.0)
        if isOpen {
            measures += NamedMeasure.allCases.filter { measure in
                presence(measure)?.facilities.contains { $0.facility == index && $0.isCounted == true }
                    ?? false
            }.map(\.rawValue)
        }
        return FacilityExplanation(
            facility: index, isOpen: isOpen, measures: rule == nil ? measures : [],
            findings: findings(on: .facility, facility.id).filter { rule == nil || $0.rule == rule },
            actions: (year?.result.actions ?? []).filter {
                $0.facility.id == facility.id && $0.year <= result.day.year
            }, rule: rule)
    }

    func presence(_ measure: NamedMeasure) -> CountedPresence? {
        pack.namedMeasures[measure].map {
            CountedPresence(measure, by: $0, study: study, pack: pack, on: result.day)
        }
    }

    /// Whether a community has, or is served by, what counts for a measure; nothing where the measure is another.
    func presence(ofCommunity index: Int, _ name: String) -> PresenceExplanation? {
        if name == CoverageMeasure.hasFacility.rawValue {
            let selector = result.standard.presenceSelector
            let standing = ground.facilities(on: result.day, countedBy: selector)
                .filter { study.facilities[$0].community == index }
            return PresenceExplanation(
                community: index, measure: name, subdistrict: nil, isOfSubdistricts: false,
                isMet: result.communities[index].hasFacility, counted: selector.text,
                standing: standing.map { CountedFacility(facility: $0, isCounted: true, findings: []) },
                serving: [])
        }
        guard let measure = NamedMeasure(rawValue: name), let presence = presence(measure) else { return nil }
        let isOfSubdistricts = measure.isOfSubdistricts
        let subdistrict = isOfSubdistricts ? presence.subdistricts.list(in: [index]).first : nil
        return PresenceExplanation(
            community: index, measure: name, subdistrict: subdistrict, isOfSubdistricts: isOfSubdistricts,
            isMet: isOfSubdistricts
                ? subdistrict.flatMap { presence.isMet(inSubdistrict: $0) }
                : presence.isMet(inCommunity: index),
            counted: presence.rule.text,
            standing: isOfSubdistricts
                ? subdistrict.map { presence.standing(inSubdistrict: $0) } ?? []
                : presence.standing(inCommunity: index),
            serving: presence.serving(community: index))
    }
}
