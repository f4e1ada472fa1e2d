internal import Places
internal import Policy

/// Finds what would nearest give an area the facilities that it lacks: the facility in it that lacks the fewest m² and
/// other things, else the cheapest candidate site in it that is large enough, else so many new ones.
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
    private let everyCandidate: [Int]

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
        let unopened = Set(study.unopenedCandidates)
        candidates = grouped(
            study.candidates.indices.map { unopened.contains($0) ? study.candidates[$0].community : nil })
        everyCandidate = study.unopenedCandidates
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
        let rule = NamedMeasureRule(selector: standard.selector, meeting: standard.meeting)
        let area = Area(scope: finding.scope, subject: finding.subject)
        if missing == 1, let lack = least(under: rule, in: area) { return remedy(for: lack) }
        return .open(
            missing, candidate: candidate(under: rule, in: area).map { study.candidates[$0].id },
            graded: rule.selector.grades)
    }

    /// A community or a larger area.
    struct Area {
        let scope: FindingScope
        let subject: String
    }

    /// How much would mend an area: an upgrade of so many m² and services, else a candidate of some cost.
    struct Effort {
        let area: Area
        let remedy: Remedy
        fileprivate let order: (isCandidate: Int, amount: ExactDecimal, services: Int)

        /// Whether it comes before another: upgrades before openings, the smaller and cheaper first.
        func isLess(than other: Effort) -> Bool { order < other.order }
    }

    /// What would give an area one facility that counts; nothing where nothing known would.
    func effort(under rule: NamedMeasureRule, in area: Area) -> Effort? {
        if let lack = least(under: rule, in: area) {
            return Effort(
                area: area, remedy: remedy(for: lack), order: (0, lack.lack.area, lack.lack.others))
        }
        return candidate(under: rule, in: area).map { index in
            let cost = study.candidates[index].cost
            return Effort(
                area: area,
                remedy: .open(
                    1, candidate: study.candidates[index].id, graded: rule.selector.grades),
                order: (cost == nil ? 2 : 1, cost ?? .zero, 0))
        }
    }

    private func remedy(for lack: Lack) -> Remedy {
        .upgrade(facility: study.facilities[lack.facility].id, lack.lack)
    }

    /// A facility that does not count yet, and what it lacks to.
    private struct Lack {
        let facility: Int
        var lack = FacilityLack()
    }

    /// The facility of an area that lacks least to count.
    private func least(under rule: NamedMeasureRule, in area: Area) -> Lack? {
        let wanted = rule.selector.ofKindAndLevel
        let inArea = community(of: area).map { facilities[$0] } ?? Array(study.facilities.indices)
        let lacks = inArea.compactMap { index -> Lack? in
            let facility = study.facilities[index]
            guard facility.isOpen(on: day), wanted.counts(facility),
                isIn(area, community: facility.community, subdistrict: facility.subdistrict)
            else { return nil }
            return lack(of: index, under: rule)
        }
        return lacks.min {
            ($0.lack.area, $0.lack.others, $0.facility) < ($1.lack.area, $1.lack.others, $1.facility)
        }
    }

    /// What a facility lacks; nothing where it lacks what nobody can give it, or it is not known.
    private func lack(of facility: Int, under rule: NamedMeasureRule) -> Lack? {
        var lack = Lack(facility: facility)
        let own = study.facilities[facility]
        if let least = rule.selector.minimumArea {
            guard let area = own.area else { return nil }
            lack.lack.area = max(.zero, least - area)
        }
        if let least = rule.selector.minimumBeds {
            guard let beds = own.beds else { return nil }
            lack.lack.beds = max(.zero, least - beds)
        }
        let selector = rule.selector
        lack.lack.services = selector.services.filter { !own.services.contains($0) }
        // What states no services at all may offer them.
        guard lack.lack.services.isEmpty || !own.services.isEmpty else { return nil }
        if !selector.grades.isEmpty, own.grade.map(selector.grades.contains) != true {
            lack.lack.grades = selector.grades
        }
        if !selector.networks.isEmpty, own.network.map(selector.networks.contains) != true {
            lack.lack.networks = selector.networks
        }
        if !selector.operators.isEmpty, own.operator.map(selector.operators.contains) != true {
            // Who runs it is not known where nobody says.
            guard own.operator != nil else { return nil }
            lack.lack.operators = selector.operators
        }
        for id in rule.meeting {
            guard let own = findings[id]?[facility] else { return nil }
            switch (own.verdict, own.detail) {
            case (.pass, _), (.waived, _): continue
            case (.fail, .servicesMissing(let services)):
                lack.lack.services += services.filter { !lack.lack.services.contains($0) }
            case (.fail, _) where own.unit == .squareMetres:
                lack.lack.area = max(lack.lack.area, own.shortfall ?? .zero)
            default: return nil
            }
        }
        // One that counts already is no remedy.
        return lack.lack.isNothing ? nil : lack
    }

    /// The cheapest candidate in the area whose level fits, and whose floor area is not known to be too small; one that
    /// states no cost comes after those that do.
    private func candidate(under rule: NamedMeasureRule, in area: Area) -> Int? {
        let inArea = community(of: area).map { candidates[$0] } ?? everyCandidate
        let fitting = inArea.filter { index in
            let candidate = study.candidates[index]
            let least = leastArea(under: rule, in: candidate.community)
            let isLarge = least.flatMap { least in candidate.area.map { $0 >= least } } ?? true
            return candidate.mayBecome(rule.selector) && isLarge
                && isIn(area, community: candidate.community, subdistrict: nil)
        }
        return fitting.min { a, b in
            switch (study.candidates[a].cost, study.candidates[b].cost) {
            case (let x?, let y?): x == y ? a < b : x < y
            case (_?, nil): true
            case (nil, _?): false
            case (nil, nil): a < b
            }
        }
    }

    /// The m² that a facility of a community needs to count; a share of the public service space suffices where the
    /// standard says so.
    private func leastArea(under rule: NamedMeasureRule, in community: Int?) -> ExactDecimal? {
        pack.facilityStandards.filter { rule.meeting.contains($0.id) }.compactMap { standard in
            guard case .floorArea(let minimum, let share) = standard.requirement else { return nil }
            guard let share, let all = community.flatMap({ study.communities[$0].publicServiceArea })
            else { return minimum }
            return min(minimum, share * all)
        }.max()
    }

    /// The community that a finding is about; nothing where it is about a larger area.
    private func community(of area: Area) -> Int? {
        area.scope == .community ? communities[area.subject] : nil
    }

    private func isIn(_ area: Area, community index: Int?, subdistrict: String?) -> Bool {
        guard let index else { return false }
        let community = study.communities[index]
        switch area.scope {
        case .city: return (community.city ?? study.cityName) == area.subject
        case .district: return community.district == area.subject
        case .subdistrict:
            guard let name = subdistrict ?? community.subdistrict else { return false }
            return Scope.subdistrict(district: community.district ?? "", name: name).identifier
                == area.subject
        case .community: return community.id == area.subject
        case .compound, .pool, .facility, .setting: return false
        }
    }
}

