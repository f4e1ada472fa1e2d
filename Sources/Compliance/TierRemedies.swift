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
        let site = candidate(under: rule, in: area)
        if missing == 1, let site { return remedy(for: site, under: rule) }
        return .open(
            missing,
            candidate: site.flatMap { study.candidates[$0].upgrades == nil ? study.candidates[$0].id : nil },
            with: arrangements(under: rule, at: site))
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
                area: area, remedy: remedy(for: index, under: rule),
                order: (cost == nil ? 2 : 1, cost ?? .zero, 0))
        }
    }

    private func remedy(for lack: Lack) -> Remedy {
        .upgrade(facility: study.facilities[lack.facility].id, lack.lack)
    }

    /// That one facility comes of a candidate.
    func remedy(for candidate: Int, under rule: NamedMeasureRule) -> Remedy {
        let site = study.candidates[candidate]
        if let upgraded = site.upgrades {
            return .useUpgrade(candidate: site.id, of: study.facilities[upgraded].id)
        }
        return .open(1, candidate: site.id, with: arrangements(under: rule, at: candidate))
    }

    private func arrangements(under rule: NamedMeasureRule, at candidate: Int?) -> FacilityLack {
        rule.selector.arrangements(network: candidate.flatMap { study.candidates[$0].network })
    }

    /// A facility that does not count yet, and what it lacks to.
    struct Lack {
        let facility: Int
        let lack: FacilityLack

        /// Whether it comes before another: fewer m², then fewer other things, then the earlier row.
        static func isLess(_ a: Lack, _ b: Lack) -> Bool {
            (a.lack.area, a.lack.others, a.facility) < (b.lack.area, b.lack.others, b.facility)
        }
    }

    /// The facility of an area that lacks least to count.
    private func least(under rule: NamedMeasureRule, in area: Area) -> Lack? {
        let wanted = rule.selector.ofKindAndLevel
        let inArea = community(of: area).map { facilities[$0] } ?? Array(study.facilities.indices)
        let meant = inArea.filter { index in
            let facility = study.facilities[index]
            return wanted.counts(facility)
                && isIn(area, community: facility.community, subdistrict: facility.subdistrict)
        }
        return lacks(under: rule, of: meant).min(by: Lack.isLess)
    }

    /// What open facilities that do not count yet lack to, as far as it is known and can be given to them.
    func lacks(under rule: NamedMeasureRule, of facilities: [Int]) -> [Lack] {
        facilities.compactMap { index in
            // One that counts already is no remedy.
            guard study.facilities[index].isOpen(on: day), let lack = lack(of: index, under: rule),
                !lack.isNothing
            else { return nil }
            return Lack(facility: index, lack: lack)
        }
    }

    /// What a facility lacks, as it stands or as it would be; nothing where it is another kind of facility, lacks what
    /// nobody can give it, or it is not known.
    private func lack(of facility: Int, as changed: Facility? = nil, under rule: NamedMeasureRule)
        -> FacilityLack?
    {
        let own = changed ?? study.facilities[facility]
        let selector = rule.selector
        guard selector.ofKindAndLevel.counts(own) else { return nil }
        var lack = FacilityLack()
        if let least = selector.minimumArea {
            guard let area = own.area else { return nil }
            lack.area = max(.zero, least - area)
        }
        if let least = selector.minimumBeds {
            guard let beds = own.beds else { return nil }
            lack.beds = max(.zero, least - beds)
        }
        lack.services = selector.services.filter { !own.services.contains($0) }
        // What states no services at all may offer them.
        guard lack.services.isEmpty || !own.services.isEmpty else { return nil }
        if !selector.grades.isEmpty, own.grade.map(selector.grades.contains) != true {
            lack.grades = selector.grades
        }
        if !selector.networks.isEmpty, own.network.map(selector.networks.contains) != true {
            lack.networks = selector.networks
        }
        if !selector.operators.isEmpty, own.operator.map(selector.operators.contains) != true {
            // Who runs it is not known where nobody says.
            guard own.operator != nil else { return nil }
            lack.operators = selector.operators
        }
        for id in rule.meeting {
            // A rule that says nothing of it asks nothing of it.
            guard let found = findings[id]?[facility] else { continue }
            switch (found.verdict, found.detail) {
            case (.pass, _), (.exempt, _), (.waived, _): continue
            case (.fail, .servicesMissing(let services)):
                lack.services += services.filter { !lack.services.contains($0) }
            case (.fail, .floorArea), (.fail, .shareOfPublicService), (.fail, .bedsTimesArea),
                // Fewer m² may do where a share of what nobody states suffices; so many do in any case.
                (.unknown, .publicServiceNotStated):
                guard let required = found.required, let area = own.area else { return nil }
                lack.area = max(lack.area, required - area)
            default: return nil
            }
        }
        return lack
    }

    /// The cheapest candidate in the area whose level fits, and whose floor area is not known to be too small; one that
    /// states no cost comes after those that do.
    private func candidate(under rule: NamedMeasureRule, in area: Area) -> Int? {
        let inArea = community(of: area).map { candidates[$0] } ?? everyCandidate
        let fitting = inArea.filter { index in
            let candidate = study.candidates[index]
            return mayCount(index, under: rule)
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

    /// Whether a facility that opens at a candidate could count, or the one that it upgrades would, and does not yet.
    func mayCount(_ index: Int, under rule: NamedMeasureRule) -> Bool {
        let candidate = study.candidates[index]
        guard let upgraded = candidate.upgrades else {
            let least = leastArea(under: rule, in: candidate.community)
            let isLarge = least.flatMap { least in candidate.area.map { $0 >= least } } ?? true
            return candidate.mayBecome(rule.selector) && isLarge
        }
        let standing = study.facilities[upgraded]
        return standing.isOpen(on: day)
            && lack(of: upgraded, as: candidate.upgrading(standing), under: rule)?.isNothing == true
            && lack(of: upgraded, under: rule)?.isNothing != true
    }

    /// The m² that a facility of a community needs to count; a share of the public service space suffices where the
    /// standard says so.
    private func leastArea(under rule: NamedMeasureRule, in community: Int?) -> ExactDecimal? {
        pack.facilityStandards.compactMap { standard in
            guard rule.meeting.contains(standard.id), standard.period.isInForce(on: day),
                standard.area == .everywhere
                    || community.map({ standard.area.holds(study.communities[$0]) }) == true,
                case .floorArea(let minimum, let share) = standard.requirement
            else { return nil }
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
