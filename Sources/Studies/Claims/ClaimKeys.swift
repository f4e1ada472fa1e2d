/// The keys of a ledger of published figures.
enum LedgerKey: String, YAMLKey {
    case name, citations, claims
}

/// The keys of a published figure.
enum ClaimKey: String, YAMLKey {
    case id, says, clause, value, unit
    case roundedTo = "rounded_to"
    // Numbers of the source.
    case quotient, sum, product
    // A figure of coverage.
    case measure, basis, scope, date, quantity, counted, minutes
    case scopeID = "scope_id"
    case radius = "radius_m"

    /// The keys of arithmetic.
    static let arithmetic: [ClaimKey] = [.quotient, .sum, .product]
    /// The keys that only a figure of coverage has.
    static let coverage: [ClaimKey] = [
        .measure, .basis, .scope, .scopeID, .date, .quantity, .counted, .radius, .minutes,
    ]
}

/// The scopes that a published figure may be about.
enum ScopeWord: String, CaseIterable {
    case city, district, subdistrict, setting
}