extension Study {
    /// The candidates that no facility of the study has come from, in the study's order: of a scenario's year those that
    /// its programmes have not opened yet, a facility there bearing the candidate's id.
    var unopenedCandidates: [Int] {
        let opened = Set(facilities.map(\.id))
        return candidates.indices.filter { !opened.contains(candidates[$0].id) }
    }
}

extension Candidate {
    /// Whether a facility there could count by a selector, as far as kind, level, role, size and beds are stated; who runs it
    /// and what it offers can be arranged.
    func mayBecome(_ selector: FacilitySelector) -> Bool {
        func fits<Value: Equatable>(_ value: Value?, _ named: [Value]) -> Bool {
            value.map { named.isEmpty || named.contains($0) } ?? true
        }
        func reaches(_ value: ExactDecimal?, _ least: ExactDecimal?) -> Bool {
            least.flatMap { least in value.map { $0 >= least } } ?? true
        }
        return mayHouse(selector.kinds) && fits(level, selector.levels) && fits(network, selector.networks)
            && reaches(area, selector.minimumArea) && reaches(beds, selector.minimumBeds)
    }

    /// Whether a facility there could be of one of some kinds: an institution serves a district or the city, and a
    /// platform is no building; where no level is stated, it may become one.
    private func mayHouse(_ kinds: [FacilityKind]) -> Bool {
        let isLarge = level.map { $0 == .city || $0 == .district } ?? true
        return kinds.isEmpty || kinds.contains { $0 != .platform && ($0 != .institution || isLarge) }
    }
}
