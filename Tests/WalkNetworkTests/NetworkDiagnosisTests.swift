import Geodesy
import Geometry
import TestWorlds
import Testing
import WalkNetwork

/// What may be a slip of drawing: on streets drawn for it, and on seeded ones against trying everything.
@Suite struct NetworkDiagnosisTests {
    private let plane: WorkingPlane

    init() throws { plane = try WorkingPlane(definition: "EPSG:4547") }

    /// Streets of points in metres, as lists of their indices; the way of index `i` has the id `i + 1`.
    private func streets(
        _ points: [(Double, Double)], _ ways: [[Int32]], blocked: [Int32] = [], levels: [Int8] = []
    ) -> Streets {
        var offsets: [Int32] = [0]
        for way in ways { offsets.append(offsets[offsets.count - 1] + Int32(way.count)) }
        return Streets(
            nodes: plane.unproject(points.map { PlanePoint(x: 500_000 + $0.0, y: 3_370_000 + $0.1) }),
            wayOffsets: offsets, wayNodes: ways.flatMap { $0 },
            wayIDs: (0..<ways.count).map { Int64($0 + 1) },
            blocked: blocked, levels: levels)
    }

    private func diagnosis(_ streets: Streets, within limit: Double = 5) -> NetworkDiagnosis {
        NetworkDiagnosis(of: streets, on: plane, gapLimit: Metres(limit))
    }

    private func ways(_ kind: NetworkDiagnosis.Kind, _ diagnosis: NetworkDiagnosis) -> [[Int64]] {
        diagnosis.findings.filter { $0.kind == kind }.map { [$0.way] + ($0.other.map { [$0] } ?? []) }
    }

    @Test("A street that stops three metres short has missed the other")
    func missedJunction() throws {
        let short = streets([(0, 0), (100, 0), (200, 0), (100, 3), (100, 80)], [[0, 1, 2], [3, 4]])
        let found = diagnosis(short)
        #expect(ways(.nearMiss, found) == [[2, 1]])
        let miss = try #require(found.findings.first { $0.kind == .nearMiss })
        // The middle meridian has a scale of 1 on this plane.
        #expect(abs((miss.gap?.value ?? 0) - 3) < 0.001)
        #expect(miss.place == short.nodes[3])
        #expect(ways(.deadEnd, found) == [[1], [1], [2], [2]])
        #expect(found.count(.crossing) == 0 && found.count(.droppedComponent) == 0)
        #expect(diagnosis(short, within: 2.9).count(.nearMiss) == 0)
        #expect(diagnosis(short, within: 3.1).count(.nearMiss) == 1)
    }

    @Test("Streets that a short walk joins have not missed each other; a long one does not join them")
    func detour() {
        // A hook: down x metres, four across, and up again, ending four metres beside its own start.
        func hook(_ x: Double) -> Streets {
            streets([(-60, 0), (0, 0), (0, -x), (4, -x), (4, 0)], [[0, 1, 2, 3, 4]])
        }
        #expect(diagnosis(hook(22)).count(.nearMiss) == 0)
        #expect(ways(.nearMiss, diagnosis(hook(24))) == [[1, 1]])
    }

    @Test("Two ends that face each other are one finding; on different levels they are none")
    func facingEnds() {
        let points = [(0.0, 0.0), (100, 0), (102, 1), (200, 0)]
        #expect(ways(.nearMiss, diagnosis(streets(points, [[0, 1], [2, 3]]))) == [[1, 2]])
        #expect(diagnosis(streets(points, [[0, 1], [2, 3]], levels: [0, 1])).count(.nearMiss) == 0)
    }

