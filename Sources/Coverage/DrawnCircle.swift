internal import Geodesy
package import Geometry
package import Places
package import Topology

/// An area that lies within reach of a facility, ready to be drawn.
///
/// Drawn circles are for the eye: who is covered is decided by distances to the dwelling, never by a drawing.
package struct DrawnCircle: Sendable, Equatable {
    /// What a circle shows.
    package enum Kind: String, Sendable {
        /// Within a radius in a straight line.
        case radius
        /// Within a walk.
        case walk
        /// Within a walk, without the water: a drawing only.
        case walkLand = "walk_land"
    }

    package let kind: Kind
    /// The facility, as an index into the study's; nothing for the dissolved circle of all.
    package let facility: Int?
    /// The limit: metres of a radius, minutes of a walk.
    package let limit: Double
    /// How near to the boundary, in metres on the ground, a place may lie and be drawn on the wrong side.
    package let tolerance: Metres
    /// How it is kept: of a city many are.
    package let outline: Outline

    /// How a circle's area is kept.
    package enum Outline: Sendable, Equatable {
        /// Valid by OGC Simple Features with seven decimals of a degree, as files state it.
        case rings(GridRings)
        /// As somebody else states it.
        case degrees(MultiPolygon<GeographicPoint>)
    }

    /// The area; put together anew each time.
    package var area: MultiPolygon<GeographicPoint> {
        switch outline {
        case .rings(let rings): rings.area
        case .degrees(let area): area
        }
    }

    /// Makes a circle of an area.
    package init(
        kind: Kind, facility: Int?, limit: Double, tolerance: Metres, area: MultiPolygon<GeographicPoint>
    ) {
        (self.kind, self.facility) = (kind, facility)
        (self.limit, self.tolerance) = (limit, tolerance)
        outline = .degrees(area)
    }

    /// Makes a circle of rings.
    init(kind: Kind, facility: Int?, limit: Double, tolerance: Metres, rings: GridRings) {
        (self.kind, self.facility) = (kind, facility)
        (self.limit, self.tolerance) = (limit, tolerance)
        outline = .rings(rings)
    }
}

/// The circles of a radius around facilities, as polygons of points at exactly that geodesic distance.
package struct RadiusCircles: Sendable {
    /// How many sides a circle is drawn with: for 1 km its sides stray 0.3 m inwards at most.
    private static let sides = 128

    private let radius: Metres

    /// Makes circles of a radius.
    package init(radius: Metres) { self.radius = radius }

    /// How far the middle of a side lies within the true circle, plus the centimetre of seven decimals.
    package var tolerance: Metres {
        let sagitta = radius.value * (1 - cosine(ofHalfTurnOver: Double(Self.sides)))
        return Metres(((sagitta + 0.02) * 100).rounded(.up) / 100)
    }

    /// The circle around a place.
    package func circle(around p: GeographicPoint) throws(RingFailure) -> MultiPolygon<GeographicPoint> {
        // Counted against the clock's direction, so that the ring runs counter-clockwise.
        var rim = (0..<Self.sides).map {
            Ellipsoid.wgs84.direct(
                from: p, azimuth: 360 - Double($0) * 360 / Double(Self.sides), distance: radius)
        }
        rim.append(rim[0])
        return try MultiPolygon([Polygon(exterior: Ring(rim))])
    }

    /// The circle of each facility and then the one dissolved of all.
    ///
    /// - Parameters:
    ///   - facilities: the facilities that count, as indices into the study's.
    ///   - study: the study.
    ///   - each: whether the single circles are wanted beside the dissolved one.
    /// - Returns: the circles; none where no facility counts.
    /// - Throws: what GEOS says where it cannot dissolve them.
    package func circles(around facilities: [Int], of study: Study, each: Bool) throws -> [DrawnCircle] {
        guard !facilities.isEmpty else { return [] }
        let single = try facilities.map { index in
            DrawnCircle(
                kind: .radius, facility: index, limit: radius.value, tolerance: tolerance,
                rings: try RoundedArea(circle(around: study.facilities[index].point)).validRings())
        }
        let dissolved = DrawnCircle(
            kind: .radius, facility: nil, limit: radius.value, tolerance: tolerance,
            rings: try RoundedArea(MultiPolygon.union(of: single.map(\.area))).validRings())
        return (each ? single : []) + [dissolved]
    }

    /// cos(π / n) by its series, which for a circle's sides converges at once.
    private func cosine(ofHalfTurnOver n: Double) -> Double {
        let square = (Double.pi / n) * (Double.pi / n)
        return 1 - square / 2 + square * square / 24
    }
}
