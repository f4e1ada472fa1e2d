package import Places

/// How many facilities each area of a tier must have (the rules `tier.*`).
package struct TierStandard: Hashable, Sendable {
    /// How the names of such rules begin.
    package static let prefix = "tier."

    /// The areas that are counted in, each on its own.
    package enum Tier: String, Hashable, Sendable, CaseIterable {
        case city, district, subdistrict, community
    }

    /// The rule's name in outputs, which begins with ``prefix``.
    package let id: String
    /// What people call it.
    package let name: BilingualText
    /// Where it is written.
    package let clause: Clause
    /// When it holds.
    package let period: EffectivePeriod
    /// Until when it may still be met; nothing: it holds already.
    package let due: PartialDate?
    /// The areas that are counted in.
    package let tier: Tier
    /// Which of them: an area is meant if one of its communities is.
    package let area: PolicyArea
    /// Which facilities count.
    package let selector: FacilitySelector
    /// The rules `facility.*` that a facility must pass to count.
    package let meeting: [String]
    /// The fewest that meet it.
    package let atLeast: Int
    /// More than this many are worth a note, and no fail; nothing: any number is well.
    package let noteAbove: Int?

    /// Makes a standard of its parts.
    package init(
        id: String, name: BilingualText, clause: Clause, period: EffectivePeriod = .always,
        due: PartialDate? = nil, tier: Tier, area: PolicyArea = .everywhere, selector: FacilitySelector,
        meeting: [String] = [], atLeast: Int = 1, noteAbove: Int? = nil
    ) {
        self.id = id
        self.name = name
        self.clause = clause
        self.period = period
        self.due = due
        self.tier = tier
        self.area = area
        self.selector = selector
        self.meeting = meeting
        self.atLeast = atLeast
        self.noteAbove = noteAbove
    }
}
