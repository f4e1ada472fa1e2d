/// The age groups that people of 60 and over are counted in.
package enum AgeGroup: String, Hashable, Sendable, CaseIterable {
    case sixties = "60_69"
    case seventies = "70_79"
    case eightyPlus = "80_plus"
}

/// How many elders (people of 60 and over) a community states, by age group or in total.
package struct ElderFigures: Hashable, Sendable {
    /// The total as stated in the column `elders`.
    package let statedTotal: ExactDecimal?
    /// People of 60 to 69.
    package let sixties: ExactDecimal?
    /// People of 70 to 79.
    package let seventies: ExactDecimal?
    /// People of 80 and over.
    package let eightyPlus: ExactDecimal?

    /// Makes the figures of what is stated.
    package init(
        statedTotal: ExactDecimal? = nil, sixties: ExactDecimal? = nil, seventies: ExactDecimal? = nil,
        eightyPlus: ExactDecimal? = nil
    ) {
        self.statedTotal = statedTotal
        self.sixties = sixties
        self.seventies = seventies
        self.eightyPlus = eightyPlus
    }

    /// The elders in total: as stated, else the sum where all three groups are stated, else unknown.
    package var total: ExactDecimal? {
        if let statedTotal { return statedTotal }
        guard let sixties, let seventies, let eightyPlus else { return nil }
        return sixties + seventies + eightyPlus
    }

    /// The people of one group, as stated.
    package subscript(group: AgeGroup) -> ExactDecimal? {
        switch group {
        case .sixties: sixties
        case .seventies: seventies
        case .eightyPlus: eightyPlus
        }
    }
}
