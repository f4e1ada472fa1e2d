internal import Geodesy
internal import Geometry
internal import Places
internal import WalkNetwork

/// The places that circles are proved at.
struct ProvedPlaces {
    /// Metres between two pairs of places along one boundary.
    private static let stride = 100.0
    /// How far outside the tolerance a pair lies, in metres: the centimetre that drawn coordinates are rounded to,
    /// and a little.
    private static let beyond = 0.05

    private(set) var points: [GeographicPoint] = []
    private(set) var sorts: [CircleProof.Sort] = []
    private(set) var ids: [String?] = []

    /// Starts with the dwellings of a study: compounds, gates and residuals.
    init(dwellingsOf study: Study) {
        for compound in study.compounds { add(compound.point, .compound, compound.id) }
        for gate in study.gates { add(gate.point, .gate, study.compounds[gate.compound].id) }
        for community in study.communities { add(community.point, .residual, community.id) }
    }

    private mutating func add(_ point: GeographicPoint, _ sort: CircleProof.Sort, _ id: String?) {
        points.append(point)
        sorts.append(sort)
        ids.append(id)
    }

    /// Adds seeded places: every other one anywhere in an extent, the others in squares around facilities by turns.
    mutating func addSeeded(
        _ count: Int, seed: UInt64, extent: Envelope<PlanePoint>, around centres: [PlanePoint], reach: Double,
        plane: WorkingPlane
    ) {
        var random = SeededFractions(seed: seed)
        var places: [PlanePoint] = []
        for index in 0..<count {
            let (u, v) = (random.next(), random.next())
            if index % 2 == 0 || centres.isEmpty {
                places.append(
                    PlanePoint(
                        x: extent.west + u * (extent.east - extent.west),
                        y: extent.south + v * (extent.north - extent.south)))
            } else {
                let centre = centres[index / 2 % centres.count]
                places.append(
                    PlanePoint(x: centre.x + (2 * u - 1) * reach, y: centre.y + (2 * v - 1) * reach))
            }
        }
        for point in plane.unproject(places) where point.longitude.isFinite && point.latitude.isFinite {
            add(point, .seeded, nil)
        }
    }

    /// Adds a place on either side of a circle's boundary, just outside the tolerance, wherever there is one.
    mutating func addPairs(beside area: BandedArea, tolerance: Metres, seed: UInt64) {
        var random = SeededFractions(seed: seed)
        let away = tolerance.value + Self.beyond
        for ring in area.rings {
            guard let first = ring.first else { continue }
            let metres = LocalMetres(at: first)
            var next = random.next() * Self.stride
            var walked = 0.0
            var last = (point: first, normal: (0.0, 0.0))
            var isEmpty = true
            for (a, b) in zip(ring, ring.dropFirst()) {
                let (dx, dy) = metres.way(from: a, to: b)
                let length = (dx * dx + dy * dy).squareRoot()
                guard length > 0 else { continue }
                let normal = (-dy / length, dx / length)
                last = (metres.moved(a, dx / 2, dy / 2), normal)
                while next <= walked + length {
                    let t = (next - walked) / length
                    addPair(
                        metres.moved(a, t * dx, t * dy), normal, away, area, tolerance, metres)
                    next += Self.stride
                    isEmpty = false
                }
                walked += length
            }
            // Every ring has a pair, however small.
            if isEmpty { addPair(last.point, last.normal, away, area, tolerance, metres) }
        }
    }

    private mutating func addPair(
        _ p: GeographicPoint, _ normal: (Double, Double), _ away: Double, _ area: BandedArea,
        _ tolerance: Metres, _ metres: LocalMetres
    ) {
        for side in [away, -away] {
            let place = metres.moved(p, side * normal.0, side * normal.1)
            // Nearer to another part of the boundary it would prove nothing.
            if !area.isNear(place, within: tolerance.value, by: metres) { add(place, .boundary, nil) }
        }
    }
}

/// Metres and degrees near a place, to a millionth over some kilometres.
struct LocalMetres {
    private let east: Double
    private let north: Double

    /// Takes the lengths of a thousandth of a degree either way.
    init(at p: GeographicPoint) {
        func length(_ dx: Double, _ dy: Double) -> Double {
            Ellipsoid.wgs84.distance(
                GeographicPoint(longitude: p.longitude - dx, latitude: p.latitude - dy),
                GeographicPoint(longitude: p.longitude + dx, latitude: p.latitude + dy)
            ).value
        }
        (east, north) = (length(0.0005, 0) * 1000, length(0, 0.0005) * 1000)
    }

    /// The way from one place to another.
    @inline(__always)
    func way(from a: GeographicPoint, to b: GeographicPoint) -> (Double, Double) {
        ((b.longitude - a.longitude) * east, (b.latitude - a.latitude) * north)
    }

    /// A place moved by a way.
    func moved(_ p: GeographicPoint, _ dx: Double, _ dy: Double) -> GeographicPoint {
        GeographicPoint(longitude: p.longitude + dx / east, latitude: p.latitude + dy / north)
    }
}

/// Fractions from 0 to 1 that come out the same for the same seed everywhere: SplitMix64 (Steele, Lea, Flood:
/// Fast splittable pseudorandom number generators, OOPSLA 2014).
struct SeededFractions {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
    }
}
