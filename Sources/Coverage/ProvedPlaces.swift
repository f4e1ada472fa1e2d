internal import Geodesy
internal import Geometry
internal import Places
internal import WalkNetwork

/// Places that all circles are proved at, and where each has joined the streets.
struct ProvedPlaces: Sendable {
    private(set) var points: [GeographicPoint] = []
    private(set) var sorts: [CircleProof.Sort] = []
    private(set) var ids: [String?] = []
    /// Where each has joined; nothing where it is too far from any street.
    private(set) var joins: [Attachment?] = []

    /// The dwellings of a study: compounds, gates and residuals.
    init(dwellingsOf study: Study) {
        for compound in study.compounds { add(compound.point, .compound, compound.id) }
        for gate in study.gates { add(gate.point, .gate, study.compounds[gate.compound].id) }
        for community in study.communities { add(community.point, .residual, community.id) }
    }

    /// Places on streets and beside them.
    init(byStreets parts: [StreetPlaces]) {
        points = parts.flatMap(\.places)
        joins = parts.flatMap(\.attachments)
        sorts = Array(repeating: .street, count: points.count)
        ids = Array(repeating: nil, count: points.count)
    }

    private mutating func add(_ point: GeographicPoint, _ sort: CircleProof.Sort, _ id: String?) {
        points.append(point)
        sorts.append(sort)
        ids.append(id)
    }

    /// Adds seeded places: every other one anywhere in an extent, the others in squares around facilities by turns.
    mutating func addSeeded(
        _ count: Int, seed: UInt64, extent: Envelope<PlanePoint>, around centres: [PlanePoint], reach: Double,
        plane: WorkingPlane, jobs: Int
    ) async {
        var random = SeededFractions(seed: seed)
        var places: [PlanePoint] = []
        places.reserveCapacity(count)
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
        for point in await plane.places(at: places, jobs: jobs)
        where point.longitude.isFinite && point.latitude.isFinite {
            add(point, .seeded, nil)
        }
    }

    /// Joins all places to the streets.
    mutating func join(
        _ network: WalkNetwork, within limit: Metres, on plane: WorkingPlane, jobs: Int
    ) async {
        joins = await network.join(points, within: limit, on: plane, jobs: jobs)
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
