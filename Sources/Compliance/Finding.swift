package import Places
package import Policy

/// What a rule says of its subject.
package enum Verdict: String, Hashable, Sendable, CaseIterable {
    case pass, fail
    /// Not yet due, and not yet met.
    case pending
    /// What is stated does not decide it.
    case unknown
    /// The rule does not apply.
    case exempt
    /// A written exception stands.
    case waived
}

/// What kind of thing a finding is about (the column `scope`).
package enum FindingScope: String, Hashable, Sendable, CaseIterable {
    case compound
    /// Compounds that share care space: a group's name, or a community's id.
    case pool
    case facility
    case city, district, subdistrict, setting, community
}

/// The unit of a finding's figures (the column `unit`).
package enum FindingUnit: String, Hashable, Sendable, CaseIterable {
    /// Square metres of floor.
    case squareMetres = "m2"
    /// Days.
    case days = "d"
    /// Floors above ground; of a basement less than 1.
    case floors = "floor"
    /// Services that are offered.
    case services
    /// Service classes: 1 for I, 2 for II, 3 for III.
    case serviceClass = "class"
    case facilities, beds
    /// A share, 0…1.
    case share
    case bedsPer1000Elders = "beds_per_1000_elders"
    /// Beds and day-care places for each 1,000 elders.
    case placesPer1000Elders = "places_per_1000_elders"
    /// Hours a month.
    case hours = "h"
    case months
    case spacePer100Households = "m2_per_100_households"
}

/// One rule's verdict on one subject, with the figures that it rests on: a row of `checks.csv`.
package struct Finding: Hashable, Sendable {
    /// The rule's name: `space`, `sync.built`, `tier.street-centre`, ….
    package let rule: String
    /// Where the rule is written.
    package let clause: Clause
    /// What kind of thing the subject is.
    package let scope: FindingScope
    /// The subject's id.
    package let subject: String
    /// What the rule says of it.
    package let verdict: Verdict
    /// What was found, in the unit; nothing where that is not known.
    package let measured: ExactDecimal?
    /// What is asked for, in the unit; nothing where that is not known or nothing is.
    package let required: ExactDecimal?
    /// The unit of the figures.
    package let unit: FindingUnit
    /// How much is missing, in the unit: 0 where it passes, and nothing where it neither passes nor fails.
    package let shortfall: ExactDecimal?
    /// The date by which it must happen, where one is stated: of tiers and targets whatever the verdict, else of what is
    /// pending.
    package let due: PartialDate?
    /// The facts behind the verdict.
    package let detail: FindingDetail
    /// Of a figure that is taken over something: what is counted towards it.
    package let numerator: ExactDecimal?
    /// What it is taken over.
    package let denominator: ExactDecimal?
    /// Of a target, what the figure is.
    package let figure: FindingFigure?
    /// Of a target, what has to be read beside its figure.
    package let notes: FigureNotes?
    /// What would nearest mend it; nothing where nothing has to be mended, or it is not known what would.
    package var remedy: Remedy?
    /// The compounds together with which the compound meets what it does not meet on its own; the verdict stays the
    /// compound's own.
    package var metBy: PoolStanding?

    /// Makes a finding of its columns.
    package init(
        rule: String, clause: Clause, scope: FindingScope, subject: String, verdict: Verdict,
        measured: ExactDecimal? = nil, required: ExactDecimal? = nil, unit: FindingUnit,
        shortfall: ExactDecimal? = nil, due: PartialDate? = nil, detail: FindingDetail,
        numerator: ExactDecimal? = nil, denominator: ExactDecimal? = nil,
        figure: FindingFigure? = nil, notes: FigureNotes? = nil, remedy: Remedy? = nil
    ) {
        self.rule = rule
        self.clause = clause
        self.scope = scope
        self.subject = subject
        self.verdict = verdict
        self.measured = measured
        self.required = required
        self.unit = unit
        self.shortfall = shortfall
        self.due = due
        self.detail = detail
        self.numerator = numerator
        self.denominator = denominator
        self.figure = figure
        self.notes = notes
        self.remedy = remedy
    }

    /// Whether something has to be mended: it fails, and not only for the compound on its own.
    package var isFault: Bool { verdict == .fail && metBy == nil }

    /// Whether it stays open: what is stated does not decide it, nor do others meet it together with the compound.
    package var isOpen: Bool { verdict == .unknown && metBy == nil }
}
