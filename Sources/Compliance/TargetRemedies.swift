internal import Coverage
internal import Places
internal import Policy

/// Finds what would nearest make a target's figure what is required: facilities to enlarge or equip, candidate sites to
/// open, beds to add, else how many.
struct TargetRemedies {
    private let figures: TargetFigures
    private let reach: CandidateReach?
    private let areas: TierRemedies?

    private var study: Study { figures.study }
    private var pack: PolicyPack { figures.pack }
    private var day: Day { figures.coverage.day }

    /// Looks at a day's facilities and candidates.
    init(figures: TargetFigures, reach: CandidateReach?) {
        self.figures = figures
        self.reach = reach
        let pack = figures.pack
        areas =
            pack.targets.contains { $0.countsAreas }
            ? TierRemedies(
                study: figures.study, pack: pack, day: figures.coverage.day,
                standards: FacilityStandards.findings(
                    study: figures.study, pack: pack, on: figures.coverage.day)) : nil
    }

    /// What would nearest bring so much more.
    ///
    /// - Parameters:
    ///   - target: the target.
    ///   - scope: where its figure falls short.
    ///   - missing: how much, above nothing.
    /// - Returns: the nearest thing, with its size.
    func remedy(for target: Target, in scope: Scope, missing: Double) -> Remedy {
        let whole = missing.rounded(.up)
        let count = Int(exactly: whole) ?? .max
        let selector = pack.selector(for: target)
        func counted(_ things: [String]) -> Remedy {
            .reach(ExactDecimal(count), of: .count, through: Array(things.prefix(count)))
        }
        switch target.measure {
        case .named(let measure):
            return areas(measure, by: pack.rule(for: measure, of: target), in: scope, count)
        case .coverage(.hasFacility):
            return areas(.hasQualified, by: NamedMeasureRule(selector: selector), in: scope, count)
        case .coverage(let measure):
            return sites(measure, of: target, in: scope, missing)
                ?? .reach(
                    target.basis == .area
                        ? ExactDecimal(rounding: missing, decimals: 1) : ExactDecimal(count),
                    of: target.basis)
        case .facilities:
            let sites = candidates(for: target, in: scope).sorted(by: isCheaper)
            return sites.isEmpty
                ? .open(count, candidate: nil)
                : .inAreas(
                    sites.prefix(count).map(opening), more: max(0, count - sites.count))
        case .beds, .bedsPer1000Elders:
            return beds(count, of: target, in: scope) { $0 }
        case .placesPer1000Elders:
            return beds(count, of: target, in: scope) { beds, places in
                let stated = [beds, places].compactMap(\.self)
                return stated.isEmpty ? nil : stated.reduce(.zero, +)
            }
        case .spacePer100Households: return .addSpace(ExactDecimal(rounding: missing, decimals: 2))
        case .nursingBedShare: return nursingBeds(count, selector, in: scope)
        case .socialOperationShare:
            return counted(facilities(selector, in: scope) { $0.operator == .public })
        case .medicalPointShare:
            return counted(facilities(selector, in: scope) { $0.hasMedicalPoint == false })
        case .visitingDoctorShare:
            return counted(
                facilities(selector, in: scope) {
                    !$0.services.isEmpty && !$0.services.contains("visiting_doctor")
                })
        case .compoundsWithCareSpace:
            return spaceAside(count, in: scope)
        case .newCompoundsMeetSpace: return newCompounds(count, in: scope)
        }
    }

    // Areas.

