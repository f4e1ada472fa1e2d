package import Geodesy
package import Geometry

/// That the coordinates of a layer are in another datum than the one it is read in.
///
/// GCJ-02 lies some 500 m, BD-09 some 1,200 m from WGS 84: too little to see in the numbers, too much for
/// any walk. It shows against other layers: dwellings beyond their communities, gates far from their
/// compounds, places off the streets, all of them put right by one and the same shift. Good data gives no
/// suspicion, since every other datum makes it fit less well; outside the box in which the two datums shift
/// anything there is none at all.
package struct DatumSuspicion: Hashable, Sendable {
    /// What the coordinates seem to be in.
    package let datum: Datum
    /// How far the places then move, in the mean.
    package let shift: Metres

    /// Where places read in one datum would be if their coordinates were in another.
    static func moved(_ p: GeographicPoint, from declared: Datum, to datum: Datum) -> GeographicPoint {
        datum.wgs84(from: declared.shifted(fromWGS84: p))
    }

    /// The datums that differ from the declared one.
    static func others(than declared: Datum) -> [Datum] {
        switch declared {
        case .wgs84, .cgcs2000: [.gcj02, .bd09]
        case .gcj02: [.wgs84, .bd09]
        case .bd09: [.wgs84, .gcj02]
        }
    }

    /// Whether the two datums shift anything at most of some places.
    static func applies(to places: [GeographicPoint]) -> Bool {
        places.count(where: { Datum.isShifted(at: $0) }) * 2 > places.count
    }

    /// How far a layer's places move from one datum to another, in the mean.
    static func meanShift(_ places: [GeographicPoint], from declared: Datum, to datum: Datum) -> Metres {
        let sample = sample(places)
        guard !sample.isEmpty else { return Metres(0) }
        let sum = sample.reduce(0) {
            $0 + Ellipsoid.wgs84.distance($1, moved($1, from: declared, to: datum)).value
        }
        return Metres(sum / Double(sample.count))
    }

    /// At most five hundred of some places, evenly over their list: enough to tell a shift by.
    static func sample<Place>(_ places: [Place]) -> [Place] {
        guard places.count > 500 else { return places }
        return (0..<500).map { places[$0 * places.count / 500] }
    }
}

extension DatumSuspicion {
    /// Whether anything can be said of a layer's places by streets: there are enough, where datums differ.
    static func canBeHeld(_ places: [GeographicPoint]) -> Bool { places.count >= 5 && applies(to: places) }

    /// Whether places that stand near streets would stand nearer to them in another datum.
    ///
    /// Twenty places and more: nearer by a third in the mean, at six times its standard error. Five and more:
    /// all nearer (of eight, all but one), two and a half times in the mean and by more than 15 m. Each
    /// distance counts up to ``StreetNodeGrid/limit``.
    /// - Parameters:
    ///   - places: The layer's places as they were read.
    ///   - declared: The datum that they were read in.
    ///   - streets: Nodes of streets whose datum is beyond doubt, found by place.
    /// - Returns: What the places seem to be in; nothing where they are best as they are.
    static func nearStreets(
        _ places: [GeographicPoint], declared: Datum, streets: StreetNodeGrid
    ) -> DatumSuspicion? {
        guard canBeHeld(places) else { return nil }
        func distances(_ points: [GeographicPoint]) -> [Double] {
            points.map { streets.distance(from: $0).value }
        }
        let sample = sample(places)
        let asRead = distances(sample)
        var best: (datum: Datum, sum: Double)?
        for datum in others(than: declared) {
            let there = distances(sample.map { moved($0, from: declared, to: datum) })
            let sum = there.reduce(0, +)
            guard isFarNearer(there, than: asRead), sum < best?.sum ?? .infinity else { continue }
            best = (datum, sum)
        }
        return best.map {
            DatumSuspicion(datum: $0.datum, shift: meanShift(places, from: declared, to: $0.datum))
        }
    }

    private static func isFarNearer(_ moved: [Double], than asRead: [Double]) -> Bool {
        let count = Double(asRead.count)
        let gains = zip(asRead, moved).map { $0 - $1 }
        let gain = gains.reduce(0, +) / count
        let (before, after) = (asRead.reduce(0, +) / count, moved.reduce(0, +) / count)
        if asRead.count >= 20 {
            let variance = gains.reduce(0) { $0 + ($1 - gain) * ($1 - gain) } / (count - 1)
            return before > 1.5 * after && gain > 6 * (variance / count).squareRoot()
        }
        let exceptions = asRead.count < 8 ? 0 : 1
        return gains.count(where: { $0 > 0 }) + exceptions >= asRead.count && before > 2.5 * after
            && gain > 15
    }
}
