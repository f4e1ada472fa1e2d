package import Geometry

/// The nearest counted facility in a straight line, by geodesic on the ellipsoid.
package struct StraightAccess: Hashable, Sendable {
    /// The facility, as an index into the study's.
    package let facility: Int
    /// How far it is.
    package let distance: Metres

    /// Makes an answer of its parts.
    package init(facility: Int, distance: Metres) {
        self.facility = facility
        self.distance = distance
    }
}

/// The walk to the nearest counted facility, or why there is none.
package enum WalkAccess: Hashable, Sendable {
    /// The study gives no streets: nothing is known of walks.
    case noStreets
    /// The place does not join the streets within the snap limit: unknown, not unreached.
    case tooFarFromStreets
    /// The place has joined, but no counted facility is connected with it.
    case noFacilityReached
    /// The nearest facility by the streets and the whole walk to it, legs included.
    case reached(facility: Int, walk: Micrometres)
}

/// What one place reaches.
package struct PlaceAccess: Hashable, Sendable {
    /// Nothing where no counted facility is open.
    package let straight: StraightAccess?
    package let walk: WalkAccess

    /// Makes an answer of its two parts.
    package init(straight: StraightAccess?, walk: WalkAccess) {
        self.straight = straight
        self.walk = walk
    }
}
