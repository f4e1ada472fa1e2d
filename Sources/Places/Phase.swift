/// The four dates that the four synchronizations (四同步) compare, of the housing or of the care space.
package struct Milestones: Hashable, Sendable {
    package var planned: PartialDate?
    package var built: PartialDate?
    package var accepted: PartialDate?
    package var delivered: PartialDate?

    /// Makes milestones of the dates that are known.
    package init(
        planned: PartialDate? = nil, built: PartialDate? = nil, accepted: PartialDate? = nil,
        delivered: PartialDate? = nil
    ) {
        self.planned = planned
        self.built = built
        self.accepted = accepted
        self.delivered = delivered
    }

    /// The date of one milestone.
    package subscript(milestone: Milestone) -> PartialDate? {
        get {
            switch milestone {
            case .planned: planned
            case .built: built
            case .accepted: accepted
            case .delivered: delivered
            }
        }
        set {
            switch milestone {
            case .planned: planned = newValue
            case .built: built = newValue
            case .accepted: accepted = newValue
            case .delivered: delivered = newValue
            }
        }
    }

    /// The last milestone that has a date, and those before it that have none; nothing where none is left out.
    package var gap: (last: Milestone, missing: [Milestone])? {
        guard let last = Milestone.allCases.last(where: { self[$0] != nil }) else { return nil }
        let missing = Milestone.allCases.prefix { $0 != last }.filter { self[$0] == nil }
        return missing.isEmpty ? nil : (last, missing)
    }

    /// The first milestone behind another one that has a date.
    package func first(behind milestone: Milestone) -> Milestone? {
        Milestone.allCases.drop { $0 != milestone }.dropFirst().first { self[$0] != nil }
    }
}

/// One of the four synchronizations.
package enum Milestone: String, Hashable, Sendable, CaseIterable {
    case planned, built, accepted, delivered
}

/// The document that one date of a phase rests on.
package struct Permit: Hashable, Sendable {
    /// Which of the four dates.
    package var milestone: Milestone
    /// Whether it is the care space's or the housing's.
    package var isCare: Bool
    /// The permit's number.
    package var document: String

    /// Makes a permit of its parts.
    package init(milestone: Milestone, isCare: Bool, document: String) {
        self.milestone = milestone
        self.isCare = isCare
        self.document = document
    }
}

/// A construction phase (分期) of a compound.
package struct Phase: Hashable, Sendable {
    /// The compound, as an index into the study's.
    package var compound: Int
    /// 1, 2, … as stated.
    package var number: Int
    package var households: ExactDecimal
    /// Care space in this phase, m².
    package var careSpace: ExactDecimal?
    package var housing: Milestones
    package var care: Milestones
    /// The documents that dates of the phase rest on, where a ledger of permits names them.
    package var permits: [Permit] = []
    package var source: SourceRow

    /// Makes a phase of its columns.
    package init(
        compound: Int, number: Int, households: ExactDecimal, careSpace: ExactDecimal? = nil,
        housing: Milestones = Milestones(), care: Milestones = Milestones(),
        source: SourceRow = SourceRow(file: "", row: 0)
    ) {
        self.compound = compound
        self.number = number
        self.households = households
        self.careSpace = careSpace
        self.housing = housing
        self.care = care
        self.source = source
    }

    /// The dates of its care space, or of its housing.
    package func dates(ofCare isCare: Bool) -> Milestones { isCare ? care : housing }
}

extension Sequence<Phase> {
    /// The days on which the housing of these phases may first have reached a milestone.
    ///
    /// The earliest `housing_planned` of a compound's phases stands in where the compound has no `planned`: both
    /// for whether it is taken as delivered and for which rules see it as new.
    ///
    /// - Parameter milestone: which of the four dates.
    /// - Returns: the span from the earliest possible day to the latest; nothing where no phase states the date.
    package func earliestHousing(_ milestone: Milestone) -> DaySpan? {
        DaySpan.earliest(of: compactMap { $0.housing[milestone] })
    }
}
