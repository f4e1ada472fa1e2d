import Geodesy
import Geometry
import TestWorlds
import Testing
import WalkNetwork

/// Walks whose stairs, crossings and slopes cost time.
struct WalkTimesTests {
    /// Two ways from p to q, legs of 20 m included: 160 m by A and D, 200 m by E and F.
    ///
    /// A cell is 10 m.
    private let town = """
        p A---B---C---D q
          |           |
          E-----------F
        """

    private func streets(
        _ sketch: StreetSketch, stairs: [(Character, Character)] = [],
        crossings: [(Character, CrossingKind)] = []
    ) throws -> Streets {
        let plain = sketch.streets
        func node(_ letter: Character) throws -> Int32 {
            let place = try #require(sketch.places[letter])
            return Int32(try #require(plain.nodes.firstIndex(of: place)))
        }
        let pairs = try stairs.map { try Set([node($0.0), node($0.1)]) }
        let ways = (0..<plain.wayCount).filter { way in
            pairs.contains(Set(plain.nodeRange(ofWay: way).map { plain.wayNodes[$0] }))
        }
        #expect(ways.count == stairs.count)
        let marked = try crossings.map { StreetFeatures.Crossing(node: try node($0.0), kind: $0.1) }
        return Streets(
            nodes: plain.nodes, wayOffsets: plain.wayOffsets, wayNodes: plain.wayNodes,
            wayIDs: plain.wayIDs, blocked: plain.blocked,
            features: StreetFeatures(
                stairs: ways.map(Int32.init), crossings: marked.sorted { $0.node < $1.node }))
    }

    /// The quickest walk from p to q, in seconds and metres.
    private func walk(
        _ sketch: StreetSketch, _ streets: Streets, _ impedance: WalkImpedance, slopes: StreetSlopes? = nil,
        from start: Character = "p", to end: Character = "q"
    ) throws -> (seconds: Double, metres: Double)? {
        let network = WalkNetwork(streets: streets, plane: sketch.plane)
        #expect(network.checkInvariants().isEmpty)
        let joined = network.join(
            sketch.points([start, end].map { String($0) }.joined()), within: Metres(300), on: sketch.plane)
        let times = WalkTimes(of: network, impedance: impedance, slopes: slopes)
        let found = QuickestFacilities([joined[1]], by: times).quickest(from: [try #require(joined[0])])
        return found.map { ($0.seconds, $0.walk.metres.value) }
    }

    private func expect(
        _ found: (seconds: Double, metres: Double)?, seconds: Double, metres: Double
    ) throws {
        let found = try #require(found)
        #expect(abs(found.seconds - seconds) < 0.001, "\(found.seconds) s, not \(seconds)")
        #expect(abs(found.metres - metres) < 0.001, "\(found.metres) m, not \(metres)")
    }

    @Test func speedAloneIsLengthOverSpeed() throws {
        let sketch = try StreetSketch(town)
        let streets = try streets(sketch)
        try expect(walk(sketch, streets, WalkImpedance(speed: 1)), seconds: 160, metres: 160)
        try expect(walk(sketch, streets, WalkImpedance(speed: 0.8)), seconds: 200, metres: 160)
    }

    @Test func stairsAreSlowedOrRefused() throws {
        let sketch = try StreetSketch(town)
        let streets = try streets(sketch, stairs: [("B", "C")])
        // 40 m of stairs: half as long again takes 20 s more, three times as long 80 s, and around it is 40 s.
        try expect(
            walk(sketch, streets, WalkImpedance(speed: 1, stairs: .slowed(by: 1.5))), seconds: 180,
            metres: 160)
        try expect(
            walk(sketch, streets, WalkImpedance(speed: 1, stairs: .slowed(by: 3))), seconds: 200, metres: 200)
        try expect(
            walk(sketch, streets, WalkImpedance(speed: 0.5, stairs: .refused)), seconds: 400, metres: 200)
        // Nobody who does not mind stairs is slowed by them.
        try expect(walk(sketch, streets, WalkImpedance(speed: 1)), seconds: 160, metres: 160)
    }

    @Test func refusedStairsMayLeaveNoWay() throws {
        let sketch = try StreetSketch("p A---B---C---D q")
        let streets = try streets(sketch, stairs: [("B", "C")])
        #expect(try walk(sketch, streets, WalkImpedance(speed: 1, stairs: .refused)) == nil)
        #expect(
            try walk(sketch, streets, WalkImpedance(speed: 1, stairs: .refused), from: "A", to: "B") != nil)
    }

    @Test(arguments: [(CrossingKind.signals, 30.0), (.unmarked, 12), (.other, 5)])
    func crossingsCostTheirWait(_ kind: CrossingKind, _ seconds: Double) throws {
        let sketch = try StreetSketch(town)
        // On the way, at a vertex within an edge; and at both junctions.
        let waits = [CrossingKind.signals: 30.0, .unmarked: 12, .other: 5]
        try expect(
            walk(
                sketch, streets(sketch, crossings: [("B", kind)]), WalkImpedance(speed: 1, waits: waits)),
            seconds: 160 + seconds, metres: 160)
        // Who does not wait there is not held up, and neither is who goes around.
        try expect(
            walk(sketch, streets(sketch, crossings: [("B", kind)]), WalkImpedance(speed: 1)), seconds: 160,
            metres: 160)
        try expect(
            walk(
                sketch, streets(sketch, crossings: [("B", kind), ("C", kind)]),
                WalkImpedance(speed: 1, waits: waits)),
            seconds: min(160 + 2 * seconds, 200), metres: 160 + 2 * seconds > 200 ? 200 : 160)
    }

    @Test func whoSetsOutOrEndsAtACrossingDoesNotWait() throws {
        let sketch = try StreetSketch("A---B---C---D")
        let streets = try streets(
            sketch, crossings: [("A", .signals), ("B", .signals), ("C", .signals), ("D", .signals)])
        let impedance = WalkImpedance(speed: 1, waits: [.signals: 10])
        try expect(walk(sketch, streets, impedance, from: "A", to: "D"), seconds: 140, metres: 120)
        try expect(walk(sketch, streets, impedance, from: "B", to: "C"), seconds: 40, metres: 40)
        try expect(walk(sketch, streets, impedance, from: "D", to: "B"), seconds: 90, metres: 80)
        // The same at a junction: B has a third street.
        let junction = try StreetSketch(
            """
            A---B---C
                |
                D
            """)
        let marked = try self.streets(junction, crossings: [("B", .signals)])
        try expect(walk(junction, marked, impedance, from: "B", to: "D"), seconds: 20, metres: 20)
        try expect(walk(junction, marked, impedance, from: "B", to: "C"), seconds: 40, metres: 40)
        try expect(walk(junction, marked, impedance, from: "A", to: "B"), seconds: 40, metres: 40)
        try expect(walk(junction, marked, impedance, from: "A", to: "D"), seconds: 70, metres: 60)
    }

    @Test func uphillIsNotDownhill() throws {
        let sketch = try StreetSketch("A---B---C---D")
        let plain = try streets(sketch)
        let network = WalkNetwork(streets: plain, plane: sketch.plane)
        // B lies 4 m over A, C as high as B, D 4 m below: slopes of 0.1, 0, -0.1.
        let heights = network.vertexPlaces.map { place -> Float in
            place == sketch.places["B"] || place == sketch.places["C"] ? 14 : 10
        }
        // Twice as long uphill, half as long again downhill.
        let slopes = StreetSlopes(heights: heights, steepest: 0.4) { $0 > 0 ? 1 + 10 * $0 : 1 - 5 * $0 }
        let impedance = WalkImpedance(speed: 1)
        try expect(
            walk(sketch, plain, impedance, slopes: slopes, from: "A", to: "B"), seconds: 80, metres: 40)
        try expect(
            walk(sketch, plain, impedance, slopes: slopes, from: "B", to: "A"), seconds: 60, metres: 40)
        try expect(
            walk(sketch, plain, impedance, slopes: slopes, from: "A", to: "D"), seconds: 180, metres: 120)
        // What is steeper than anybody believes counts as the steepest.
        let gentle = StreetSlopes(heights: heights, steepest: 0.05) { 1 + 10 * abs($0) }
        try expect(
            walk(sketch, plain, impedance, slopes: gentle, from: "A", to: "B"), seconds: 60, metres: 40)
        // Where nobody knows a height the ground is level.
        let unknown = StreetSlopes(heights: heights.map { _ in .nan }, steepest: 0.4) { 1 + 10 * abs($0) }
        try expect(
            walk(sketch, plain, impedance, slopes: unknown, from: "A", to: "D"), seconds: 120, metres: 120)
    }

    @Test func aPlaceOnARefusedStairJoinsAnotherStreet() throws {
        let sketch = try StreetSketch(
            """
            A---B---C
            |  p    |
            |       |
            D-------E
            """)
        let streets = try streets(sketch, stairs: [("A", "B"), ("B", "C")])
        let network = WalkNetwork(streets: streets, plane: sketch.plane)
        let points = sketch.points("p")
        let joined = network.join(points, within: Metres(300), on: sketch.plane)
        let slowed = WalkTimes(
            of: network, impedance: WalkImpedance(speed: 1, stairs: .slowed(by: 2)))
        let refused = WalkTimes(of: network, impedance: WalkImpedance(speed: 1, stairs: .refused))
        #expect(
            slowed.rejoined(joined, of: points, within: Metres(300), on: sketch.plane) == joined)
        let other = try #require(
            refused.rejoined(joined, of: points, within: Metres(300), on: sketch.plane)[0])
        // The stair lies 10 m away, the next street 20.
        #expect(abs(try #require(joined[0]).leg.metres.value - 10) < 0.001)
        #expect(abs(other.leg.metres.value - 20) < 0.001)
        #expect(other.place.latitude < points[0].latitude)
        #expect(refused.rejoined(joined, of: points, within: Metres(19), on: sketch.plane) == [nil])
    }

