import Geometry
import TestWorlds
import Testing
import Topology

/// Areas on the grid of seven decimals: always valid, whatever rounding has done to them.
@Suite struct RoundedAreaTests {
    /// An area of places given in steps of the grid, as fractions of steps.
    private func area(_ rings: [[(Double, Double)]]) throws -> MultiPolygon<GeographicPoint> {
        let made = try rings.map { places in
            var line = places.map {
                GeographicPoint(longitude: 114.3 + $0.0 / 10_000_000, latitude: 30.6 + $0.1 / 10_000_000)
            }
            line.append(line[0])
            return try Ring(line)
        }
        return MultiPolygon([Polygon(exterior: made[0], holes: Array(made.dropFirst()))])
    }

    /// A place's steps from the corner, which have to be whole.
    private func steps(_ p: GeographicPoint) -> (Double, Double) {
        ((p.longitude - 114.3) * 10_000_000, (p.latitude - 30.6) * 10_000_000)
    }

    private func isOnGrid(_ area: MultiPolygon<GeographicPoint>) -> Bool {
        area.polygons.flatMap(\.rings).flatMap(\.positions).allSatisfy {
            let (x, y) = steps($0)
            return abs(x - x.rounded()) < 1e-3 && abs(y - y.rounded()) < 1e-3
        }
    }

    /// In squares of a step.
    private func size(_ area: MultiPolygon<GeographicPoint>) -> Double { area.area * 1e14 }

    @Test("What is far from crossing is only rounded")
    func plain() throws {
        let rounded = try RoundedArea(
            area([
                [(0.2, 0.1), (100.4, -0.3), (100.3, 99.8), (0.1, 100.2)],
                [(20.1, 20.2), (20.3, 40.4), (40.4, 40.1), (40.2, 19.8)],
            ])
        ).valid()
        #expect(rounded.polygons.count == 1 && rounded.polygons[0].holes.count == 1)
        #expect(abs(size(rounded) - (10_000 - 400)) < 0.01)
        #expect(isOnGrid(rounded))
    }

    @Test("A strip that rounding closes, a spike and a ring without area go; a neck parts the area")
    func collapsed() throws {
        // Two blocks joined by a strip a fifth of a step wide.
        let joined = try RoundedArea(
            area([
                [
                    (0, 0), (10, 0), (10, 5), (20, 5), (20, 0), (30, 0), (30, 10), (20, 10), (20, 5.2),
                    (10, 5.2), (10, 10), (0, 10),
                ]
            ])
        ).valid()
        #expect(joined.polygons.count == 2 && abs(size(joined) - 200) < 0.01)
        #expect(try joined.validity() == .valid && isOnGrid(joined))
        let spiked = try RoundedArea(
            area([[(0, 0), (10, 0), (10, 4.9), (25, 5.1), (10, 5.2), (10, 10), (0, 10)]])
        ).valid()
        #expect(spiked.polygons.count == 1 && abs(size(spiked) - 100) < 0.01)
        #expect(try RoundedArea(area([[(0, 0), (9, 0.2), (18, 0.1)]])).valid().polygons.isEmpty)
    }

