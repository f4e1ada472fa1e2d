package import Geodesy
package import Geometry

/// Two layers that bear on each other, and how well they do so if one of them is in another datum than the
/// one it is read in.
package struct DatumContradictions {
    /// Which of the two layers a suspicion is about.
    package enum Side: Hashable, Sendable {
        /// The layer whose places are tried.
        case places
        /// The layer that they are held against.
        case frame
    }

    /// The places that are tried, as they were read.
    package let places: [GeographicPoint]
    /// The datum that they were read in.
    package let datum: Datum
    /// The datum that the other layer was read in.
    package let frameDatum: Datum
    /// Which side goes first where the same shift could be either's.
    package let preferred: Side

    /// Makes a pair of layers.
    package init(places: [GeographicPoint], datum: Datum, frameDatum: Datum, preferred: Side) {
        self.places = places
        self.datum = datum
        self.frameDatum = frameDatum
        self.preferred = preferred
    }

    /// The shift that explains most of what stands against the places as they were read.
    ///
    /// At least three places and one in twenty must be contradicted, and four in five of those
    /// contradictions must go.
    /// - Parameter contradicts: Whether the place of an index, moved there, does not go with the other layer.
    /// - Returns: The side that is off and what it seems to be in; nothing where no shift explains enough.
    /// - Throws: What the question throws.
    package func suspicion<Failure: Error>(
        contradicts: (Int, GeographicPoint) throws(Failure) -> Bool
    ) throws(Failure) -> (side: Side, suspicion: DatumSuspicion)? {
        guard DatumSuspicion.applies(to: places) else { return nil }
        let indices = DatumSuspicion.sample(Array(places.indices))
        func count(_ move: (GeographicPoint) -> GeographicPoint) throws(Failure) -> Int {
            var count = 0
            for index in indices where try contradicts(index, move(places[index])) { count += 1 }
            return count
        }
        let asRead = try count { $0 }
        guard asRead >= 3, asRead * 20 >= indices.count else { return nil }
        var best: (side: Side, datum: Datum, count: Int)?
        for side in preferred == .places ? [Side.places, .frame] : [.frame, .places] {
            for other in DatumSuspicion.others(than: side == .places ? datum : frameDatum) {
                let left = try count { p in
                    // If the other layer is off, the places go where that layer would show them.
                    side == .places
                        ? DatumSuspicion.moved(p, from: datum, to: other)
                        : DatumSuspicion.moved(p, from: other, to: frameDatum)
                }
                guard left * 5 <= asRead, left < best?.count ?? .max else { continue }
                best = (side, other, left)
            }
        }
        guard let best else { return nil }
        let declared = best.side == .places ? datum : frameDatum
        return (
            best.side,
            DatumSuspicion(
                datum: best.datum,
                shift: DatumSuspicion.meanShift(places, from: declared, to: best.datum))
        )
    }
}
