internal import Geometry

/// Makes areas of positions as files hold them.
enum AreaRepair {
    /// The area that some rings enclose, and what had to be put right to make rings of them.
    ///
    /// A ring that does not close is closed; one of fewer than three places is left out, and its part with
    /// it where it is the outer one. Rings that cross are not looked for here.
    /// - Parameters:
    ///   - points: All positions, ring after ring.
    ///   - parts: The lengths of the rings of each part, the outer one first.
    /// - Returns: The area, and the reason where something was put right.
    static func assembled(
        _ points: [GeographicPoint], _ parts: [[Int]]
    ) -> (MultiPolygon<GeographicPoint>, reason: String?) {
        var polygons: [Polygon<GeographicPoint>] = []
        var reason: String?
        var start = 0
        for part in parts {
            var rings: [Ring<GeographicPoint>] = []
            var lacksExterior = false
            for (index, count) in part.enumerated() {
                var positions = Array(points[start..<start + count])
                start += count
                if let first = positions.first, positions.last != first {
                    positions.append(first)
                    reason = "Ring not closed"
                }
                do throws(RingFailure) {
                    rings.append(try Ring(positions))
                } catch {
                    reason = "Too few points in geometry component"
                    if index == 0 { lacksExterior = true }
                }
            }
            guard !lacksExterior, let exterior = rings.first else { continue }
            polygons.append(Polygon(exterior: exterior, holes: Array(rings.dropFirst())))
        }
        return (MultiPolygon(polygons), reason)
    }
}
