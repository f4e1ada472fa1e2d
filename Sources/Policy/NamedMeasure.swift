internal import Places

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
    /// The communities that it is taken over, and the subdistricts of these.
    package let area: PolicyArea

    /// Makes a rule of its parts.
    package init(
        selector: FacilitySelector, meeting: [String] = [], area: PolicyArea = .everywhere
    ) {
        self.selector = selector
        self.meeting = meeting
        self.area = area
    }

    /// What counts, as the column `counted` names it.
    package var text: String {
        selector.text + (meeting.isEmpty ? "" : ";meets=" + meeting.joined(separator: "+"))
            + (area.districts.isEmpty ? "" : ";district=" + area.districts.joined(separator: "|"))
            + (area.setting.map { ";setting=" + $0.rawValue } ?? "")
    }
}
