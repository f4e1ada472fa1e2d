package import Geometry

extension WalkNetwork {
    /// Joins a place to the network by lengths of the plane instead of geodesics, for which no plane is asked:
    /// to the same street as ``join(_:within:on:)-([GeographicPoint],_,_)``, leg and position right to a millimetre.
    ///
    /// - Parameters:
    ///   - location: Where the place lies on the plane that the network was built on.
    ///   - place: Where it lies on WGS 84; it stands for the place joined.
    ///   - limit: The longest leg, on the ground.
    ///   - guess: The segment that the place before has joined; of places that follow each other mostly the same.
    /// - Returns: The attachment; nothing where the place is too far from any street.
    package func joinOnPlane(
        _ location: PlanePoint, lying place: GeographicPoint, within limit: Metres, guess: inout Int?
    ) -> Attachment? {
        guard let (segment, foot) = segmentIndex.nearest(to: location, guess: guess) else { return nil }
        guess = segment
        let leg = Metres(foot.distance / planeScale.at(location))
        guard leg <= limit else { return nil }
        let (from, to) = (vertexAlong[segment], vertexAlong[segment + 1])
        return Attachment(
            edge: Int32(edge(ofVertex: segment)),
            position: Micrometres(from + Int64(Double(to - from) * foot.fraction)), leg: Micrometres(leg),
            place: place)
    }
}
