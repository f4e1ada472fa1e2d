import Geodesy
import Geometry
import WalkNetwork

/// The method once more, as plainly as can be.
///
/// Every segment is looked at, the walks between all vertices are Floyd and Warshall's, nothing is contracted.
/// What the network computes is held against it.
struct PlainSearch {
    /// Where a point has joined: a segment, how far along it and the leg, in micrometres.
    struct Joint {
        let segment: Int
        let fromStart: Int64
        let leg: Int64
    }

    private let plane: WorkingPlane
    private let places: [GeographicPoint]
    /// Kept segments with their ends as vertices (sides of blocked nodes apart) and as nodes of the source.
    private var segments: [(a: Int, b: Int, from: Int, to: Int, length: Int64)] = []
    private var walks: [[Int64?]] = []
    private let blocked: Set<Int>

    init(_ streets: Streets, on plane: WorkingPlane) {
        self.plane = plane
        places = streets.nodes
        let blocked = Set(streets.blocked.map(Int.init))
        self.blocked = blocked
        var pairs: [(Int, Int)] = []
        for way in 0..<streets.wayCount {
            let nodes = streets.nodeRange(ofWay: way).map { Int(streets.wayNodes[$0]) }
            for (a, b) in zip(nodes, nodes.dropFirst()) where a != b {
                let isKnown = pairs.contains { $0 == (a, b) || $0 == (b, a) }
                if !isKnown { pairs.append((a, b)) }
            }
        }
        var vertexCount = streets.nodes.count
        func vertex(_ node: Int) -> Int {
            guard blocked.contains(node) else { return node }
            vertexCount += 1
            return vertexCount - 1
        }
        let all = pairs.map { a, b in (a: vertex(a), b: vertex(b), from: a, to: b) }
        // Components by repeated spreading of the smaller label.
        var label = Array(0..<vertexCount)
        for _ in 0..<vertexCount {
            for s in all {
                let least = min(label[s.a], label[s.b])
                (label[s.a], label[s.b]) = (least, least)
            }
        }
        let used = Set(all.flatMap { [$0.a, $0.b] })
        var sizes: [Int: Int] = [:]
        for v in used { sizes[label[v], default: 0] += 1 }
        let most = sizes.values.max() ?? 0
        let largest = sizes.filter { $0.value == most }.keys
        keptIsAmbiguous = largest.count > 1 && 100 * most < used.count
        segments = all.filter {
            largest.contains(label[$0.a]) || 100 * (sizes[label[$0.a]] ?? 0) >= used.count
        }
        .map { s in
            let length = Ellipsoid.wgs84.distance(streets.nodes[s.from], streets.nodes[s.to])
            return (s.a, s.b, s.from, s.to, Micrometres(length).count)
        }
        walks = Array(repeating: Array(repeating: nil, count: vertexCount), count: vertexCount)
        for v in 0..<vertexCount { walks[v][v] = 0 }
        for s in segments {
            walks[s.a][s.b] = min(walks[s.a][s.b] ?? .max, s.length)
            walks[s.b][s.a] = walks[s.a][s.b]
        }
        for k in 0..<vertexCount {
            for i in 0..<vertexCount {
                guard let first = walks[i][k] else { continue }
                for j in 0..<vertexCount {
                    guard let second = walks[k][j] else { continue }
                    if first + second < walks[i][j] ?? .max { walks[i][j] = first + second }
                }
            }
        }
    }

    /// Whether several components share the greatest size, so that which is kept hangs on their order.
    let keptIsAmbiguous: Bool

    enum Joining {
        case joined([Joint])
        case tooFar
        /// Two segments are equally near at different places: the method leaves the choice open.
        case ambiguous
    }

    /// Joins a point; at a blocked node there is a joint on each side.
    func join(_ point: GeographicPoint, within limit: Double) -> Joining {
        let p = plane.project(point)
        let feet = segments.map { s -> (distance: Double, t: Double, place: PlanePoint) in
            let (a, b) = (plane.project(places[s.from]), plane.project(places[s.to]))
            let (ux, uy) = (b.x - a.x, b.y - a.y)
            let squared = ux * ux + uy * uy
            let t = squared == 0 ? 0 : min(max(((p.x - a.x) * ux + (p.y - a.y) * uy) / squared, 0), 1)
            let place = t == 0 ? a : t == 1 ? b : PlanePoint(x: a.x + t * ux, y: a.y + t * uy)
            return (p.distance(to: place), t, place)
        }
        guard let least = feet.map(\.distance).min() else { return .tooFar }
        let nearest = feet.indices.filter { feet[$0].distance <= least + 1e-6 }
        if nearest.contains(where: { feet[$0].place.distance(to: feet[nearest[0]].place) > 1e-9 }) {
            return .ambiguous
        }
        let ends = Set(
            nearest.map { feet[$0].t == 0 ? segments[$0].from : feet[$0].t == 1 ? segments[$0].to : -1 })
        if nearest.count > 1 && (ends.count > 1 || ends.contains(-1)) { return .ambiguous }
        let isAtBlocked = ends.first.map { blocked.contains($0) } ?? false
        var joints: [Joint] = []
        for index in isAtBlocked ? nearest : [nearest[0]] {
            let s = segments[index]
            let t = feet[index].t
            let place = t == 0 ? places[s.from] : t == 1 ? places[s.to] : plane.unproject(feet[index].place)
            let leg = Ellipsoid.wgs84.distance(point, place)
            if leg.value > limit { return .tooFar }
            let fromStart =
                t == 0
                ? 0 : t == 1 ? s.length : Micrometres(Ellipsoid.wgs84.distance(places[s.from], place)).count
            joints.append(Joint(segment: index, fromStart: fromStart, leg: Micrometres(leg).count))
        }
        return .joined(joints)
    }

    /// The shortest walk between two points, each with its joints; nothing where there is none.
    func walk(_ starts: [Joint], _ ends: [Joint]) -> Int64? {
        var best: Int64?
        func offer(_ length: Int64) { best = min(best ?? .max, length) }
        for p in starts {
            for q in ends {
                let (s, t) = (segments[p.segment], segments[q.segment])
                let legs = p.leg + q.leg
                if p.segment == q.segment { offer(legs + abs(p.fromStart - q.fromStart)) }
                for (u, onP) in [(s.a, p.fromStart), (s.b, s.length - p.fromStart)] {
                    for (v, onQ) in [(t.a, q.fromStart), (t.b, t.length - q.fromStart)] {
                        if let between = walks[u][v] { offer(legs + onP + between + onQ) }
                    }
                }
            }
        }
        return best
    }
}
