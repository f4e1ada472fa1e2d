internal import Places

/// A key of a ledger of published figures.
protocol LedgerFileKey: YAMLKey {}

extension LedgerFileKey {
    static var owner: KeyedFile { .ledger }
}

/// The keys of a ledger of published figures.
enum LedgerKey: String, LedgerFileKey {
    case name, citations, claims
    /// Units of the ledger's own.
    case units
}

/// The keys of a published figure.
enum ClaimKey: String, LedgerFileKey {
    case id, says, clause, value, unit, reading, printed
    case roundedTo = "rounded_to"
    // Numbers of the source.
    case inputs, formula, quotient, sum, product
    // A figure of a study.
    case computed
    // A figure of coverage.
    case measure, basis, scope, date, quantity, counted, minutes
    case scopeID = "scope_id"
    case radius = "radius_m"

    /// The keys of arithmetic, of which a claim has one.
    static let arithmetic: [ClaimKey] = [.formula, .quotient, .sum, .product]
    /// The keys that only a figure of coverage has.
    static let coverage: [ClaimKey] = [
        .measure, .basis, .scopeID, .date, .quantity, .counted, .radius, .minutes,
    ]
}

/// The keys of a number that a source states.
enum InputKey: String, LedgerFileKey {
    case value, unit, scope, says, computed
}

/// What a figure of coverage is of: the keys of a claim, or the words in the brackets of `computed`.
enum CoverageClaimKey: String, LedgerFileKey {
    case measure, basis, scope, date, quantity, counted, minutes
    case scopeID = "scope_id"
    case radius = "radius_m"
}

/// The words in the brackets of `computed: check.RULE(…)`.
enum CheckClaimKey: String, LedgerFileKey {
    case quantity, verdict, met, subject, scope, date
    /// Of a target the same as the subject.
    case scopeID = "scope_id"
}

/// The words in the brackets of `computed: facilities.QUANTITY(…)`.
enum FacilityClaimKey: String, LedgerFileKey {
    case scope, date
    case scopeID = "scope_id"
    case kinds, levels, networks, grades, operators, services, statuses
    case minimumArea = "min_area_m2"
    case minimumBeds = "min_beds"
}

/// The words in the brackets of `computed: groups.people(…)`.
enum GroupClaimKey: String, LedgerFileKey {
    case group, scope, year
    case scopeID = "scope_id"
}

/// The words in the brackets of `computed: scenario.NAME.COLUMN(…)`.
enum ScenarioClaimKey: String, LedgerFileKey {
    case year, scope
    case scopeID = "scope_id"
}

/// The words in the brackets of `computed: scenario.NAME.money(…)`.
enum MoneyClaimKey: String, LedgerFileKey {
    case kind, payer, rule, year, scope
    case scopeID = "scope_id"
}

/// The scopes that a published figure may be about.
enum ScopeWord: String, CaseIterable {
    case city, district, subdistrict, setting

    /// Its words: the tiers of the layer `areas`.
    static let words: ColumnWords<ScopeWord> = AreaColumn.tiers.compactMap {
        ScopeWord(rawValue: $0.rawValue)
    }
}
