/// A further measure of communities or subdistricts, under the name that outputs give it.
package enum NamedMeasure: String, Hashable, Sendable, CaseIterable {
    /// A community in which a facility stands that qualifies by the pack.
    case hasQualified = "has_qualified"
    /// A community in which a standardised facility stands (标准化).
    case hasStandardised = "has_standardised"
    /// A community in which a counted facility stands, or that one elsewhere serves (the column `serves`).
    case isServed = "is_served"
    /// A subdistrict or township in which a centre stands.
    case subdistrictHasCentre = "subdistrict_has_centre"

    /// Whether it counts subdistricts and townships, not communities.
    package var isOfSubdistricts: Bool { self == .subdistrictHasCentre }
}

/// What counts for a named measure.
package struct NamedMeasureRule: Hashable, Sendable {
    /// Which facilities count.
    package let selector: FacilitySelector
    /// The rules `facility.*` that a facility must pass to count.
    package let meeting: [String]

    /// Makes a rule of its parts.
    package init(selector: FacilitySelector, meeting: [String] = []) {
        self.selector = selector
        self.meeting = meeting
    }

    /// What counts, as the column `counted` names it.
    package var text: String {
        meeting.isEmpty ? selector.text : selector.text + ";meets=" + meeting.joined(separator: "+")
    }
}