    /// Where two stairs meet and nothing else is no other street; at the foot of one there is.
    @Test func aPlaceWhereOnlyStairsMeetJoinsAnotherStreet() throws {
        let sketch = try StreetSketch(
            """
            r   q
            A---B---C
            |       |
            D-------E
            """)
        let streets = try streets(sketch, stairs: [("A", "B"), ("B", "C")])
        let network = WalkNetwork(streets: streets, plane: sketch.plane)
        let points = sketch.points("rq")
        let joined = network.join(points, within: Metres(300), on: sketch.plane)
        let refused = WalkTimes(of: network, impedance: WalkImpedance(speed: 1, stairs: .refused))
        let legs = refused.rejoined(joined, of: points, within: Metres(300), on: sketch.plane).map {
            $0?.leg.metres.value ?? .nan
        }
        #expect(joined.allSatisfy { abs(($0?.leg.metres.value ?? .nan) - 10) < 0.001 })
        #expect(abs(legs[0] - 10) < 0.001)
        #expect(abs(legs[1] - 30) < 0.001)
    }

    @Test func stairsAndCrossingsAreCounted() throws {
        let sketch = try StreetSketch(town)
        let streets = try streets(
            sketch, stairs: [("B", "C")],
            crossings: [("A", .signals), ("B", .unmarked), ("C", .signals), ("E", .other)])
        let counts = try #require(WalkNetwork(streets: streets, plane: sketch.plane).featureCounts)
        #expect(abs(counts.stairs.metres.value - 40) < 0.001)
        #expect(counts.crossings == [.signals: 2, .unmarked: 1, .other: 1])
        #expect(sketch.network.featureCounts == nil)
    }

