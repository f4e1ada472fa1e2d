internal import Geometry
internal import Places
internal import Policy

/// What one file of a pack says, before it is laid over the pack that it extends.
struct PackDraft {
    /// The place in a document by the document's id, with where it stands in the file.
    struct ClauseText {
        let citation: String
        let part: String?
        let file: String
        let line: Int
        let path: String
    }

    /// Something with an id and a clause, which needs the documents of the whole pack to be made.
    struct Item<Value> {
        let id: String
        let clause: ClauseText
        let make: (Clause) -> Value
        /// Of a rule, from when on it holds.
        var begin: Beginning?
    }

    /// The first day of a rule, with where it stands in the file.
    struct Beginning {
        /// Nothing: it has always held, or nobody knows since when.
        let day: PartialDate?
        let file: String
        let line: Int
        let path: String

        /// Whether another rule begins on the day, or may: of one dated to a year, its first and its last day.
        func isSame(as other: Beginning) -> Bool {
            guard let day, let other = other.day else { return day == nil && other.day == nil }
            return day.first == other.first || day.last == other.last
        }
    }

    /// A rule of any kind; the part of its id before `@` says which.
    enum Rule {
        case space(SpaceRule)
        case firstPhase(FirstPhaseRule)
        case singleSite(SingleSiteRule)
        case pooledSpace(PooledSpaceRule)
        case land(LandRule)
        case synchronization(SynchronizationRule)
        case facility(FacilityStandard)
        case tier(TierStandard, meeting: [Reference])
        case service(ServiceRule, entitlement: Reference)
    }

    /// An id that another entry must bear, with the line and the key that name it.
    struct Reference {
        let id: String
        let file: String
        let line: Int
        /// The key with its way from the file's root.
        let column: String

        /// Takes an id that stands under a key.
        init<Key: YAMLKey>(_ id: String, _ key: Key, of fields: YAMLMapping<Key>) {
            self.id = id
            file = fields.file
            line = fields.line(of: key)
            column = fields.path(of: key)
        }

        /// A problem with what is named.
        func problem(_ fault: Fault) -> Problem { Problem(file: file, row: line, column: column, fault) }
    }

    /// An envelope, and the entries that it says it pays.
    struct EnvelopeItem {
        let item: Item<YearlyEnvelope>
        let covers: [Reference]
    }

    var id = ""
    var name: BilingualText?
    var jurisdiction: BilingualText?
    var minutes: Double?
    var profiles: [WalkingProfile]?
    var speed: Double?
    var snapLimit: Metres?
    var radius: Metres?
    var takesWaterOutOfArea: Bool?
    var selectors: [CoverageMeasure: FacilitySelector] = [:]
    var namedMeasures: [NamedMeasure: (rule: NamedMeasureRule, meeting: [Reference])] = [:]
    var citations: [Citation] = []
    var circles: [Item<LifeCircle>] = []
    var rules: [Item<Rule>] = []
    var serviceClasses: [ServiceClass: [String]] = [:]
    var subsidies: [Item<Subsidy>] = []
    var entitlements: [Item<Entitlement>] = []
    var envelopes: [EnvelopeItem] = []
    var costs: [Item<CostDefault>] = []
    var targets: [Item<Target>] = []
    var facilityNames: [FacilityNaming] = []
    var without: [Reference] = []
    /// What this draft and those that it extends leave out.
    private var removed: [Reference] = []

    /// This draft laid over another: what it states stands, and of lists what bears an id again is replaced
    /// in its place, what is new comes after, and what is named in `without` goes.
    func over(_ base: PackDraft, problems: inout [Problem]) -> PackDraft {
        var merged = self
        merged.name = name ?? base.name
        merged.jurisdiction = jurisdiction ?? base.jurisdiction
        merged.minutes = minutes ?? base.minutes
        merged.speed = speed ?? base.speed
        merged.profiles = profiles ?? base.profiles
        merged.snapLimit = snapLimit ?? base.snapLimit
        merged.radius = radius ?? base.radius
        merged.takesWaterOutOfArea = takesWaterOutOfArea ?? base.takesWaterOutOfArea
        merged.selectors = base.selectors.merging(selectors) { $1 }
        merged.namedMeasures = base.namedMeasures.merging(namedMeasures) { $1 }
        merged.citations = Self.laid(citations, over: base.citations, by: \.id)
        merged.circles = Self.laid(circles, over: base.circles, by: \.id)
        merged.rules = Self.laid(rules, over: base.rules, by: \.id)
        merged.serviceClasses = base.serviceClasses.merging(serviceClasses) { $1 }
        merged.subsidies = Self.laid(subsidies, over: base.subsidies, by: \.id)
        merged.entitlements = Self.laid(entitlements, over: base.entitlements, by: \.id)
        merged.envelopes = Self.laid(envelopes, over: base.envelopes, by: \.item.id)
        merged.costs = Self.laid(costs, over: base.costs, by: \.id)
        merged.targets = Self.laid(targets, over: base.targets, by: \.id)
        merged.facilityNames = Self.laid(facilityNames, over: base.facilityNames, by: \.name)
        let known = base.ids
        for removal in without where !known.contains(removal.id) {
            problems.append(
                removal.problem(.notOneOf(text: removal.id, allowed: known)))
        }
        merged.removed = base.removed + without
        let gone = Set(without.map(\.id))
        merged.rules.removeAll { gone.contains($0.id) }
        merged.subsidies.removeAll { gone.contains($0.id) }
        merged.entitlements.removeAll { gone.contains($0.id) }
        merged.envelopes.removeAll { gone.contains($0.item.id) }
        merged.costs.removeAll { gone.contains($0.id) }
        merged.targets.removeAll { gone.contains($0.id) }
        return merged
    }

