package import Geometry

/// What a proof of walk circles came to: drawn areas held against the rule, place by place.
///
/// A place is in a walk circle if and only if, joined to the streets by the method's rule, its walk to the facility
/// is within the limit; only places within the tolerance of the boundary may be drawn on the wrong side.
package struct CircleProof: Sendable {
    /// How many places were looked at, by sort.
    package struct Places: Sendable, Equatable {
        /// Spread over the extent of the streets and around the facilities.
        package var seeded = 0
        /// The points of compounds, the residuals' points and the gates.
        package var dwellings = 0
        /// On streets, and as far from them as others let.
        package var byStreets = 0
        /// Just outside the tolerance on either side of boundaries, each looked at for its own circle.
        package var besideBoundaries = 0

        /// All of them.
        package var all: Int { seeded + dwellings + byStreets + besideBoundaries }
    }

    /// What a place was looked at for.
    package enum Sort: String, Sendable {
        case seeded
        case compound
        case residual
        case gate
        case street
        case boundary
    }

    /// A circle that ought not to be, or ought to be and is not.
    package struct WrongCircle: Sendable, Hashable {
        /// What is wrong with it.
        package enum Reason: String, Sendable {
            /// There is none, though somebody is within reach.
            case missing
            /// There is another of the same facility and limit.
            case twice
            /// Of a facility that does not count on the day, or cannot be reached on foot.
            case uncalled
        }

        package let reason: Reason
        /// The facility, as an index into the study's; nothing for the dissolved circle.
        package let facility: Int?
        /// The limit of the circle, in minutes.
        package let minutes: Double

        /// Says what is wrong with a circle.
        package init(reason: Reason, facility: Int?, minutes: Double) {
            (self.reason, self.facility, self.minutes) = (reason, facility, minutes)
        }
    }

    /// A place on the wrong side of a circle, and farther from its boundary than the tolerance.
    package struct Fault: Sendable {
        package let sort: Sort
        /// The compound, community or gate's compound; nothing for other places.
        package let id: String?
        package let place: GeographicPoint
        /// The facility, as an index into the study's; nothing for the dissolved circle.
        package let facility: Int?
        /// The limit of the circle, in minutes.
        package let minutes: Double
        /// Whether it is drawn inside.
        package let isDrawnInside: Bool
        /// Its walk, as far as three times the limit; nothing where there is none.
        package let walk: Micrometres?
        /// How far from the boundary it lies, on the ground; nothing where nothing is drawn.
        package let distance: Metres?
    }

    package var places = Places()
    /// How many circles were held against the rule.
    package var circles = 0
    /// How many of them are of a single facility; of none where a file holds dissolved ones alone.
    package var singles = 0
    /// How many pairs of a place and a circle.
    package var pairs = 0
    /// Pairs with the place within reach by the rule.
    package var reached = 0
    /// Pairs drawn inside, out of reach by the rule.
    package var insideButOutOfReach = 0
    /// Pairs drawn outside, within reach by the rule.
    package var outsideButInReach = 0
    /// Pairs beyond the tolerance that the rule leaves open: other streets are as near to the millimetre, and by
    /// one of them the drawing is right.
    package var leftOpen = 0
    /// How far from its boundary a place on the wrong side lies at most, those left open aside.
    package var worst = Metres(0)
    /// Pairs on the wrong side beyond the tolerance; of one circle at most ``mostFaults`` that no one chose.
    package var faults: [Fault] = []
    /// Circles that are missing or too many, by limit, the dissolved one last.
    package var wrongCircles: [WrongCircle] = []

    /// After so many faults by streets or beside its boundary a circle is wrong beyond doubt, and no more such places are
    /// looked at: one file of wrong circles would else fill a table of millions of rows.
    package static let mostFaults = 100

    /// A proof that has looked at nothing.
    package init() {}

    /// Whether every circle holds.
    package var holds: Bool { faults.isEmpty && wrongCircles.isEmpty }
}