    /// The streets of the quickest walk are as long as it, and one goes on where the last has ended.
    private func expect(
        _ route: QuickestRoute?, is found: QuickestFacility?, from start: Micrometres, to ends: [Micrometres]
    ) throws {
        #expect((route == nil) == (found == nil))
        guard let route, let found else { return }
        let along = route.stretches.reduce(0) { $0 + $1.length.count }
        #expect(along + start.count + ends[found.rank].count == found.walk.count)
        for (a, b) in zip(route.stretches, route.stretches.dropFirst()) {
            #expect(!Set([a.from, a.to]).isDisjoint(with: [b.from, b.to]))
        }
    }

    @Test func theStreetsOfTheQuickestWalkGoAroundStairs() throws {
        let sketch = try StreetSketch(town)
        let streets = try streets(sketch, stairs: [("B", "C")])
        let network = WalkNetwork(streets: streets, plane: sketch.plane)
        let joined = network.join(sketch.points("pq"), within: Metres(300), on: sketch.plane)
        let (start, end) = try (#require(joined[0]), #require(joined[1]))
        for (stairs, corners) in [
            (WalkImpedance.Stairs.slowed(by: 1.5), "ABCD"), (.slowed(by: 3), "AEFD"), (.refused, "AEFD"),
        ] {
            let times = WalkTimes(of: network, impedance: WalkImpedance(speed: 1, stairs: stairs))
            let search = QuickestFacilities([end], by: times)
            let route = try #require(search.route(from: [start]))
            let ends = sketch.points(corners)
            #expect(
                route.stretches.map { Set([$0.from, $0.to]) }
                    == zip(ends, ends.dropFirst()).map { Set([$0, $1]) })
            try expect(route, is: search.quickest(from: [start]), from: start.leg, to: [end.leg])
        }
    }

