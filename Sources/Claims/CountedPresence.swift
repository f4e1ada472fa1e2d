package import Compliance
internal import Coverage
package import Places
package import Policy

/// A facility that a measure of presence looks at.
package struct CountedFacility: Hashable, Sendable {
    /// The facility, as an index into the study's.
    package let facility: Int
    /// Whether it counts; nothing where that is not known.
    package let isCounted: Bool?
    /// What the rules say of it that it must pass to count.
    package let findings: [Finding]
}

/// Which facilities count for a further measure, and which communities and subdistricts they make meet it: the
/// arithmetic of ``Compliance/NamedMeasures``, retold.
package struct CountedPresence: Sendable {
    /// The measure.
    package let measure: NamedMeasure
    /// What counts for it.
    package let rule: NamedMeasureRule
    /// The open facilities that its selector takes, in the study's order.
    package let facilities: [CountedFacility]
    let subdistricts: Subdistricts
    /// The facilities that stand in each community, and those that serve it from elsewhere, as positions among
    /// ``facilities``.
    private let standing: [[Int]]
    private let serving: [[Int]]
    private let inSubdistricts: [Scope: [Int]]
    /// Whether the measure is taken over each community.
    private let isMeant: [Bool]

    /// Looks at the facilities of a study on a day.
    init(_ measure: NamedMeasure, by rule: NamedMeasureRule, study: Study, pack: PolicyPack, on day: Day) {
        self.measure = measure
        self.rule = rule
        let subdistricts = Subdistricts(of: study)
        self.subdistricts = subdistricts
        var byFacility: [Int: [Finding]] = [:]
        let standards =
            rule.meeting.isEmpty ? [] : FacilityStandards.findings(study: study, pack: pack, on: day)
        for (standard, findings) in standards where rule.meeting.contains(standard.id) {
            for (facility, finding) in findings { byFacility[facility, default: []].append(finding) }
        }
        var facilities: [CountedFacility] = []
        var standing = [[Int]](repeating: [], count: study.communities.count)
        var serving = standing
        var inSubdistricts: [Scope: [Int]] = [:]
        for (index, facility) in study.facilities.enumerated()
        where rule.selector.counts(facility, on: day) {
            let position = facilities.count
            let findings = byFacility[index] ?? []
            facilities.append(
                CountedFacility(
                    facility: index,
                    isCounted: Self.counts(findings, of: rule, isOpen: facility.isOpen(on: day)),
                    findings: findings))
            if let community = facility.community { standing[community].append(position) }
            if measure == .isServed { for served in facility.serves { serving[served].append(position) } }
            if let scope = subdistricts.scope(of: facility) {
                inSubdistricts[scope, default: []].append(position)
            }
        }
        isMeant = study.communities.map(rule.area.holds)
        self.facilities = facilities
        self.standing = standing
        self.serving = serving
        self.inSubdistricts = inSubdistricts
    }

    /// Whether a facility of which the rules say this counts: it must pass every rule of the measure that asks something
    /// of it.
    private static func counts(_ findings: [Finding], of rule: NamedMeasureRule, isOpen: Bool) -> Bool? {
        PassedStandards.arePassed(
            rule.meeting.map { rule in findings.last { $0.rule == rule }?.verdict }, isOpen: isOpen)
    }

    /// Those of some communities that the measure is taken over.
    func meant(of communities: [Int]) -> [Int] { communities.filter { isMeant[$0] } }

    /// The facilities that stand in a community.
    package func standing(inCommunity index: Int) -> [CountedFacility] {
        standing[index].map { facilities[$0] }
    }

    /// The facilities elsewhere that serve a community, where the measure counts these.
    package func serving(community index: Int) -> [CountedFacility] { serving[index].map { facilities[$0] } }

    /// The facilities of a subdistrict.
    package func standing(inSubdistrict scope: Scope) -> [CountedFacility] {
        (inSubdistricts[scope] ?? []).map { facilities[$0] }
    }

    /// Whether a community meets the measure; nothing where that is not known.
    func isMet(inCommunity index: Int) -> Bool? {
        Self.isMet(by: standing(inCommunity: index) + serving(community: index))
    }

    /// Whether a subdistrict meets the measure; nothing where that is not known.
    func isMet(inSubdistrict scope: Scope) -> Bool? { Self.isMet(by: standing(inSubdistrict: scope)) }

    private static func isMet(by facilities: [CountedFacility]) -> Bool? {
        if facilities.contains(where: { $0.isCounted == true }) { return true }
        return facilities.contains { $0.isCounted == nil } ? nil : false
    }
}
