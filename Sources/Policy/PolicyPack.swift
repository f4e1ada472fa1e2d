package import Geometry
package import Places

/// A policy pack (政策包): one jurisdiction's rules, rates, targets and subsidies, dated and cited.
package struct PolicyPack: Hashable, Sendable {
    /// The name by which studies ask for it.
    package var id: String
    /// What people call it.
    package var name: BilingualText
    /// The place whose rules these are.
    package var jurisdiction: BilingualText
    /// How people walk.
    package var walking: WalkingStandard
    /// How far `within_1km` reaches in a straight line.
    package var radius: Metres
    /// What counts for a measure, in the order of the measures; those left out count ``FacilitySelector/any``.
    package var selectors: [CoverageMeasure: FacilitySelector]
    /// Whether water is taken out of a community's area before its covered share is found.
    package var takesWaterOutOfArea: Bool
    /// Walking circles of the standards that it quotes, the shortest first.
    package var circles: [LifeCircle]
    /// How much care space a compound owes: the versions of the rule, in the pack's order.
    package var space: [SpaceRule]
    /// Where in a phased development it stands: likewise.
    package var firstPhase: [FirstPhaseRule]
    /// How large a single place must be: likewise.
    package var singleSite: [SingleSiteRule]
    /// Which compounds may share: likewise.
    package var pooledSpace: [PooledSpaceRule]
    /// How much land is set aside: likewise.
    package var land: [LandRule]
    /// The synchronizations that hold, in the order planned, built, accepted, delivered, each in the pack's order.
    package var synchronizations: [SynchronizationRule]
    /// What facilities must be like, in the pack's order.
    package var facilityStandards: [FacilityStandard]
    /// How many facilities areas must have, in the pack's order.
    package var tierStandards: [TierStandard]
    /// What entitled people must find, in the pack's order.
    package var serviceRules: [ServiceRule]
    /// What counts for further measures of communities and subdistricts, as far as the pack says.
    package var namedMeasures: [NamedMeasure: NamedMeasureRule]
    /// Which services make which class.
    package var serviceClasses: ServiceClassing
    /// Public money, in the pack's order.
    package var subsidies: [Subsidy]
    /// What groups of people are entitled to, in the pack's order.
    package var entitlements: [Entitlement]
    /// Money of which there is so much a year, in the pack's order.
    package var envelopes: [YearlyEnvelope]
    /// What facilities cost where nobody says, in the pack's order; the first that fits decides.
    package var costs: [CostDefault]
    /// What is to be reached by when, in the pack's order.
    package var targets: [Target]
    /// What the city's own names for facilities mean, in the pack's order.
    package var facilityNames: [FacilityNaming]
    /// The documents that it rests on, in the pack's order.
    package var citations: [Citation]

    /// Makes a pack; what is left out is the default or empty.
    package init(
        id: String, name: BilingualText, jurisdiction: BilingualText,
        walking: WalkingStandard = WalkingStandard(),
        radius: Metres = Metres(1000), selectors: [CoverageMeasure: FacilitySelector] = [:],
        takesWaterOutOfArea: Bool = false, circles: [LifeCircle] = [], space: [SpaceRule] = [],
        firstPhase: [FirstPhaseRule] = [], singleSite: [SingleSiteRule] = [],
        pooledSpace: [PooledSpaceRule] = [], land: [LandRule] = [],
        synchronizations: [SynchronizationRule] = [], facilityStandards: [FacilityStandard] = [],
        tierStandards: [TierStandard] = [], serviceRules: [ServiceRule] = [],
        namedMeasures: [NamedMeasure: NamedMeasureRule] = [:], serviceClasses: ServiceClassing = .none,
        subsidies: [Subsidy] = [], entitlements: [Entitlement] = [], envelopes: [YearlyEnvelope] = [],
        costs: [CostDefault] = [],
        targets: [Target] = [], facilityNames: [FacilityNaming] = [], citations: [Citation] = []
    ) {
        self.id = id
        self.name = name
        self.jurisdiction = jurisdiction
        self.walking = walking
        self.radius = radius
        self.selectors = selectors
        self.takesWaterOutOfArea = takesWaterOutOfArea
        self.circles = circles
        self.space = space
        self.firstPhase = firstPhase
        self.singleSite = singleSite
        self.pooledSpace = pooledSpace
        self.land = land
        self.synchronizations = synchronizations
        self.facilityStandards = facilityStandards
        self.tierStandards = tierStandards
        self.serviceRules = serviceRules
        self.namedMeasures = namedMeasures
        self.serviceClasses = serviceClasses
        self.subsidies = subsidies
        self.entitlements = entitlements
        self.envelopes = envelopes
        self.costs = costs
        self.targets = targets
        self.facilityNames = facilityNames
        self.citations = citations
    }

    /// What a study without a `policy` is judged by: the usual radius and walk, and no rules.
    package static let withoutRules = PolicyPack(
        id: "none", name: BilingualText(en: "no policy pack", zh: "无政策包"),
        jurisdiction: BilingualText(en: "", zh: ""))

    /// What counts for a measure.
    package func selector(for measure: CoverageMeasure) -> FacilitySelector { selectors[measure] ?? .any }

    /// The day from which a compound is new by the space rule; nothing if the pack has no dated rate for new ones.
    ///
    /// A compound planned on or after it that states no delivery is taken as not delivered. Of several versions
    /// the earliest decides; of a date known to the month or year the last day.
    package var newCompoundsFrom: Day? {
        space.filter { $0.newRate != nil }.compactMap(\.period.from?.last).min()
    }

    /// What counts for a target: its own selector, else the one of its measure.
    package func selector(for target: Target) -> FacilitySelector {
        if let selector = target.selector { return selector }
        return switch target.measure {
        case .coverage(let measure): selector(for: measure)
        case .named(let measure): rule(for: measure, of: target).selector
        default: .any
        }
    }

    /// What counts for a target about a further measure: its own selector, else what the pack says of the measure,
    /// else any facility.
    package func rule(for measure: NamedMeasure, of target: Target) -> NamedMeasureRule {
        target.selector.map { NamedMeasureRule(selector: $0) } ?? namedMeasures[measure]
            ?? NamedMeasureRule(selector: .any)
    }

    /// The selectors that targets of distances name beside the pack's own, each once.
    package var targetSelectors: [FacilitySelector] {
        var selectors: [FacilitySelector] = []
        for target in targets {
            // What stands in a community needs no coverage of its own.
            guard case .coverage(let measure) = target.measure, measure != .hasFacility,
                let selector = target.selector, !selectors.contains(selector)
            else { continue }
            selectors.append(selector)
        }
        return selectors
    }

    /// The walks within which compounds may pool their care space, metres, each once.
    package var walksBetweenCompounds: [ExactDecimal] {
        let walks = pooledSpace.compactMap { rule -> ExactDecimal? in
            if case .walk(let metres) = rule.grouping { metres } else { nil }
        }
        return Set(walks).sorted()
    }

    /// What the public purse gives once to a facility that opens on a day, yuan: the sum of what is for it.
    package func subsidyOnce(for facility: Facility, cost: ExactDecimal?, on day: Day) -> ExactDecimal {
        subsidies.reduce(.zero) { $0 + ($1.once(for: facility, cost: cost, on: day) ?? .zero) }
    }

    /// What the public purse gives to an open facility for the year that ends on a day, yuan.
    package func subsidyYearly(for facility: Facility, on day: Day) -> ExactDecimal {
        subsidies.reduce(.zero) { $0 + ($1.yearly(for: facility, on: day) ?? .zero) }
    }

    /// What a facility costs by the first default that fits, yuan; nothing if none does.
    package func defaultCost(of facility: Facility) -> ExactDecimal? {
        for cost in costs {
            if let yuan = cost.cost(of: facility) { return yuan }
        }
        return nil
    }
}