    @Test("Streets that cross without a node are listed, bridges and shared nodes are not")
    func crossings() throws {
        let cross = [(0.0, 0.0), (100, 0), (40, -50), (40, 50)]
        let found = diagnosis(streets(cross, [[0, 1], [2, 3]]))
        #expect(ways(.crossing, found) == [[1, 2]])
        let place = try #require(found.findings.first { $0.kind == .crossing }).place
        let expected = plane.unproject([PlanePoint(x: 500_040, y: 3_370_000)])[0]
        #expect(Ellipsoid.wgs84.distance(place, expected).value < 1e-6)
        #expect(diagnosis(streets(cross, [[0, 1], [2, 3]], levels: [1, 0])).count(.crossing) == 0)
        #expect(diagnosis(streets(cross, [[0, 1], [2, 3]], levels: [1, 1])).count(.crossing) == 1)
        #expect(
            diagnosis(streets(cross + [(40, 0)], [[0, 4, 1], [2, 4, 3]])).count(.crossing) == 0)
        // Two nodes at one place are no shared node: one finding, though four segments meet there.
        #expect(
            ways(.crossing, diagnosis(streets(cross + [(40, 0), (40, 0)], [[0, 4, 1], [2, 5, 3]])))
                == [[1, 2]])
        // An end on a street has missed it, and does not cross it.
        let touching = diagnosis(streets(cross + [(40, 0)], [[0, 1], [4, 3]]))
        #expect(touching.count(.crossing) == 0)
        #expect(ways(.nearMiss, touching) == [[2, 1]])
    }

    @Test("A node where nobody passes ends streets on purpose")
    func blocked() {
        let found = diagnosis(streets([(0, 0), (50, 0), (100, 0)], [[0, 1, 2]], blocked: [1]))
        #expect(ways(.deadEnd, found) == [[1], [1]])
        #expect(found.count(.nearMiss) == 0 && found.count(.crossing) == 0)
    }

    @Test("A part too small to keep is listed with its size and how far the kept streets are")
    func dropped() throws {
        let row = (0..<250).map { (Double($0) * 10, 0.0) }
        let found = diagnosis(
            streets(row + [(100, 7), (100, 57)], [(0..<250).map { Int32($0) }, [250, 251]]), within: 5)
        let part = try #require(found.findings.first { $0.kind == .droppedComponent })
        #expect(found.count(.droppedComponent) == 1)
        #expect(part.way == 2 && part.other == 1 && part.nodes == 2)
        #expect(abs((part.gap?.value ?? 0) - 7) < 0.001)
        #expect(abs((part.length?.metres.value ?? 0) - 50) < 0.001)
        // Its ends are those of streets nobody can walk to: no dead ends, but it may have missed a street.
        #expect(found.count(.deadEnd) == 2)
        #expect(
            diagnosis(streets(row + [(100, 4), (100, 57)], [(0..<250).map { Int32($0) }, [250, 251]])).count(
                .nearMiss) == 1)
    }

    @Test("Nothing to walk on, nothing to list")
    func empty() {
        #expect(diagnosis(streets([], [])).findings.isEmpty)
    }

    @Test("Seeded tangles of streets, against trying every pair")
    func tangles() {
        withEverySeed(0..<120) { seed, random in
            let points = (0..<random.int(in: 4...26)).map { _ in
                (random.double(in: 0...120), random.double(in: 0...120))
            }
            let ways: [[Int32]] = (0..<random.int(in: 1...9)).map { _ in
                (0..<random.int(in: 2...4)).map { _ in Int32(random.int(in: 0...points.count - 1)) }
            }
            let limit = random.double(in: 2...9)
            let drawn = streets(points, ways)
            let found = diagnosis(drawn, within: limit)
            let tried = Tried(points, ways, limit: limit)
            #expect(found.count(.crossing) == tried.crossings, "seed \(seed)")
            let missed = found.findings.filter { $0.kind == .nearMiss }
            #expect(missed.count == tried.gaps.count, "seed \(seed)")
            for (finding, gap) in zip(missed, tried.gaps) {
                #expect(abs((finding.gap?.value ?? .infinity) - gap) < 0.001, "seed \(seed)")
            }
            let kept = found.count(.deadEnd)
            #expect(
                kept <= tried.ends && (found.count(.droppedComponent) > 0 || kept == tried.ends),
                "seed \(seed)")
        }
    }

    /// The same questions answered by trying everything.
    private struct Tried {
        var crossings = 0
        var ends = 0
        var gaps: [Double] = []

        init(_ points: [(Double, Double)], _ ways: [[Int32]], limit: Double) {
            var segments: [(a: Int, b: Int, way: Int)] = []
            for (way, nodes) in ways.enumerated() {
                for i in 1..<nodes.count where nodes[i] != nodes[i - 1] {
                    let (a, b) = (Int(min(nodes[i], nodes[i - 1])), Int(max(nodes[i], nodes[i - 1])))
                    if !segments.contains(where: { $0.a == a && $0.b == b }) { segments.append((a, b, way)) }
                }
            }
            segments.sort { ($0.a, $0.b) < ($1.a, $1.b) }
            func apart(_ p: (Double, Double), _ q: (Double, Double)) -> Double {
                ((p.0 - q.0) * (p.0 - q.0) + (p.1 - q.1) * (p.1 - q.1)).squareRoot()
            }
            func side(_ p: (Double, Double), _ q: (Double, Double), _ r: (Double, Double)) -> Double {
                (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0)
            }
            // Points drawn by chance never lie on each other's lines.
            for (i, s) in segments.enumerated() {
                for t in segments[(i + 1)...] where Set([s.a, s.b, t.a, t.b]).count == 4 {
                    let (a, b, c, d) = (points[s.a], points[s.b], points[t.a], points[t.b])
                    if side(a, b, c) * side(a, b, d) < 0, side(c, d, a) * side(c, d, b) < 0 { crossings += 1 }
                }
            }
            var walks = points.indices.map { i in points.indices.map { $0 == i ? 0 : Double.infinity } }
            for s in segments {
                walks[s.a][s.b] = apart(points[s.a], points[s.b])
                walks[s.b][s.a] = walks[s.a][s.b]
            }
            for k in points.indices {
                for i in points.indices {
                    for j in points.indices { walks[i][j] = min(walks[i][j], walks[i][k] + walks[k][j]) }
                }
            }
            var pairs: [Set<Int>] = []
            for end in points.indices {
                let own = segments.filter { $0.a == end || $0.b == end }
                guard own.count == 1 else { continue }
                ends += 1
                var best: (gap: Double, at: Int?)?
                for s in segments where s != own[0] {
                    let (a, b, p) = (points[s.a], points[s.b], points[end])
                    let length = apart(a, b)
                    let dot = ((p.0 - a.0) * (b.0 - a.0) + (p.1 - a.1) * (b.1 - a.1)) / (length * length)
                    let along = min(max(dot, 0), 1)
                    let gap = apart(p, (a.0 + along * (b.0 - a.0), a.1 + along * (b.1 - a.1)))
                    let walk = min(walks[end][s.a] + along * length, walks[end][s.b] + (1 - along) * length)
                    guard gap <= limit, walk > 10 * limit, gap < best?.gap ?? .infinity else { continue }
                    best = (gap, along == 0 ? s.a : along == 1 ? s.b : nil)
                }
                guard let best else { continue }
                if let at = best.at {
                    guard !pairs.contains([end, at]) else { continue }
                    pairs.append([end, at])
                }
                gaps.append(best.gap)
            }
        }
    }
}
