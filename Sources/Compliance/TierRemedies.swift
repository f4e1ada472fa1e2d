internal import Places
internal import Policy

/// Finds what would nearest give an area the facilities that it lacks: the facility in it that lacks the fewest m² and
/// services, else the cheapest candidate site in it that is large enough, else so many new ones.
struct TierRemedies {
    private let study: Study
    private let pack: PolicyPack
    private let day: Day
    /// What each standard says of each facility, by the standard's id.
    private let findings: [String: [Int: Finding]]
    /// The communities by their ids, and the facilities and candidates of each.
    private let communities: [String: Int]
    private let facilities: [[Int]]
    private let candidates: [[Int]]

    /// Looks at what standards of facilities say.
    init(
        study: Study, pack: PolicyPack, day: Day,
        standards: [(standard: FacilityStandard, findings: [(facility: Int, finding: Finding)])]
    ) {
        self.study = study
        self.pack = pack
        self.day = day
        communities = Dictionary(
            study.communities.indices.map { (study.communities[$0].id, $0) }, uniquingKeysWith: { a, _ in a })
        func grouped(_ places: [Int?]) -> [[Int]] {
            var groups = [[Int]](repeating: [], count: study.communities.count)
            for (index, community) in places.enumerated() {
                if let community { groups[community].append(index) }
            }
            return groups
        }
        facilities = grouped(study.facilities.map(\.community))
        candidates = grouped(study.candidates.map(\.community))
        findings = Dictionary(
            uniqueKeysWithValues: standards.map { standard, findings in
                (
                    standard.id,
                    Dictionary(uniqueKeysWithValues: findings.map { ($0.facility, $0.finding) })
                )
            })
    }

    /// The remedy for a finding on an area; nothing where it is about something else, or nothing is missing.
    func remedy(for finding: Finding) -> Remedy? {
        guard finding.verdict == .fail || finding.verdict == .pending,
            let standard = pack.tierStandards.first(where: { $0.id == finding.rule }),
            let required = finding.required, let measured = finding.measured,
            let missing = Int((required - measured).description)
        else { return nil }
        if missing == 1, let upgrade = upgrade(under: standard, in: finding) { return upgrade }
        return .open(missing, candidate: candidate(under: standard, in: finding))
    }

    /// What a facility lacks to count.
    private struct Lack {
        let facility: Int
        var area = ExactDecimal.zero
        var services: [String] = []
    }

    private func upgrade(under standard: TierStandard, in finding: Finding) -> Remedy? {
        guard !standard.meeting.isEmpty else { return nil }
        let inArea = community(of: finding).map { facilities[$0] } ?? Array(study.facilities.indices)
        let lacks = inArea.compactMap { index -> Lack? in
            let facility = study.facilities[index]
            guard facility.isOpen(on: day), standard.selector.counts(facility),
                isIn(finding, community: facility.community, subdistrict: facility.subdistrict)
            else { return nil }
            return lack(of: index, under: standard)
        }
        return lacks.min {
            ($0.area, $0.services.count, $0.facility) < ($1.area, $1.services.count, $1.facility)
        }
        .map {
            .upgrade(
                facility: study.facilities[$0.facility].id, by: $0.area, offering: $0.services)
        }
    }

    /// What a facility lacks of m² and services; nothing where it lacks something else, or it is not known.
    private func lack(of facility: Int, under standard: TierStandard) -> Lack? {
        var lack = Lack(facility: facility)
        for id in standard.meeting {
            guard let own = findings[id]?[facility] else { return nil }
            switch (own.verdict, own.detail) {
            case (.pass, _): continue
            case (.fail, .servicesMissing(let services)):
                lack.services += services.filter { !lack.services.contains($0) }
            case (.fail, _) where own.unit == .squareMetres:
                lack.area = max(lack.area, own.shortfall ?? .zero)
            default: return nil
            }
        }
        return lack
    }

    /// The cheapest candidate in the area whose level fits, and whose floor area is not known to be too small; one that
    /// states no cost comes after those that do.
    private func candidate(under standard: TierStandard, in finding: Finding) -> String? {
        let inArea = community(of: finding).map { candidates[$0] } ?? Array(study.candidates.indices)
        let fitting = inArea.filter { index in
            let candidate = study.candidates[index]
            let fits = candidate.level.map {
                standard.selector.levels.isEmpty || standard.selector.levels.contains($0)
            }
            let least = leastArea(under: standard, in: candidate.community)
            let isLarge = least.flatMap { least in candidate.area.map { $0 >= least } } ?? true
            return (fits ?? true) && isLarge
                && isIn(finding, community: candidate.community, subdistrict: nil)
        }
        let cheapest = fitting.min { a, b in
            switch (study.candidates[a].cost, study.candidates[b].cost) {
            case (let x?, let y?): x == y ? a < b : x < y
            case (_?, nil): true
            case (nil, _?): false
            case (nil, nil): a < b
            }
        }
        return cheapest.map { study.candidates[$0].id }
    }

    /// The m² that a facility of a community needs to count; a share of the public service space suffices where the
    /// standard says so.
    private func leastArea(under standard: TierStandard, in community: Int?) -> ExactDecimal? {
        pack.facilityStandards.filter { standard.meeting.contains($0.id) }.compactMap { rule in
            guard case .floorArea(let minimum, let share) = rule.requirement else { return nil }
            guard let share, let all = community.flatMap({ study.communities[$0].publicServiceArea })
            else { return minimum }
            return min(minimum, share * all)
        }.max()
    }

    /// The community that a finding is about; nothing where it is about a larger area.
    private func community(of finding: Finding) -> Int? {
        finding.scope == .community ? communities[finding.subject] : nil
    }

    private func isIn(_ finding: Finding, community index: Int?, subdistrict: String?) -> Bool {
        guard let index else { return false }
        let community = study.communities[index]
        switch finding.scope {
        case .city: return (community.city ?? study.cityName) == finding.subject
        case .district: return community.district == finding.subject
        case .subdistrict:
            guard let name = subdistrict ?? community.subdistrict else { return false }
            return Scope.subdistrict(district: community.district ?? "", name: name).identifier
                == finding.subject
        case .community: return community.id == finding.subject
        case .compound, .pool, .facility, .setting: return false
        }
    }
}
