import Compliance
import Places
import Policy

func facility(_ id: String = "F", _ change: (inout Facility) -> Void = { _ in }) -> Facility {
    var facility = Facility(id: id, level: .community, point: somewhere)
    change(&facility)
    return facility
}

func standard(
    _ requirement: FacilityStandard.Requirement, id: String = "facility.test",
    for selector: FacilitySelector = .any,
    where area: PolicyArea = .everywhere, period: EffectivePeriod = .always
) -> FacilityStandard {
    FacilityStandard(
        id: id, name: BilingualText(en: "Test", zh: "测试"), clause: clause, period: period, selector: selector,
        area: area, requirement: requirement)
}

func community(
    _ id: String, subdistrict: String? = nil, district: String? = nil, setting: Setting? = nil,
    publicService: String? = nil
) -> Community {
    Community(
        id: id, name: id, point: somewhere, subdistrict: subdistrict, district: district, setting: setting,
        publicServiceArea: publicService.map(number))
}

func pack(_ change: (inout PolicyPack) -> Void) -> PolicyPack {
    var pack = PolicyPack(
        id: "p", name: BilingualText(en: "p", zh: "p"), jurisdiction: BilingualText(en: "", zh: ""))
    change(&pack)
    return pack
}

/// The verdicts of one rule on a study, with their subjects.
func verdicts(_ study: Study, _ pack: PolicyPack, on text: String = "2025-12-31", rule: String? = nil)
    -> [String]
{
    Findings.all(study: study, pack: pack, on: day(text)).filter { rule == nil || $0.rule == rule }
        .map { "\($0.subject) \($0.verdict.rawValue)" }
}

func study(
    _ communities: [Community] = [], compounds: [Compound] = [], phases: [Phase] = [],
    facilities: [Facility] = [], candidates: [Candidate] = []
) -> Study {
    Study(
        name: "s", baseYear: 2020, plane: "EPSG:4547", communities: communities, compounds: compounds,
        phases: phases, facilities: facilities, candidates: candidates)
}