    @Test(arguments: 0..<60) func agreesWithPlainTimes(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let plane = try WorkingPlane(definition: StreetSketch.planeDefinition)
        let drawn = RandomStreets(&random, on: plane).streets
        let stairs = (0..<Int32(drawn.wayCount)).filter { _ in random.int(in: 0...3) == 0 }
        let used = Set(drawn.wayNodes)
        let crossings = (0..<Int32(drawn.nodes.count)).filter {
            used.contains($0) && random.int(in: 0...2) == 0
        }
        .map { node in
            StreetFeatures.Crossing(
                node: node, kind: CrossingKind.allCases[random.int(in: 0...2)])
        }
        let streets = Streets(
            nodes: drawn.nodes, wayOffsets: drawn.wayOffsets, wayNodes: drawn.wayNodes, wayIDs: drawn.wayIDs,
            blocked: [], features: StreetFeatures(stairs: stairs, crossings: crossings))
        let heightOfNode = drawn.nodes.map { _ in Float(random.int(in: 0...9)) }
        let kinds: [WalkImpedance.Stairs] = [.asStreets, .slowed(by: 2.5), .refused]
        let impedance = WalkImpedance(
            speed: [1, 0.75, 0.71][random.int(in: 0...2)], stairs: kinds[random.int(in: 0...2)],
            waits: [.signals: 30, .unmarked: 12.5, .other: 3])
        let pace: @Sendable (Double) -> Double = { $0 > 0 ? 1 + 4 * $0 : 1 - $0 }
        let network = WalkNetwork(streets: streets, plane: plane)
        let heights = try network.vertexPlaces.map { place in
            heightOfNode[try #require(drawn.nodes.firstIndex(of: place))]
        }
        let times = WalkTimes(
            of: network, impedance: impedance,
            slopes: StreetSlopes(heights: heights, steepest: 0.4, pace: pace))

        // The same segments, by the streets alone.
        var ofPair: [[Int]: (stairs: Bool, a: Int, b: Int)] = [:]
        for way in 0..<streets.wayCount {
            let nodes = streets.nodeRange(ofWay: way).map { Int(streets.wayNodes[$0]) }
            for (a, b) in zip(nodes, nodes.dropFirst()) where a != b {
                let isStairs = stairs.contains(Int32(way))
                let known = ofPair[[min(a, b), max(a, b)]]
                ofPair[[min(a, b), max(a, b)]] = (isStairs && known?.stairs ?? true, min(a, b), max(a, b))
            }
        }
        let segments = ofPair.keys.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.compactMap { key in
            ofPair[key].map { pair in
                let length = Micrometres(
                    Ellipsoid.wgs84.distance(streets.nodes[pair.a], streets.nodes[pair.b])
                ).count
                func time(_ from: Int, _ to: Int) -> Int64? {
                    var factor = 1.0
                    if pair.stairs, impedance.stairs == .refused { return nil }
                    if pair.stairs, impedance.stairs == .slowed(by: 2.5) {
                        factor = 2.5
                    } else {
                        let rise = Double(heightOfNode[to] - heightOfNode[from])
                        factor = pace(min(max(rise / (Double(length) / 1e6), -0.4), 0.4))
                    }
                    return Int64((Double(length) / impedance.speed * factor).rounded())
                }
                return PlainTimes.Segment(
                    a: pair.a, b: pair.b, length: length, there: time(pair.a, pair.b),
                    back: time(pair.b, pair.a))
            }
        }
        var waits = [Int64](repeating: 0, count: streets.nodes.count)
        for crossing in crossings {
            waits[Int(crossing.node)] = Int64((impedance.waits[crossing.kind] ?? 0) * 1e6)
        }
        let plain = PlainTimes(segments: segments, waits: waits, speed: impedance.speed)

        // Places by their own join, found again among the plain segments.
        func joint(edge: Int32, position: Int64, leg: Int64) -> PlainTimes.Joint? {
            let vertices = network.vertices(ofEdge: Int(edge))
            guard let v = vertices.dropLast().last(where: { network.vertexAlong[$0] <= position }),
                let from = streets.nodes.firstIndex(of: network.vertexPlaces[v]),
                let to = streets.nodes.firstIndex(of: network.vertexPlaces[v + 1]),
                let index = segments.firstIndex(where: { $0.a == min(from, to) && $0.b == max(from, to) })
            else { return nil }
            let along = position - network.vertexAlong[v]
            return PlainTimes.Joint(
                segment: index, fromStart: from < to ? along : segments[index].length - along,
                leg: leg)
        }
        let points = (0..<6).map { _ in
            plane.unproject(
                PlanePoint(
                    x: 500_000 + random.double(in: -50...350), y: 3_380_000 + random.double(in: -50...350)))
        }
        let joined = network.join(points, within: Metres(300), on: plane).compactMap { $0 }
        let joints = try joined.map {
            try #require(joint(edge: $0.edge, position: $0.position.count, leg: $0.leg.count))
        }
        for (from, fromJoint) in zip(joined, joints) {
            for (to, toJoint) in zip(joined, joints) {
                let found = QuickestFacilities([to], by: times).quickest(from: [from])?.microseconds
                let expected = plain.quickest(from: fromJoint, to: toJoint)
                let search = QuickestFacilities([to], by: times)
                try expect(
                    search.route(from: [from]), is: search.quickest(from: [from]), from: from.leg,
                    to: [to.leg])
                // A stretch within a segment is rounded from either of its ends.
                #expect(
                    found.map { f in expected.map { abs(f - $0) <= 4 } ?? false } ?? (expected == nil),
                    "\(String(describing: found)) and \(String(describing: expected))")
            }
        }
        // From all of them at once the best of all comes out, whatever their order.
        let all = QuickestFacilities(joined, by: times)
        for from in joined {
            let each = joined.indices.compactMap { rank in
                QuickestFacilities([joined[rank]], by: times).quickest(from: [from]).map {
                    ($0.microseconds, rank)
                }
            }
            let best = each.min { $0 < $1 }
            let found = all.quickest(from: [from])
            try expect(all.route(from: [from]), is: found, from: from.leg, to: joined.map(\.leg))
            #expect(found?.microseconds == best?.0)
            #expect(found?.rank == best?.1)
        }
    }
}
