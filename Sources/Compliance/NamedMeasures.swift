package import Coverage
package import Places
package import Policy

/// Further measures of communities and subdistricts, as far as a pack says what counts for them.
package enum NamedMeasures {
    /// The names of ``NamedMeasure/subdistrictHasCentre`` for subdistricts (街道) alone.
    package static let streetHasCentre = "street_has_centre"
    /// The name of it for townships (乡镇) alone.
    package static let townshipHasCentre = "township_has_centre"

    /// The rates of every scope on a day: of communities in all scopes, of subdistricts and townships, together and
    /// apart, in the city and its districts.
    ///
    /// Unknown is where only a facility of which it is not known whether it passes what it must could count.
    package static func rates(study: Study, pack: PolicyPack, on day: Day) -> [Rate] {
        guard !pack.namedMeasures.isEmpty else { return [] }
        let verdicts = Dictionary(
            uniqueKeysWithValues: FacilityStandards.findings(study: study, pack: pack, on: day).map {
                ($0.standard.id, Dictionary($0.findings.map { ($0.facility, $0.finding.verdict) }) { $1 })
            })
        let subdistricts = Subdistricts(of: study)
        // Judged once for all scopes: a city of many has thousands of them.
        let judged = NamedMeasure.allCases.compactMap { measure in
            pack.namedMeasures[measure].map { rule in
                let counting = Counting(study: study, day: day, rule: rule, verdicts: verdicts)
                return (
                    measure: measure, rule: rule,
                    communities: measure == .subdistrictHasCentre
                        ? [] : counting.communities(alsoServed: measure == .isServed),
                    subdistricts: measure == .subdistrictHasCentre ? counting.subdistricts(subdistricts) : [:]
                )
            }
        }
        return ScopeMembership(of: study).members.flatMap { member in
            judged.flatMap { measure, rule, served, found -> [Rate] in
                func rate(_ name: String, _ found: [Bool?]) -> Rate {
                    Rate(
                        measure: name, basis: .count, scope: member.scope,
                        numerator: Double(found.count { $0 == true }), denominator: Double(found.count),
                        unknown: Double(found.count { $0 == nil }), estimated: 0, unstated: 0,
                        counted: rule.text)
                }
                if measure != .subdistrictHasCentre {
                    return [rate(measure.rawValue, member.communities.map { served[$0] })]
                }
                switch member.scope {
                case .subdistrict, .setting: return []
                case .city, .district: break
                }
                let all = subdistricts.list(in: member.communities)
                return [
                    rate(measure.rawValue, all.map { found[$0] ?? false }),
                    rate(
                        streetHasCentre,
                        all.filter { !subdistricts.isTownship($0) }.map { found[$0] ?? false }),
                    rate(
                        townshipHasCentre,
                        all.filter { subdistricts.isTownship($0) }.map { found[$0] ?? false }),
                ]
            }
        }
    }

    /// Which communities and subdistricts have a facility that counts by a rule; nothing where that is not known.
    private struct Counting {
        let study: Study
        /// The open facilities that count, as far as it is known, and those of which it is not.
        private let sure: [Int]
        private let open: [Int]

        init(study: Study, day: Day, rule: NamedMeasureRule, verdicts: [String: [Int: Verdict]]) {
            self.study = study
            var (sure, open): ([Int], [Int]) = ([], [])
            for (index, facility) in study.facilities.enumerated() {
                guard facility.isOpen(on: day), rule.selector.counts(facility) else { continue }
                let found = rule.meeting.map { verdicts[$0]?[index] ?? .fail }
                if found.allSatisfy({ $0 == .pass }) {
                    sure.append(index)
                } else if !found.contains(where: { $0 == .fail || $0 == .exempt }) {
                    open.append(index)
                }
            }
            self.sure = sure
            self.open = open
        }

        func communities(alsoServed: Bool) -> [Bool?] {
            var found = [Bool?](repeating: false, count: study.communities.count)
            for (facilities, value) in [(open, nil), (sure, true)] as [([Int], Bool?)] {
                for index in facilities {
                    let facility = study.facilities[index]
                    for community in (facility.community.map { [$0] } ?? [])
                        + (alsoServed ? facility.serves : [])
                    {
                        found[community] = value
                    }
                }
            }
            return found
        }

        func subdistricts(_ all: Subdistricts) -> [Scope: Bool?] {
            var found: [Scope: Bool?] = [:]
            for (facilities, value) in [(open, nil), (sure, true)] as [([Int], Bool?)] {
                for index in facilities {
                    if let scope = all.scope(of: study.facilities[index]) {
                        found.updateValue(value, forKey: scope)
                    }
                }
            }
            return found
        }
    }
}
