package import Geometry
package import Places

/// One dated change of a scenario's programme.
package struct ProgrammeEntry: Hashable, Sendable {
    /// What is done.
    package enum Action: Hashable, Sendable {
        /// A facility that the study does not have opens.
        case open(FacilityOpening)
        /// A facility that is open changes: what is named gets a new value.
        case upgrade(id: String, changes: FacilityChanges)
        /// A facility that is open closes.
        case close(id: String)

        /// The facility that it is about.
        package var facility: String {
            switch self {
            case .open(let opening): opening.id
            case .upgrade(let id, _), .close(let id): id
            }
        }

        /// Opening, upgrade or closure.
        package var kind: ActionKind {
            switch self {
            case .open: .open
            case .upgrade: .upgrade
            case .close: .close
            }
        }
    }

    /// When; a date known to the month or year happens on its last day.
    package var date: PartialDate
    /// What is done.
    package var action: Action
    /// What it costs in all, yuan; nothing where the programme does not say.
    package var cost: ExactDecimal?
    /// Where it was read.
    package var source: SourceRow
    /// Why a build-out chose it; nothing where a programme says so.
    package var choice: BuildOutChoice?

    /// Makes an entry.
    package init(
        date: PartialDate, action: Action, cost: ExactDecimal? = nil,
        source: SourceRow = SourceRow(file: "", row: 0), choice: BuildOutChoice? = nil
    ) {
        self.date = date
        self.action = action
        self.cost = cost
        self.source = source
        self.choice = choice
    }
}

/// The kinds of action, under the names that outputs give them.
package enum ActionKind: String, Hashable, Sendable, CaseIterable {
    case open, upgrade, close
}

/// A facility that a programme opens.
package struct FacilityOpening: Hashable, Sendable {
    package var id: String
    package var name: String?
    package var level: Level
    package var point: GeographicPoint
    /// The community as the programme names it, by id or by a name that exactly one bears; left out, location
    /// decides.
    package var community: String?
    /// Everything else that is known of it.
    package var attributes: FacilityChanges

    /// Makes an opening; what is left out is not known.
    package init(
        id: String, name: String? = nil, level: Level, point: GeographicPoint, community: String? = nil,
        attributes: FacilityChanges = FacilityChanges()
    ) {
        self.id = id
        self.name = name
        self.level = level
        self.point = point
        self.community = community
        self.attributes = attributes
    }
}
