package import Coverage
package import Places
package import Policy

/// Further measures of communities and subdistricts, as far as a pack says what counts for them.
package struct NamedMeasures: Sendable {
    /// The names of ``NamedMeasure/subdistrictHasCentre`` for subdistricts (街道) alone.
    package static let streetHasCentre = "street_has_centre"
    /// The name of it for townships (乡镇) alone.
    package static let townshipHasCentre = "township_has_centre"

    private let study: Study
    private let day: Day
    private let subdistricts: Subdistricts
    /// What the rules `facility.*` say of each facility, by rule and facility.
    private let verdicts: [String: [Int: Verdict]]

    /// Judges the facilities of a study on a day, where what counts asks for it.
    ///
    /// - Parameters:
    ///   - rules: what counts for the measures that will be taken.
    ///   - study: the study with its facilities as they stand on the day.
    ///   - pack: the pack.
    ///   - day: the day.
    package init(rules: some Collection<NamedMeasureRule>, study: Study, pack: PolicyPack, on day: Day) {
        self.study = study
        self.day = day
        subdistricts = Subdistricts(of: study)
        let asked = rules.contains { !$0.meeting.isEmpty }
        verdicts =
            asked
            ? Dictionary(
                uniqueKeysWithValues: FacilityStandards.findings(study: study, pack: pack, on: day).map {
                    ($0.standard.id, Dictionary($0.findings.map { ($0.facility, $0.finding.verdict) }) { $1 })
                }) : [:]
    }

    /// The rates of every scope on a day: of communities in all scopes, of subdistricts and townships, together and
    /// apart, in the city and its districts.
    ///
    /// Unknown is where only a facility of which it is not known whether it passes what it must could count.
    package static func rates(study: Study, pack: PolicyPack, on day: Day) -> [Rate] {
        guard !pack.namedMeasures.isEmpty else { return [] }
        let measures = NamedMeasures(
            rules: pack.namedMeasures.values, study: study, pack: pack, on: day)
        // Judged once for all scopes: a city of many has thousands of them.
        let judged = NamedMeasure.allCases.compactMap { measure in
            pack.namedMeasures[measure].map {
                (measure: measure, rule: $0, met: measures.met(measure, by: $0))
            }
        }
        return ScopeMembership(of: study).members.flatMap { member in
            judged.flatMap { measure, rule, met in
                measures.rates(of: measure, met: met, in: member, counted: rule.text)
            }
        }
    }

    /// Which communities and subdistricts meet a measure, by what counts for it.
    package func met(_ measure: NamedMeasure, by rule: NamedMeasureRule) -> Met {
        let counting = counting(by: rule)
        return Met(
            communities: measure.isOfSubdistricts
                ? [] : communities(counting, alsoServed: measure == .isServed),
            subdistricts: measure.isOfSubdistricts ? scopes(counting) : [:], area: rule.area)
    }

    /// Which communities and subdistricts meet a measure; nothing for one of which that is not known.
    package struct Met: Sendable {
        /// Of each community of the study; empty for a measure of subdistricts.
        package let communities: [Bool?]
        /// Of the subdistricts that meet it, or may.
        package let subdistricts: [Scope: Bool?]
        /// The communities that the measure is taken over.
        let area: PolicyArea
    }

    /// Of the communities or subdistricts of a scope, whether each meets a measure.
    package func units(of measure: NamedMeasure, met: Met, in member: ScopeMembership.Member) -> [Bool?] {
        let communities = communities(of: member, in: met.area)
        return measure.isOfSubdistricts
            ? subdistricts.list(in: communities).map { met.subdistricts[$0] ?? false }
            : communities.map { met.communities[$0] }
    }

    /// The communities of a scope that a measure is taken over.
    package func communities(of member: ScopeMembership.Member, in area: PolicyArea) -> [Int] {
        area == .everywhere
            ? member.communities : member.communities.filter { area.holds(study.communities[$0]) }
    }

    private func rates(
        of measure: NamedMeasure, met: Met, in member: ScopeMembership.Member, counted: String
    ) -> [Rate] {
        func rate(_ name: String, _ found: [Bool?]) -> Rate {
            Rate(
                measure: name, basis: .count, scope: member.scope,
                numerator: Double(found.count { $0 == true }), denominator: Double(found.count),
                unknown: Double(found.count { $0 == nil }), estimated: 0, unstated: 0, counted: counted)
        }
        let all = rate(measure.rawValue, units(of: measure, met: met, in: member))
        guard measure.isOfSubdistricts else { return [all] }
        switch member.scope {
        case .subdistrict, .setting: return []
        case .city, .district: break
        }
        let inside = subdistricts.list(in: communities(of: member, in: met.area))
        func apart(_ name: String, townships: Bool) -> Rate {
            rate(
                name,
                inside.filter { subdistricts.isTownship($0) == townships }
                    .map { met.subdistricts[$0] ?? false })
        }
        return [
            all, apart(Self.streetHasCentre, townships: false),
            apart(Self.townshipHasCentre, townships: true),
        ]
    }

    /// The open facilities that count by a rule, as far as it is known, and those of which it is not.
    private func counting(by rule: NamedMeasureRule) -> (sure: [Facility], open: [Facility]) {
        var (sure, open): ([Facility], [Facility]) = ([], [])
        for (index, facility) in study.facilities.enumerated() {
            guard rule.selector.counts(facility, on: day) else { continue }
            switch PassedStandards.arePassed(
                rule.meeting.map { verdicts[$0]?[index] }, isOpen: facility.isOpen(on: day))
            {
            case true: sure.append(facility)
            case nil: open.append(facility)
            default: continue
            }
        }
        return (sure, open)
    }

    private func communities(
        _ counting: (sure: [Facility], open: [Facility]), alsoServed: Bool
    ) -> [Bool?] {
        var found = [Bool?](repeating: false, count: study.communities.count)
        for (facilities, value) in [(counting.open, nil), (counting.sure, true)] as [([Facility], Bool?)] {
            for facility in facilities {
                for community in (facility.community.map { [$0] } ?? [])
                    + (alsoServed ? facility.serves : [])
                {
                    found[community] = value
                }
            }
        }
        return found
    }

    private func scopes(_ counting: (sure: [Facility], open: [Facility])) -> [Scope: Bool?] {
        var found: [Scope: Bool?] = [:]
        for (facilities, value) in [(counting.open, nil), (counting.sure, true)] as [([Facility], Bool?)] {
            for facility in facilities {
                if let scope = subdistricts.scope(of: facility) { found.updateValue(value, forKey: scope) }
            }
        }
        return found
    }
}
