package import Compliance
package import Places
package import Policy
package import Scenarios

/// A published figure of coverage: of what measure, on which basis, where and when.
///
/// A source that leaves one of them out cannot be compared with anything.
package struct CoverageClaim: Hashable, Sendable {
    /// Which figure of a rate is meant.
    package enum Quantity: String, Hashable, Sendable, CaseIterable {
        case share, numerator, denominator
    }

    /// Which figure of the rate is meant.
    package let quantity: Quantity
    /// The measure.
    package let measure: RateMeasure?
    /// What it is counted in.
    package let basis: Basis?
    /// The scope, as the column `scope` of `summary.csv` names it.
    package let scope: String?
    /// Its id, as in `scope_id`; nothing: the only one of its kind.
    package let scopeID: String?
    /// When it held.
    package let date: PartialDate?
    /// Which facilities the source counts, as the column `counted` names them; nothing: as the pack counts.
    package let counted: String?
    /// The radius that the source means, m.
    package let radius: ExactDecimal?
    /// The minutes that the source means.
    package let minutes: ExactDecimal?

    /// Makes a claim about coverage of what its source states.
    package init(
        quantity: Quantity = .share, measure: RateMeasure?, basis: Basis?, scope: String?,
        scopeID: String? = nil, date: PartialDate?, counted: String? = nil, radius: ExactDecimal? = nil,
        minutes: ExactDecimal? = nil
    ) {
        self.quantity = quantity
        self.measure = measure
        self.basis = basis
        self.scope = scope
        self.scopeID = scopeID
        self.date = date
        self.counted = counted
        self.radius = radius
        self.minutes = minutes
    }
}

/// A published figure of a pack's rule: how many subjects have a verdict, or a figure of one of them.
package struct CheckClaim: Hashable, Sendable {
    /// Which figure is meant.
    package enum Quantity: String, Hashable, Sendable, CaseIterable {
        /// How many subjects.
        case count
        /// Figures of one subject, or their sum over those that have one; of a target of one scope alone.
        case measured, required, shortfall
        /// What a target's figure is made of.
        case numerator, denominator
    }

    /// The rule, as the column `rule` of `checks.csv` names it.
    package let rule: String
    /// Which figure is meant.
    package let quantity: Quantity
    /// The verdict; nothing: any.
    package let verdict: Verdict?
    /// Whether compounds are meant that meet the rule together with others, or those that do not; nothing: both.
    package let isMetTogether: Bool?
    /// The one subject that is meant; nothing: all.
    package let subject: String?
    /// What kind of thing is meant, as the column `scope` of `checks.csv` names it; nothing: any.
    package let scope: FindingScope?
    /// As of when.
    package let date: PartialDate?

    /// Whether the rule is a target.
    package var isOfTarget: Bool { rule.hasPrefix(TargetFindings.prefix) }

    /// Makes a claim about a rule.
    package init(
        rule: String, quantity: Quantity, verdict: Verdict?, isMetTogether: Bool? = nil, subject: String?,
        scope: FindingScope? = nil, date: PartialDate?
    ) {
        self.isMetTogether = isMetTogether
        self.scope = scope
        self.rule = rule
        self.quantity = quantity
        self.verdict = verdict
        self.subject = subject
        self.date = date
    }
}

/// A published figure of the facilities that are open: how many, or what they hold together.
package struct FacilityClaim: Hashable, Sendable {
    /// Which figure is meant.
    package enum Quantity: String, Hashable, Sendable, CaseIterable {
        case count, beds
        case nursingBeds = "nursing_beds"
        case dayCarePlaces = "daycare_places"
        case area = "area_m2"
    }

    /// Which figure is meant.
    package let quantity: Quantity
    /// Which facilities count.
    package let selector: FacilitySelector
    /// The scope, as the column `scope` of `summary.csv` names it; nothing: all of the study.
    package let scope: String?
    /// Its id; nothing: the only one of its kind.
    package let scopeID: String?
    /// As of when.
    package let date: PartialDate?

    /// Makes a claim about facilities.
    package init(
        quantity: Quantity, selector: FacilitySelector, scope: String?, scopeID: String?, date: PartialDate?
    ) {
        self.quantity = quantity
        self.selector = selector
        self.scope = scope
        self.scopeID = scopeID
        self.date = date
    }
}

/// A published number of people who are entitled to a service.
package struct GroupClaim: Hashable, Sendable {
    /// The group, as the layer names it; nothing: all, and who is in several counts in each.
    package let group: String?
    /// The scope, as the column `scope` of `summary.csv` names it; nothing: all rows of the layer.
    package let scope: String?
    /// Its id; nothing: the only one of its kind.
    package let scopeID: String?
    /// Of which year; nothing: of the study's base year.
    package let year: Int?

    /// Makes a claim about entitled people.
    package init(group: String?, scope: String?, scopeID: String?, year: Int?) {
        self.group = group
        self.scope = scope
        self.scopeID = scopeID
        self.year = year
    }
}

/// A published figure of a scenario's year: what is planned, or foreseen.
package struct ScenarioClaim: Hashable, Sendable {
    /// The scenario's name.
    package let scenario: String
    /// The figure, by its column in `annual.csv`.
    package let column: AnnualColumn
    /// The year, as of its 31 December.
    package let year: Int?
    /// The scope, as the column `scope` of `annual.csv` names it; nothing: the city.
    package let scope: String?
    /// Its id; nothing: the only one of its kind.
    package let scopeID: String?

    /// Makes a claim about a scenario.
    package init(scenario: String, column: AnnualColumn, year: Int?, scope: String?, scopeID: String?) {
        self.scenario = scenario
        self.column = column
        self.year = year
        self.scope = scope
        self.scopeID = scopeID
    }
}

/// Published money of a scenario's year: what is paid, by whom and under which rule.
package struct MoneyClaim: Hashable, Sendable {
    /// The scenario's name.
    package let scenario: String
    /// The sort of money: sorts are never added up.
    package let kind: MoneyLine.Kind
    /// Who pays; nothing: all.
    package let payer: Payer?
    /// The id of the subsidy, entitlement or envelope; nothing: all.
    package let rule: String?
    /// The year.
    package let year: Int?
    /// The scope, as the column `scope` of `money.csv` names it; nothing: the city.
    package let scope: String?
    /// Its id; nothing: the only one of its kind.
    package let scopeID: String?

    /// Makes a claim about money.
    package init(
        scenario: String, kind: MoneyLine.Kind, payer: Payer?, rule: String?, year: Int?, scope: String?,
        scopeID: String?
    ) {
        self.scenario = scenario
        self.kind = kind
        self.payer = payer
        self.rule = rule
        self.year = year
        self.scope = scope
        self.scopeID = scopeID
    }
}
