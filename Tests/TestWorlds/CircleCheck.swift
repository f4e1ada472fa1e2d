package import Geodesy
package import Geometry
package import WalkNetwork

/// Holds a drawn circle against the rule, place by place.
package struct CircleCheck {
    /// The streets.
    package let network: WalkNetwork
    /// The plane that they were built on.
    package let plane: WorkingPlane
    /// The facilities; a circle of one, or the merged one of several.
    package let sites: [GeographicPoint]
    /// The longest walk.
    package let limit: Metres
    /// The longest leg.
    package let snapLimit: Metres

    /// States the rule.
    package init(
        network: WalkNetwork, plane: WorkingPlane, sites: [GeographicPoint], limit: Metres, snapLimit: Metres
    ) {
        (self.network, self.plane, self.sites) = (network, plane, sites)
        (self.limit, self.snapLimit) = (limit, snapLimit)
    }

    /// How many places were looked at, and how they came out.
    package struct Outcome {
        /// In the circle by the rule.
        package var inside = 0
        /// Out of it by the rule.
        package var outside = 0
        /// On the wrong side of the boundary drawn, though within the tolerance.
        package var excused = 0
        /// On the wrong side of the boundary drawn, and farther from it than the tolerance.
        package var wrong: [(place: PlanePoint, isInside: Bool, distance: Double)] = []
    }

    /// Classes every place by the rule and by the drawing.
    package func outcome(of circle: WalkCircle, at places: [GeographicPoint]) -> Outcome {
        let field = NearestFacilities(network.join(sites, within: snapLimit, on: plane), on: network)
        let area = circle.geographic(by: plane)
        let rings = circle.area.polygons.flatMap(\.rings)
        var outcome = Outcome()
        for (place, attachment) in zip(places, network.join(places, within: snapLimit, on: plane)) {
            let walk = attachment.flatMap { field.nearest(from: $0)?.walk.metres }
            let isInside = walk.map { $0 <= limit } ?? false
            if isInside { outcome.inside += 1 } else { outcome.outside += 1 }
            guard area.contains(place) != isInside else { continue }
            let p = plane.project(place)
            let distance = rings.map { Self.distance(p, to: $0) }.min() ?? .infinity
            if distance <= WalkCircle.tolerance.value {
                outcome.excused += 1
            } else {
                outcome.wrong.append((p, isInside, distance))
            }
        }
        return outcome
    }

    private static func distance(_ p: PlanePoint, to ring: Ring<PlanePoint>) -> Double {
        var least = Double.infinity
        for (a, b) in zip(ring.positions, ring.positions.dropFirst()) {
            let (ux, uy) = (b.x - a.x, b.y - a.y)
            let squared = ux * ux + uy * uy
            let t = squared == 0 ? 0 : min(max(((p.x - a.x) * ux + (p.y - a.y) * uy) / squared, 0), 1)
            least = min(least, p.distance(to: PlanePoint(x: a.x + t * ux, y: a.y + t * uy)))
        }
        return least
    }

    /// How many pairs of lines cross or touch that should not, rings that turn the wrong way, and parts inside others.
    package static func ringFaults(of area: MultiPolygon<GeographicPoint>) -> Int {
        var faults = 0
        var lines: [(a: GeographicPoint, b: GeographicPoint)] = []
        for polygon in area.polygons {
            if polygon.exterior.doubledSignedArea <= 0 { faults += 1 }
            for hole in polygon.holes {
                if hole.doubledSignedArea >= 0 { faults += 1 }
                // Not a corner: there rings may touch.
                let (a, b) = (hole.positions[0], hole.positions[1])
                let middle = GeographicPoint(
                    longitude: (a.longitude + b.longitude) / 2, latitude: (a.latitude + b.latitude) / 2)
                if !polygon.exterior.contains(middle) { faults += 1 }
            }
            for ring in polygon.rings {
                lines += zip(ring.positions, ring.positions.dropFirst()).map { ($0, $1) }
            }
        }
        for (k, polygon) in area.polygons.enumerated() {
            let (a, b) = (polygon.exterior.positions[0], polygon.exterior.positions[1])
            let middle = GeographicPoint(
                longitude: (a.longitude + b.longitude) / 2, latitude: (a.latitude + b.latitude) / 2)
            for (other, around) in area.polygons.enumerated() where other != k {
                if MultiPolygon([around]).contains(middle) { faults += 1 }
            }
        }
        for (i, s) in lines.enumerated() {
            for t in lines[(i + 1)...] {
                let isJoint = s.a == t.a || s.a == t.b || s.b == t.a || s.b == t.b
                if !isJoint && crosses(s, t) { faults += 1 }
            }
        }
        return faults
    }

    private static func crosses(
        _ s: (a: GeographicPoint, b: GeographicPoint), _ t: (a: GeographicPoint, b: GeographicPoint)
    ) -> Bool {
        func turn(_ o: GeographicPoint, _ p: GeographicPoint, _ q: GeographicPoint) -> Double {
            (p.east - o.east) * (q.north - o.north) - (p.north - o.north) * (q.east - o.east)
        }
        return turn(s.a, s.b, t.a) * turn(s.a, s.b, t.b) <= 0
            && turn(t.a, t.b, s.a) * turn(t.a, t.b, s.b) <= 0
            && max(s.a.east, s.b.east) >= min(t.a.east, t.b.east)
            && max(t.a.east, t.b.east) >= min(s.a.east, s.b.east)
            && max(s.a.north, s.b.north) >= min(t.a.north, t.b.north)
            && max(t.a.north, t.b.north) >= min(s.a.north, s.b.north)
    }
}