    /// The communities or subdistricts that would be mended with the least.
    private func areas(
        _ measure: NamedMeasure, by rule: NamedMeasureRule, in scope: Scope, _ count: Int
    ) -> Remedy {
        guard let areas, let member = figures.member(of: scope) else {
            return .reach(ExactDecimal(count), of: .count)
        }
        let named = NamedMeasures(rules: CollectionOfOne(rule), study: study, pack: pack, on: day)
        let met = named.units(of: measure, met: named.met(measure, by: rule), in: member)
        let communities = named.communities(of: member, in: rule.area)
        let all: [TierRemedies.Area] =
            measure.isOfSubdistricts
            ? Subdistricts(of: study).list(in: communities).map {
                .init(scope: .subdistrict, subject: $0.identifier)
            } : communities.map { .init(scope: .community, subject: study.communities[$0].id) }
        let efforts = zip(all, met).filter { $0.1 == false }.enumerated().compactMap { index, unit in
            areas.effort(under: rule, in: unit.0).map { (index: index, effort: $0) }
        }
        let least = efforts.sorted { a, b in
            a.effort.isLess(than: b.effort) || !b.effort.isLess(than: a.effort) && a.index < b.index
        }.prefix(count)
        guard !least.isEmpty else { return .reach(ExactDecimal(count), of: .count) }
        return .inAreas(
            least.map { AreaRemedy(area: $0.effort.area.subject, remedy: $0.effort.remedy) },
            more: count - least.count)
    }

    private func opening(_ candidate: Int) -> AreaRemedy {
        let site = study.candidates[candidate]
        return AreaRemedy(
            area: site.community.map { study.communities[$0].id } ?? "",
            remedy: .open(1, candidate: site.id))
    }

    // Candidates.

    /// The candidates not yet opened where a facility could count for a target, and that can open by the year in which it
    /// is due; of one that is due already whenever they can.
    private func candidates(for target: Target) -> [Int] {
        let selector = pack.selector(for: target)
        let year = target.due.flatMap { $0.last > day ? $0.last.year : nil }
        return study.unopenedCandidates.filter { index in
            let site = study.candidates[index]
            let isInTime = year.flatMap { year in site.earliest.map { $0 <= year } } ?? true
            return site.upgrades == nil && isInTime && site.mayBecome(selector)
        }
    }

    /// Those of them that stand in a scope.
    private func candidates(for target: Target, in scope: Scope) -> [Int] {
        guard let member = figures.member(of: scope) else { return [] }
        return candidates(for: target).filter { index in
            study.candidates[index].community.map(member.communities.contains) ?? member.holdsOutsiders
        }
    }

    private func isCheaper(_ a: Int, _ b: Int) -> Bool {
        switch (study.candidates[a].cost, study.candidates[b].cost) {
        case (let x?, let y?): x == y ? a < b : x < y
        case (_?, nil): true
        case (nil, _?): false
        case (nil, nil): a < b
        }
    }

    /// The candidates that add most, one after the other, until nothing is missing; nothing where none adds anything.
    private func sites(
        _ measure: CoverageMeasure, of target: Target, in scope: Scope, _ missing: Double
    ) -> Remedy? {
        let rows = measure == .within15min ? reach?.walked : reach?.straight
        guard let rows, target.basis != .area, let member = figures.member(of: scope) else { return nil }
        // A site elsewhere may reach places of the scope.
        let sites = candidates(for: target)
        var weights = figures.uncovered(measure, of: target, in: member)
        func gain(_ site: Int) -> Double { rows[site].reduce(0) { $0 + weights[$1] } }
        var bounds = sites.map(gain)
        var chosen: [String] = []
        var added = 0.0
        while added < missing {
            // What a site adds only falls as others open: an old figure is an upper bound.
            var best: Int?
            func isLess(_ a: Int, _ b: Int) -> Bool {
                bounds[a] == bounds[b] ? isCheaper(sites[b], sites[a]) : bounds[a] < bounds[b]
            }
            while let top = bounds.indices.max(by: isLess), bounds[top] > 0 {
                let own = gain(sites[top])
                if own == bounds[top] {
                    best = top
                    break
                }
                bounds[top] = own
            }
            guard let best else { break }
            chosen.append(study.candidates[sites[best]].id)
            added += bounds[best]
            for place in rows[sites[best]] { weights[place] = 0 }
            bounds[best] = 0
        }
        guard !chosen.isEmpty else { return nil }
        return .openSites(
            chosen, adding: ExactDecimal(rounding: added, decimals: 6), of: target.basis,
            missing: ExactDecimal(Int(missing.rounded(.up))))
    }

    // Beds.

