package import Places

/// What one facility is given under one subsidy in one year, whoever pays it: a part of the year's subsidies.
package struct FacilityGrant: Hashable, Sendable {
    /// The year in which it is paid, or for which it runs.
    package let year: Int
    /// The facility, as an index into those of the scenario's study.
    package let facility: Int
    /// The id of the subsidy.
    package let rule: String
    /// Whether it is paid once or for the year.
    package let kind: MoneyLine.Kind
    package let yuan: ExactDecimal
}
