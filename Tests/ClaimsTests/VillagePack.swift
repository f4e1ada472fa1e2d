import Places
import Policy

/// A pack with a target of every measure, in every kind of scope, and with rules for every further measure.
enum VillagePack {
    static let clause = Clause(
        Citation(id: "t", title: BilingualText(en: "T", zh: "测"), number: nil, date: nil, known: .document))

    private static let stations = FacilitySelector(kinds: [.station])
    private static let name = BilingualText(en: "n", zh: "名")

    private static var targets: [Target] {
        let extents: [Target.Extent] = [.city, .eachDistrict, .setting(.urban)]
        return Target.Measure.all.flatMap { measure in
            measure.bases.flatMap { basis in
                extents.enumerated().map { index, extent in
                    Target(
                        id: "\(measure.name)-\(basis.rawValue)-\(index)", name: name, clause: clause,
                        measure: measure, selector: index == 1 ? stations : nil, extent: extent, basis: basis,
                        due: nil, atLeast: ExactDecimal(1))
                }
            }
        }
    }

    static let pack = PolicyPack(
        id: "village", name: name, jurisdiction: name,
        space: [
            SpaceRule(
                clause: clause, effectiveFrom: PartialDate(year: 2016), newRate: ExactDecimal(20),
                existingRate: ExactDecimal(15))
        ],
        facilityStandards: [
            FacilityStandard(
                id: "facility.body", name: name, clause: clause, selector: .any,
                requirement: .floorArea(minimum: ExactDecimal(100), orShareOfPublicService: nil))
        ],
        namedMeasures: [
            .hasQualified: NamedMeasureRule(selector: .any, meeting: ["facility.body"]),
            .hasStandardised: NamedMeasureRule(selector: stations),
            .isServed: NamedMeasureRule(selector: .any, meeting: ["facility.body"]),
            .subdistrictHasCentre: NamedMeasureRule(selector: .any),
        ],
        subsidies: [
            Subsidy(id: "built", clause: clause, selector: .any, form: .once(ExactDecimal(1500))),
            Subsidy(
                id: "accepted", clause: clause, selector: stations, form: .once(ExactDecimal(300)),
                condition: .accepted),
            Subsidy(id: "running", clause: clause, selector: stations, form: .yearly(ExactDecimal(50))),
        ], targets: targets)
}