    @Test("Where rings tangle, only they are dissolved: all others stay corner by corner")
    func untouched() throws {
        /// A square hole, clockwise.
        func hole(_ x: Double, _ y: Double, _ side: Double) -> [(Double, Double)] {
            [(x, y), (x, y + side), (x + side, y + side), (x + side, y)]
        }
        // A notch of the outer ring that rounding closes, and two holes that it lets run together for three steps.
        let outer: [(Double, Double)] = [
            (0, 0), (300, 0), (300, 100), (150.4, 100), (150, 90), (149.6, 100), (0, 100),
        ]
        let drawn = try area([
            outer, hole(20, 20, 10), hole(40.4, 40, 10), hole(50.6, 45, 8), hole(200, 50, 30),
            hole(120, 5, 2),
        ])
        // Half a step apart before, none after.
        let close = try area([
            outer, hole(20, 20, 10), hole(40, 40, 10), hole(50.4, 45, 8), hole(200, 50, 30), hole(120, 5, 2),
        ])
        let apart = try RoundedArea(drawn).valid()
        #expect(apart.polygons.map(\.holes.count) == [5] && apart.polygons[0].exterior.positions.count < 8)
        let rounded = try RoundedArea(close).valid()
        #expect(try rounded.validity() == .valid && isOnGrid(rounded))
        // The two have become one; the other three are those of the drawing, rounded.
        #expect(rounded.polygons.map(\.holes.count) == [4])
        #expect(abs(size(rounded) - (30_000 - 100 - 100 - 64 - 900 - 4)) < 12)
        let kept = try [(20.0, 20.0, 10.0), (200, 50, 30), (120, 5, 2)].map { x, y, side in
            try RoundedArea(area([hole(x, y, side).reversed()])).valid().polygons[0].exterior
        }
        let holes = rounded.polygons[0].holes.map { Set($0.positions) }
        for ring in kept { #expect(holes.contains(Set(ring.positions))) }
    }

    @Test("Random areas with corners nearer together than the grid come out valid and as large, every seed")
    func random() throws {
        var repaired = 0
        for seed in UInt64(0)..<3000 {
            var generator = SeededGenerator(seed: seed)
            let count = generator.int(in: 4...40)
            // A star around a place and a smaller one of the same shape inside: neither meets itself or the other.
            let reach = generator.double(in: 2...60)
            let hole = generator.double(in: 0.3...0.99)
            let (x, y) = (generator.double(in: 0...1), generator.double(in: 0...1))
            var (outer, inner): ([(Double, Double)], [(Double, Double)]) = ([], [])
            for (dx, dy) in directions(count) {
                let radius = generator.double(in: 0.05...1) * reach
                outer.append((x + radius * dx, y + radius * dy))
                inner.append((x + hole * radius * dx, y + hole * radius * dy))
            }
            let drawn = try area(generator.int(in: 0...1) == 0 ? [outer] : [outer, inner.reversed()])
            let rounded = try RoundedArea(drawn).valid()
            #expect(try rounded.validity() == .valid, "seed \(seed)")
            #expect(isOnGrid(rounded), "seed \(seed)")
            // Every line moves by less than a step.
            let around = drawn.polygons.flatMap(\.rings).reduce(0) { $0 + length($1) }
            #expect(abs(size(rounded) - size(drawn)) < around + 4, "seed \(seed)")
            if rounded.polygons.count != 1 { repaired += 1 }
        }
        #expect(repaired > 100, "\(repaired)")
    }

    @Test("Of a ring of 2,000 corners one that lies beyond others, however far, is put right, every seed")
    func long() throws {
        for seed in UInt64(0)..<60 {
            var generator = SeededGenerator(seed: seed)
            var ring = directions(2000).map { (dx, dy) in
                let radius = generator.double(in: 90_000...100_000)
                return (radius * dx, radius * dy)
            }
            let plain = try RoundedArea(area([ring])).valid()
            #expect(plain.polygons.map(\.exterior.positions.count) == [2001], "seed \(seed)")
            // A spike from one place of the ring over others.
            let (from, over) = (generator.int(in: 0...1999), generator.int(in: 600...1400))
            let other = ring[(from + over) % 2000]
            ring[from] = (other.0 * 1.2, other.1 * 1.2)
            let drawn = try area([ring])
            #expect(try drawn.validity() != .valid, "seed \(seed)")
            #expect(try RoundedArea(drawn).valid().validity() == .valid, "seed \(seed)")
        }
    }

    @Test("Where fewer corners let lines cross, the full area is taken")
    func full() throws {
        func ring(_ places: [(Double, Double)]) throws -> Ring<PlanePoint> {
            try Ring((places + [places[0]]).map { PlanePoint(x: $0.0, y: $0.1) })
        }
        let outer = try ring([(0, 0), (100, 0), (100, 50), (50, 52), (0, 50)])
        let without = try ring([(0, 0), (100, 0), (100, 50), (0, 50)])
        // A hole that reaches up to where the corner is.
        let hole = try ring([(20, 20), (50, 51), (80, 20)])
        func unproject(_ p: PlanePoint) -> GeographicPoint {
            GeographicPoint(longitude: 114.3 + p.x / 10_000_000, latitude: 30.6 + p.y / 10_000_000)
        }
        let whole = MultiPolygon([Polygon(exterior: outer, holes: [hole])])
        let crossing = RoundedArea(
            MultiPolygon([Polygon(exterior: without, holes: [hole])]), full: whole, by: unproject)
        #expect(try crossing.valid().polygons.map { $0.rings.map(\.positions.count) } == [[6, 4]])
        let apart = RoundedArea(
            MultiPolygon([Polygon(exterior: without)]), full: MultiPolygon([Polygon(exterior: outer)]),
            by: unproject)
        #expect(try apart.valid().polygons.map(\.exterior.positions.count) == [5])
    }

    /// Ways all around, by the slope of the half angle.
    private func directions(_ count: Int) -> [(Double, Double)] {
        (0..<count).map { k in
            let quarter = Double(k) * 4 / Double(count)
            let u = ((quarter - quarter.rounded(.down)) * 2 - 1) * (2.0.squareRoot() - 1)
            let (c, s) = ((1 - u * u) / (1 + u * u), 2 * u / (1 + u * u))
            switch Int(quarter) {
            case 0: return (c, s)
            case 1: return (-s, c)
            case 2: return (-c, -s)
            default: return (s, -c)
            }
        }
    }

    private func length(_ ring: Ring<GeographicPoint>) -> Double {
        zip(ring.positions, ring.positions.dropFirst()).reduce(0) { sum, line in
            let (a, b) = (steps(line.0), steps(line.1))
            return sum + ((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1)).squareRoot()
        }
    }
}