    /// So many beds, and the fewest candidates that bring as many.
    private func beds(
        _ count: Int, of target: Target, in scope: Scope,
        _ sum: (_ beds: ExactDecimal?, _ places: ExactDecimal?) -> ExactDecimal?
    ) -> Remedy {
        let sites = candidates(for: target, in: scope)
            .compactMap { index -> (index: Int, beds: ExactDecimal)? in
                let site = study.candidates[index]
                guard let beds = sum(site.beds, site.dayCarePlaces), beds > .zero else { return nil }
                return (index, beds)
            }
            .sorted { a, b in a.beds == b.beds ? isCheaper(a.index, b.index) : a.beds > b.beds }
        var (chosen, brought): ([String], ExactDecimal) = ([], .zero)
        for site in sites where brought < ExactDecimal(count) {
            chosen.append(study.candidates[site.index].id)
            brought = brought + site.beds
        }
        return .addBeds(count, at: chosen, bringing: brought)
    }

    private func beds(
        _ count: Int, of target: Target, in scope: Scope, _ own: (ExactDecimal?) -> ExactDecimal?
    ) -> Remedy {
        beds(count, of: target, in: scope) { beds, _ in own(beds) }
    }

    private func nursingBeds(_ count: Int, _ selector: FacilitySelector, in scope: Scope) -> Remedy {
        var others: [(order: Int, id: String, beds: ExactDecimal)] = []
        for facility in figures.counted(by: selector, in: scope) {
            guard let beds = facility.beds, let nursing = facility.nursingBeds, beds > nursing else {
                continue
            }
            others.append((others.count, facility.id, beds - nursing))
        }
        others.sort { a, b in a.beds == b.beds ? a.order < b.order : a.beds > b.beds }
        var (chosen, converted): ([String], ExactDecimal) = ([], .zero)
        for facility in others where converted < ExactDecimal(count) {
            chosen.append(facility.id)
            converted = converted + facility.beds
        }
        return .convertBeds(count, at: chosen)
    }

    // Facilities and compounds.

    private func facilities(
        _ selector: FacilitySelector, in scope: Scope, where lacks: (Facility) -> Bool
    ) -> [String] {
        figures.counted(by: selector, in: scope).filter(lacks).map(\.id)
    }

    /// Compounds that hold no care space; where they are too few, others that state none.
    private func spaceAside(_ count: Int, in scope: Scope) -> Remedy {
        func ids(where isMeant: (ExactDecimal?) -> Bool) -> [String] {
            figures.countedCompounds(in: scope).filter { isMeant(figures.records[$0].careSpace) }
                .map { study.compounds[$0].id }
        }
        let without = Array(ids { $0 == .zero }.prefix(count))
        return .setAside(
            without, open: count - without.count, of: without.count < count ? ids { $0 == nil } : [])
    }

    /// What new compounds lack, the least first; where they are too few, others of which it is not known.
    private func newCompounds(_ count: Int, in scope: Scope) -> Remedy {
        let lacking = compounds(in: scope) { figures.shortfall(ofNewCompound: $0) }.prefix(count)
        let remedies = lacking.compactMap { index in
            figures.shortfall(ofNewCompound: index).map {
                AreaRemedy(area: study.compounds[index].id, remedy: .addSpace($0))
            }
        }
        let open =
            remedies.count < count
            ? figures.countedCompounds(in: scope).filter { figures.verdict(onNewCompound: $0) == .unknown }
            : []
        return .mendCompounds(
            remedies, open: count - remedies.count, of: open.map { study.compounds[$0].id })
    }

    /// The counted compounds that lack something, the least first.
    private func compounds(in scope: Scope, lack: (Int) -> ExactDecimal?) -> [Int] {
        let lacking: [(index: Int, lack: ExactDecimal)] = figures.countedCompounds(in: scope)
            .compactMap { index in lack(index).map { (index, $0) } }
        let sorted = lacking.sorted { a, b in a.lack == b.lack ? a.index < b.index : a.lack < b.lack }
        return sorted.map(\.index)
    }
}

extension Target {
    /// Whether it counts communities or subdistricts.
    fileprivate var countsAreas: Bool {
        switch measure {
        case .named, .coverage(.hasFacility): true
        default: false
        }
    }
}
