internal import Coverage
internal import Geometry

/// What counts as within reach of a site.
package enum SitingReach: Hashable, Sendable {
    /// So many metres: walked where there are streets, else in a straight line.
    case metres(Double)
    /// So many kilometres in a straight line.
    case kilometres(Double)
    /// So many minutes on foot.
    case minutes(Double)
}

/// A reach as a study's standard measures it.
struct ReachRule: Sendable, Equatable {
    /// How far, and along what.
    private let reach: StudySiting.Reach
    private let standard: CoverageStandard

    /// Makes the rule of a reach, of the standard's own where none is stated.
    init(_ within: SitingReach?, standard: CoverageStandard, hasStreets: Bool) {
        var standard = standard
        switch within {
        case .minutes(let minutes):
            standard.minutes = minutes
            reach = .walked(limit: standard.walkLimit)
        case .kilometres(let kilometres):
            standard.radius = Metres(kilometres * 1000)
            reach = .straight(limit: standard.radius)
        case .metres(let metres) where hasStreets:
            standard.minutes = metres / standard.speed / 60
            reach = .walked(limit: Metres(metres))
        case .metres(let metres):
            standard.radius = Metres(metres)
            reach = .straight(limit: standard.radius)
        case nil:
            reach = hasStreets ? .walked(limit: standard.walkLimit) : .straight(limit: standard.radius)
        }
        self.standard = standard
    }

    /// Whether it is measured along the streets.
    var isWalked: Bool { if case .walked = reach { true } else { false } }

    /// How far, in metres.
    var limit: Metres { isWalked ? standard.walkLimit : standard.radius }

    /// Whether a place is within reach of the nearest site; where that is unknown it is not.
    func holds(_ access: PlaceAccess) -> Bool {
        isWalked ? standard.isWithinWalk(access) ?? false : standard.isWithinRadius(access)
    }
}
