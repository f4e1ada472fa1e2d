internal import Geodesy
internal import Geometry
internal import WalkNetwork

/// A proof in the making: circles held against the rule at one lot of places after the other.
struct ProofJudgement {
    let circles: [ProvedCircle]
    /// Where the facilities of each circle have joined the streets.
    let sites: [[Attachment?]]
    let network: WalkNetwork
    let snapLimit: Metres
    var proof = CircleProof()
    /// How many faults of each circle lie by streets or beside its boundary.
    private var unchosenFaults: [Int]

    /// Edges whose places are held against all circles at once, for the sake of memory.
    private static let edgesAtOnce = 1 << 14
    /// Parts of boundaries, likewise.
    private static let partsAtOnce = 128

    init(circles: [ProvedCircle], sites: [[Attachment?]], network: WalkNetwork, snapLimit: Metres) {
        (self.circles, self.sites) = (circles, sites)
        (self.network, self.snapLimit) = (network, snapLimit)
        unchosenFaults = Array(repeating: 0, count: circles.count)
        proof.circles = circles.count
        proof.singles = circles.count { $0.facility != nil }
    }

    /// Holds every circle at places on all streets and beside them.
    mutating func holdByStreets(on plane: WorkingPlane, jobs: Int) async {
        let (network, snapLimit) = (self.network, self.snapLimit)
        for first in stride(from: 0, to: network.edgeCount, by: Self.edgesAtOnce) {
            let count = min(Self.edgesAtOnce, network.edgeCount - first)
            let parts = await FixedChunks.map(count: count, size: 512, jobs: jobs) { range in
                StreetPlaces(
                    ofEdges: first + range.lowerBound..<first + range.upperBound, on: network,
                    snapLimit: snapLimit)
            }
            let places = ProvedPlaces(byStreets: parts)
            proof.places.byStreets += places.points.count
            await hold(at: places, on: plane, jobs: jobs)
        }
    }

    /// Holds every circle at the same places.
    mutating func hold(at places: ProvedPlaces, on plane: WorkingPlane, jobs: Int) async {
        let grid = PlaceGrid(places.points)
        let attachments = places.joins.map { $0.map { [$0] } ?? [] }
        for limit in Set(circles.map(\.limit)).sorted() {
            let drawn = circles.indices.filter { circles[$0].limit == limit }
            let single = drawn.filter { circles[$0].facility != nil }
            let table = await network.reachTable(
                from: single.map { sites[$0][0] }, to: attachments, within: limit, jobs: jobs)
            var reached = single.indices.map { table.row(ofFacility: $0).map(\.0) }
            for index in drawn where circles[index].facility == nil {
                let walks = await NearestFacilities.search(
                    sites[index], on: network, limit: limit, jobs: jobs)
                reached.append(
                    attachments.indices.filter { place in
                        walks.nearest(from: attachments[place]).map { $0.walk <= limit } ?? false
                    }.map(Int32.init))
            }
            let asked = single + drawn.filter { circles[$0].facility == nil }
            let (held, points, rows) = (circles, places.points, reached)
            let wrong = await FixedChunks.map(count: asked.count, size: 8, jobs: jobs) { range in
                range.map { held[asked[$0]].mismatches(reached: rows[$0], at: points, grid) }
            }.flatMap { $0 }
            for (row, index) in asked.enumerated() {
                proof.pairs += points.count
                proof.reached += rows[row].count
                judge(wrong[row], of: index, on: plane) {
                    (places.sorts[$0], places.ids[$0], points[$0])
                }
            }
        }
    }

