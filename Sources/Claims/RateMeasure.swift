/// A measure of which rates are computed, under the name that `summary.csv` gives it.
package enum RateMeasure: String, Hashable, Sendable, CaseIterable {
    // Of coverage.
    case within1km = "within_1km"
    case within15min = "within_15min"
    case hasFacility = "has_facility"
    // What a pack counts under a name of its own.
    case hasQualified = "has_qualified"
    case hasStandardised = "has_standardised"
    case isServed = "is_served"
    case subdistrictHasCentre = "subdistrict_has_centre"
    case streetHasCentre = "street_has_centre"
    case townshipHasCentre = "township_has_centre"
}
