internal import Coverage
internal import Places

/// A scenario held against another over the same study and years: who gains, who loses, and what it costs.
///
/// Differences are the other scenario's figure less the first's.
package struct ScenarioComparison: Sendable {
    package let first: ScenarioResult
    package let other: ScenarioResult
    /// By year; within a year the city, then each district by name in byte order.
    package let annual: [AnnualChange]
    /// By year and community, every community of the study.
    package let communities: [CommunityChange]

    /// Compares two runs of the same study over the same years.
    package init(first: ScenarioResult, other: ScenarioResult) {
        self.first = first
        self.other = other
        let study = first.plan.study
        let scopes = ScenarioScopes(study)
        var communities: [CommunityChange] = []
        var sums: [ScopeOfYear: [CoverageChange]] = [:]
        for (before, after) in zip(first.places, other.places) {
            var parts = [Part](repeating: Part(), count: study.communities.count)
            var outsiders = Part()
            for place in before.elders.indices {
                if let community = Self.community(of: place, in: study) {
                    parts[community].add(place, before, after)
                } else {
                    outsiders.add(place, before, after)
                }
            }
            for (index, part) in parts.enumerated() {
                communities.append(
                    CommunityChange(
                        year: before.year, community: index, eldersFirst: part.first,
                        eldersOther: part.other, within1km: part.within1km,
                        within15min: part.within15min, facilitiesFirst: before.facilities[index],
                        facilitiesOther: after.facilities[index]))
            }
            for member in scopes.members {
                let all = member.communities.reduce(member.holdsOutsiders ? outsiders : Part()) {
                    $0 + parts[$1]
                }
                sums[ScopeOfYear(year: before.year, scope: member.scope)] = [all.within1km, all.within15min]
            }
        }
        self.communities = communities
        annual = zip(first.annual, other.annual).compactMap { before, after in
            sums[ScopeOfYear(year: after.year, scope: after.scope)].map {
                AnnualChange(first: before, other: after, within1km: $0[0], within15min: $0[1])
            }
        }
    }

    /// The communities of a year.
    package func communities(of year: Int) -> [CommunityChange] { communities.filter { $0.year == year } }

    /// The years that either scenario asks maps for, and the last.
    package var mapYears: [Int] {
        let wanted = Set(first.plan.scenario.maps + other.plan.scenario.maps + [other.years.to])
        return other.years.list.filter(wanted.contains)
    }

    /// The community of a compound, or whose residual a place is.
    private static func community(of place: Int, in study: Study) -> Int? {
        place < study.compounds.count
            ? study.compounds[place].community : place - study.compounds.count
    }

    private struct ScopeOfYear: Hashable {
        let year: Int
        let scope: Scope
    }

    /// Some places of one year in both scenarios.
    private struct Part {
        var first = 0.0
        var other = 0.0
        var within1km = CoverageChange()
        var within15min = CoverageChange()

        mutating func add(_ place: Int, _ before: PlaceYear, _ after: PlaceYear) {
            let (old, new) = (before.elders[place] ?? 0, after.elders[place] ?? 0)
            first += old
            other += new
            within1km.add(
                first: (old, before.isWithin1km[place]), other: (new, after.isWithin1km[place]))
            within15min.add(
                first: (old, before.isWithin15min[place] ?? false),
                other: (new, after.isWithin15min[place] ?? false))
        }

        static func + (a: Self, b: Self) -> Self {
            var sum = Self()
            sum.first = a.first + b.first
            sum.other = a.other + b.other
            sum.within1km = a.within1km + b.within1km
            sum.within15min = a.within15min + b.within15min
            return sum
        }
    }
}
