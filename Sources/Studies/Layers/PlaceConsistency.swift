internal import Geodesy
internal import Geometry

/// Whether the places of all layers lie together, as those of one study do.
///
/// Where the latitude of a place is beyond 90 its file alone shows that the axes are swapped. Elsewhere (in
/// Spain, say) both orders are places on earth, and only the rest of the study tells which one is meant.
struct PlaceConsistency {
    private let middle: GeographicPoint
    /// How far from the middle places belong to the study, in degrees on either axis.
    private let reach: Double

    /// Takes the middle (the medians) and the spread of some places as those of the study; nothing where
    /// there are none.
    init?(around places: [GeographicPoint]) {
        guard !places.isEmpty else { return nil }
        let middle = GeographicPoint(
            longitude: places.map(\.longitude).sorted()[places.count / 2],
            latitude: places.map(\.latitude).sorted()[places.count / 2])
        let distances = places.map { Self.distance($0, middle) }.sorted()
        self.middle = middle
        // Three times as far as nine in ten places lie, and never less than some 50 km.
        reach = max(0.5, 3 * distances[(distances.count - 1) * 9 / 10])
    }

    /// What is the matter with a place, if anything.
    func fault(of place: Place) -> (Fault, Problem.Severity)? {
        let p = place.point
        guard Self.distance(p, middle) > reach else { return nil }
        let swapped = GeographicPoint(longitude: p.latitude, latitude: p.longitude)
        if Self.distance(swapped, middle) <= reach {
            return (.axesSwapped(east: place.written.east, north: place.written.north), .error)
        }
        let distance = Ellipsoid.wgs84.distance(p, middle).value
        return (.farFromOtherLayers(kilometres: (distance / 1000).rounded()), .warning)
    }

    private static func distance(_ a: GeographicPoint, _ b: GeographicPoint) -> Double {
        max(abs(a.longitude - b.longitude), abs(a.latitude - b.latitude))
    }
}