    /// Holds every circle at pairs of places beside a boundary: its own, or that of the same circle as another has drawn
    /// it.
    ///
    /// - Parameters:
    ///   - others: the other drawings, one for each circle; left out, the circles themselves.
    ///   - plane: the working plane.
    ///   - jobs: how many threads to use.
    mutating func holdBesideBoundaries(
        of others: [ProvedCircle]? = nil, on plane: WorkingPlane, jobs: Int
    ) async {
        let bounds = others ?? circles
        let (circles, sites, network, snapLimit) = (
            self.circles, self.sites, self.network, self.snapLimit
        )
        var dissolved: [Int: NearestFacilities] = [:]
        for index in circles.indices where circles[index].facility == nil {
            dissolved[index] = await NearestFacilities.search(
                sites[index], on: network, limit: circles[index].limit, jobs: jobs)
        }
        let all = BoundaryPairs.parts(of: bounds)
        for first in stride(from: 0, to: all.count, by: Self.partsAtOnce) {
            let parts = Array(all[first..<min(first + Self.partsAtOnce, all.count)])
            let places = await FixedChunks.map(count: parts.count, size: 4, jobs: jobs) { range in
                range.map { BoundaryPairs.places(beside: parts[$0], of: bounds[parts[$0].circle]) }
            }.flatMap { $0 }
            let locations = await plane.locations(of: places.flatMap { $0 }, jobs: jobs)
            let offsets = places.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
            let fields = dissolved
            let judged = await FixedChunks.map(
                count: parts.count, size: 4, jobs: jobs, workspace: { FacilityWalks(on: network) }
            ) { walks, range in
                range.map { index -> (reached: Int, wrong: [ProvedCircle.Mismatch]) in
                    let (number, circle) = (parts[index].circle, circles[parts[index].circle])
                    let field = fields[number]
                    if field == nil, let site = sites[number][0] {
                        walks.search(from: site, limit: circle.limit)
                    }
                    var reached = 0
                    var wrong: [ProvedCircle.Mismatch] = []
                    var guess: Int?
                    for (k, place) in places[index].enumerated() {
                        let attachment = network.joinOnPlane(
                            locations[offsets[index] + k], lying: place, within: snapLimit,
                            guess: &guess)
                        let walk = attachment.flatMap { attachment in
                            field.map { $0.nearest(from: attachment)?.walk }
                                ?? walks.walk(from: attachment)
                        }
                        let isReached = walk.map { $0 <= circle.limit } ?? false
                        if isReached { reached += 1 }
                        let isDrawnInside = circle.area.contains(place)
                        guard isDrawnInside != isReached else { continue }
                        wrong.append(
                            .init(
                                place: k, isDrawnInside: isDrawnInside,
                                distance: circle.area.distance(from: place)))
                    }
                    return (reached, wrong)
                }
            }.flatMap { $0 }
            for (index, part) in parts.enumerated() {
                proof.places.besideBoundaries += places[index].count
                proof.pairs += places[index].count
                proof.reached += judged[index].reached
                judge(judged[index].wrong, of: part.circle, on: plane) {
                    (.boundary, nil, places[index][$0])
                }
            }
        }
    }

    /// Counts the mismatches of one circle; faults are those beyond the tolerance that the rule does not leave open.
    private mutating func judge(
        _ mismatches: [ProvedCircle.Mismatch], of index: Int, on plane: WorkingPlane,
        _ place: (Int) -> (sort: CircleProof.Sort, id: String?, point: GeographicPoint)
    ) {
        let circle = circles[index]
        var field: NearestFacilities?
        for mismatch in mismatches {
            let (sort, id, point) = place(mismatch.place)
            let isUnchosen = sort == .street || sort == .boundary
            if isUnchosen, unchosenFaults[index] >= CircleProof.mostFaults { continue }
            var rivals: [Micrometres?] = []
            let isBeyond = mismatch.distance > circle.tolerance.value
            var isLeftOpen = false
            if isBeyond {
                let walks =
                    field
                    ?? NearestFacilities(
                        sites[index], on: network, limit: Micrometres(circle.limit.count * 3))
                field = walks
                rivals = network.rivalJoins(of: point, within: snapLimit, slack: 0.001, on: plane)
                    .map { walks.nearest(from: $0)?.walk }
                isLeftOpen = rivals.contains {
                    ($0.map { $0 <= circle.limit } ?? false) == mismatch.isDrawnInside
                }
                // What was known of its street to a centimetre is not so.
                if isLeftOpen, rivals.count == 1 { continue }
            }
            if mismatch.isDrawnInside { proof.insideButOutOfReach += 1 } else { proof.outsideButInReach += 1 }
            if isLeftOpen {
                proof.leftOpen += 1
                continue
            }
            if mismatch.distance.isFinite { proof.worst = max(proof.worst, Metres(mismatch.distance)) }
            guard isBeyond else { continue }
            if isUnchosen { unchosenFaults[index] += 1 }
            proof.faults.append(
                CircleProof.Fault(
                    sort: sort, id: id, place: point, facility: circle.facility, minutes: circle.minutes,
                    isDrawnInside: mismatch.isDrawnInside, walk: rivals.compactMap { $0 }.min(),
                    distance: mismatch.distance.isFinite ? Metres(mismatch.distance) : nil))
        }
    }
}