    private var ids: [String] {
        let money: [String] =
            subsidies.map(\.id) + entitlements.map(\.id) + envelopes.map(\.item.id) + costs.map(\.id)
        return rules.map(\.id) + money + targets.map(\.id)
    }

    private static func laid<Value>(
        _ own: [Value], over base: [Value], by id: (Value) -> String
    ) -> [Value] {
        var laid = base
        for value in own {
            if let place = laid.firstIndex(where: { id($0) == id(value) }) {
                laid[place] = value
            } else {
                laid.append(value)
            }
        }
        return laid
    }

    /// The pack, once every clause is found in a document.
    func pack(problems: inout [Problem]) -> PolicyPack {
        var pack = PolicyPack(
            id: id, name: name ?? BilingualText(en: id, zh: id),
            jurisdiction: jurisdiction ?? BilingualText(en: "", zh: ""))
        let standard = WalkingStandard()
        pack.walking = WalkingStandard(
            minutes: minutes ?? standard.minutes, speed: speed ?? standard.speed,
            snapLimit: snapLimit ?? standard.snapLimit, profiles: profiles ?? standard.profiles)
        if let radius { pack.radius = radius }
        pack.takesWaterOutOfArea = takesWaterOutOfArea ?? false
        pack.selectors = selectors
        pack.citations = citations
        pack.facilityNames = facilityNames
        pack.serviceClasses = ServiceClassing(services: serviceClasses)
        pack.circles = circles.compactMap { made($0, &problems) }.sorted { $0.minutes < $1.minutes }
        pack.namedMeasures = namedMeasures.mapValues(\.rule)
        reportVersionsOfOneDay(&problems)
        var references = NamedMeasure.allCases.flatMap { measure in
            (namedMeasures[measure]?.meeting ?? []).map { (owner: measure.rawValue, reference: $0) }
        }
        var entitled: [(ServiceRule, Reference)] = []
        for rule in rules.compactMap({ made($0, &problems) }) {
            switch rule {
            case .space(let rule): pack.space.append(rule)
            case .firstPhase(let rule): pack.firstPhase.append(rule)
            case .singleSite(let rule): pack.singleSite.append(rule)
            case .pooledSpace(let rule): pack.pooledSpace.append(rule)
            case .land(let rule): pack.land.append(rule)
            case .synchronization(let rule): pack.synchronizations.append(rule)
            case .facility(let standard): pack.facilityStandards.append(standard)
            case .tier(let standard, let meeting):
                pack.tierStandards.append(standard)
                references += meeting.map { (standard.id, $0) }
            case .service(let rule, let entitlement):
                pack.serviceRules.append(rule)
                entitled.append((rule, entitlement))
            }
        }
        let standards = pack.facilityStandards.map(\.id)
        reportUnmet(references, known: standards, &problems)
        pack.synchronizations = Milestone.allCases.flatMap { milestone in
            pack.synchronizations.filter { $0.milestone == milestone }
        }
        pack.subsidies = subsidies.compactMap { made($0, &problems) }
        pack.entitlements = entitlements.compactMap { made($0, &problems) }
        pack.envelopes = envelopes.compactMap { made($0.item, &problems) }
        for (rule, reference) in entitled { check(rule, reference, pack, &problems) }
        let paid = pack.subsidies.map(\.id) + pack.entitlements.map(\.id)
        reportUnmet(
            envelopes.flatMap { envelope in envelope.covers.map { (envelope.item.id, $0) } }, known: paid,
            &problems)
        pack.costs = costs.compactMap { made($0, &problems) }
        pack.targets = targets.compactMap { item in
            guard let target = made(item, &problems) else { return nil }
            // The named centre of a subdistrict is any facility that the pack calls one; what qualifies has to be said.
            if case .named(let measure) = target.measure, !measure.isOfSubdistricts, target.selector == nil,
                pack.namedMeasures[measure] == nil
            {
                problems.append(
                    Problem(
                        file: item.clause.file, row: item.clause.line, column: TargetKey.measure.rawValue,
                        .missingKey(name: TargetKey.counts.rawValue)))
            }
            return target
        }
        return pack
    }

    /// Reports references to entries that are not there: where they stand, and of an entry that was left out where that
    /// is said, since the pack that names it may not be the reader's to change.
    func reportUnmet(
        _ references: [(owner: String, reference: Reference)], known: [String], _ problems: inout [Problem]
    ) {
        let unmet = references.filter { !known.contains($0.reference.id) }
        for removal in removed {
            let owners = unmet.filter { $0.reference.id == removal.id }.map(\.owner)
            if !owners.isEmpty { problems.append(removal.problem(.stillNeeded(id: removal.id, by: owners))) }
        }
        for (_, reference) in unmet where !removed.contains(where: { $0.id == reference.id }) {
            problems.append(reference.problem(.notOneOf(text: reference.id, allowed: known)))
        }
    }

    private func made<Value>(_ item: Item<Value>, _ problems: inout [Problem]) -> Value? {
        let clause = item.clause
        guard let citation = citations.first(where: { $0.id == clause.citation }) else {
            problems.append(
                Problem(
                    file: clause.file, row: clause.line, column: clause.path,
                    .notOneOf(text: clause.citation, allowed: citations.map(\.id))))
            return nil
        }
        return item.make(Clause(citation, part: clause.part))
    }
}
