import Coverage
import Geodesy
import Geometry
import Glibc
import TestWorlds
import Testing

private func area(_ corners: [(Double, Double)], holes: [[(Double, Double)]] = []) throws
    -> MultiPolygon<PlanePoint>
{
    func ring(_ corners: [(Double, Double)]) throws -> Ring<PlanePoint> {
        let positions = corners.map { PlanePoint(x: $0.0, y: $0.1) }
        return try Ring(positions + positions.prefix(1))
    }
    return MultiPolygon([Polygon(exterior: try ring(corners), holes: try holes.map(ring))])
}

private func discs(_ circles: [(x: Double, y: Double, r: Double)]) -> DiscUnion {
    DiscUnion(centres: circles.map { PlanePoint(x: $0.x, y: $0.y) }, radii: circles.map(\.r))
}

@Suite struct AreaWithinRadiusTests {
    private let square = [(0.0, 0.0), (10, 0), (10, 10), (0, 10)]

    @Test func worldsWorkedByHand() throws {
        let square = try area(square)
        func covered(_ circles: [(x: Double, y: Double, r: Double)]) -> Double {
            discs(circles).coveredArea(of: square)
        }
        #expect(covered([]) == 0)
        #expect(covered([(5, 5, 100)]) == 100)
        #expect(covered([(500, 5, 100)]) == 0)
        // Inside altogether; a quarter at a corner; a half at an edge; touching from outside and inside.
        #expect(abs(covered([(5, 5, 2)]) - 4 * .pi) < 1e-12)
        #expect(abs(covered([(0, 0, 3)]) - 9 * .pi / 4) < 1e-12)
        #expect(abs(covered([(5, 0, 3)]) - 9 * .pi / 2) < 1e-12)
        #expect(abs(covered([(-2, 5, 2)])) < 1e-12)
        #expect(abs(covered([(2, 5, 2)]) - 4 * .pi) < 1e-12)
        #expect(abs(covered([(5, 5, 5)]) - 25 * .pi) < 1e-12)
        // Through all four corners: all of it, or by a hair less.
        #expect(abs(covered([(5, 5, 50.0.squareRoot())]) - 100) < 1e-9)
        // Circles that coincide count once, circles inside another not at all, kissing ones add up.
        #expect(abs(covered([(5, 5, 2), (5, 5, 2), (5.5, 5, 1)]) - 4 * .pi) < 1e-12)
        #expect(abs(covered([(5, 5, 2), (6, 5, 1)]) - 4 * .pi) < 1e-12)
        #expect(abs(covered([(3, 5, 2), (7, 5, 2)]) - 8 * .pi) < 1e-12)
        // Two unit circles one apart share a lens of 2π/3 − √3/2.
        let lens = 2 * Double.pi / 3 - 3.0.squareRoot() / 2
        #expect(abs(covered([(4, 5, 1), (5, 5, 1)]) - (2 * .pi - lens)) < 1e-12)
        // Nearly coincident: together hardly more than one.
        #expect(abs(covered([(5, 5, 2), (5 + 1e-13, 5, 2), (5, 5 + 1e-10, 2)]) - 4 * .pi) < 1e-8)
        // Circles that are none.
        #expect(covered([(5, 5, 0), (5, 5, -1), (.nan, 5, 1), (5, 5, .infinity)]) == 0)
        #expect(discs([(5, 5, 2)]).coveredArea(of: MultiPolygon([])) == 0)
    }

    @Test func holesAndParts() throws {
        let hole = [(4.0, 4.0), (6, 4), (6, 6), (4, 6)]
        // The hole lies inside the circle, whichever way its ring runs.
        let ringed = try area(square, holes: [hole])
        #expect(abs(discs([(5, 5, 3)]).coveredArea(of: ringed) - (9 * .pi - 4)) < 1e-12)
        let other = try area(square.reversed(), holes: [hole.reversed()])
        #expect(abs(discs([(5, 5, 3)]).coveredArea(of: other) - (9 * .pi - 4)) < 1e-12)
        // The circle lies inside the hole.
        #expect(discs([(5, 5, 0.9)]).coveredArea(of: ringed) == 0)
        // A ring of circles leaves a gap in the middle, where nothing is covered.
        let around = (0..<6).map { k in
            let turn = Double(k) * .pi / 3
            return (x: 5 + 3 * cos(turn), y: 5 + 3 * sin(turn), r: 1.6)
        }
        #expect(
            discs(around).coveredArea(of: try area([(4.8, 4.8), (5.2, 4.8), (5.2, 5.2), (4.8, 5.2)])) == 0)
        let parts = MultiPolygon(
            try area(square).polygons + area([(20, 0), (30, 0), (30, 10), (20, 10)]).polygons)
        #expect(abs(discs([(15, 5, 5), (25, 5, 2)]).coveredArea(of: parts) - 4 * .pi) < 1e-12)
        #expect(discs([(15, 5, 500)]).coveredArea(of: parts) == 200)
    }

    /// Random city-sized worlds against shapely, whose circles have 32,768 corners.
    ///
    /// Stored numbers of shapely 2.2.0 (GEOS 3.14.1): the same worlds drawn by the same generator in Python
    /// (a star of 24 corners with a hole of 9; circles of 300 to 1,100 m), then
    /// `polygon.intersection(union_all([Point(x, y).buffer(r, quad_segs=8192) …])).area`.
    @Test(arguments: [
        (0, 1, 3861.258966287124, 0.0),
        (1, 3, 987804.1204816671, 507111.3673515618),
        (2, 31, 47727102.188980974, 5101417.385949753),
        (3, 2, 3666.4658252762215, 336.0313735267087),
        (4, 1, 977417.6562558544, 0.0),
        (5, 36, 53166758.2549063, 15537116.326674664),
        (7, 2, 945194.033035109, 251592.80215811767),
        (8, 89, 48522042.36752477, 16783619.35902291),
        (10, 2, 971986.5478820151, 738750.2402540189),
        (11, 57, 55139776.896026775, 16768366.203621006),
        (14, 5, 58004456.196910955, 0.0),
        (16, 5, 902997.5102809783, 517638.9895025867),
        (17, 53, 38940655.62307833, 5693671.037580231),
    ])
    func agreesWithShapely(_ seed: Int, _ count: Int, _ total: Double, _ covered: Double) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let (x, y) = (529_000.0, 3_384_000.0)
        let size = [50.0, 800, 6000][seed % 3]
        func star(_ least: Double, _ most: Double, _ corners: Int) -> [(Double, Double)] {
            (0..<corners).map {
                let reach = random.double(in: least...most)
                let turn = 2 * .pi * Double($0) / Double(corners)
                return (x + reach * cos(turn), y + reach * sin(turn))
            }
        }
        let shell = star(0.4 * size, size, 24)
        let world = try area(shell, holes: [star(0.05 * size, 0.3 * size, 9)])
        let drawn = random.int(in: 1...[2, 5, 90][seed % 3])
        let circles = (0..<drawn).map { _ in
            let east = x + random.double(in: -1.5...1.5) * max(size, 1000)
            let north = y + random.double(in: -1.5...1.5) * max(size, 1000)
            return (x: east, y: north, r: random.double(in: 300...1100))
        }
        // The world is the one that was measured.
        #expect(drawn == count && abs(world.area - total) < 1e-6 * total)
        #expect(abs(discs(circles).coveredArea(of: world) - covered) < 1e-7 * total)
    }

    /// Small worlds on a lattice, where circles touch edges, corners and each other all the time.
    ///
    /// Against a sum over 400 lines per metre from west to east, each measured exactly; lines lie between
    /// the lattice's, where all jumps are, so that only the tops of circles make it inexact.
    @Test func agreesWithLines() throws {
        try withEverySeed(0..<100) { seed, random in
            let shape = try latticeShape(&random)
            let circles = (0..<random.int(in: 1...7)).map { _ in
                (
                    x: Double(random.int(in: -2...14)), y: Double(random.int(in: -2...14)),
                    r: Double(random.int(in: 1...6))
                )
            }
            let exact = discs(circles).coveredArea(of: shape)
            #expect(abs(exact - areaByLines(shape, circles, linesPerMetre: 400)) < 1.5e-3, "seed \(seed)")
            // What is covered and what is not make the whole, whatever the order of the circles.
            #expect(discs(circles.shuffled(using: &random)).coveredArea(of: shape) == exact, "seed \(seed)")
            #expect(exact >= 0 && exact <= shape.area + 1e-9, "seed \(seed)")
        }
    }

    /// The share within a geodesic kilometre, in the middle and at the edge of a zone.
    ///
    /// Stored numbers: geodesic polygons of 20,000 corners by pyproj 3.7.2 (`Geod.fwd`), projected, united
    /// and intersected by shapely 2.2.0. The second area of each place is a cell of 50 m across a rim.
    @Test(arguments: [
        ("EPSG:4547", 114.31, 30.58, 0.8575012046982309, 0.014259978296483847),
        ("EPSG:4547", 112.55, 30.0, 0.8559543987926085, 0.016086828775679355),
        ("EPSG:32628", -12.05, 28.1, 0.8596395335616729, 0.019549303306440644),
    ])
    func agreesWithGeodesicCircles(
        _ code: String, _ longitude: Double, _ latitude: Double, _ share: Double, _ cellShare: Double
    ) throws {
        let plane = try WorkingPlane(definition: code)
        let places = [(0.0, 0.0), (0.008, 0.01), (0.02, 0.004)].map {
            GeographicPoint(longitude: longitude + $0.0, latitude: latitude + $0.1)
        }
        let p = plane.project(places[0])
        let world = try area([
            (p.x, p.y), (p.x + 900, p.y - 300), (p.x + 2500, p.y + 400), (p.x + 1800, p.y + 2600),
            (p.x + 300, p.y + 1500),
        ])
        let union = DiscUnion(places.map { plane.disc(around: $0, radius: Metres(1000)) })
        #expect(abs(union.coveredArea(of: world) / world.area - share) < 1e-7)
        let cell = try area([
            (p.x + 980, p.y + 180), (p.x + 1030, p.y + 180), (p.x + 1030, p.y + 230), (p.x + 980, p.y + 230),
        ])
        let one = DiscUnion([plane.disc(around: places[0], radius: Metres(1000))])
        #expect(abs(one.coveredArea(of: cell) / cell.area - cellShare) < 1e-6)
    }

    /// Dozens of circles upon each other, most of them covered by others, as in the middle of a city.
    ///
    /// Against a line for every metre, each measured exactly.
    @Test func crowdedCirclesAgreeWithLines() throws {
        try withEverySeed(0..<12) { seed, random in
            let circles = (0..<random.int(in: 40...120)).map { _ in
                (
                    x: random.double(in: -1500...1500) * random.double(in: 0...1),
                    y: random.double(in: -1500...1500) * random.double(in: 0...1),
                    r: random.int(in: 0...3) == 0 ? random.double(in: 100...600) : 500
                )
            }
            let west = random.double(in: -1600 ... -200)
            let south = random.double(in: -1600 ... -200)
            let shape = try area([
                (west, south), (west + 1900, south - 200), (west + 1500, south + 1700),
                (west - 100, south + 1400),
            ])
            let exact = discs(circles).coveredArea(of: shape)
            // The tops of circles are what a line for every metre misses.
            #expect(abs(exact - areaByLines(shape, circles, linesPerMetre: 1)) < 30, "seed \(seed)")
            #expect(discs(circles.shuffled(using: &random)).coveredArea(of: shape) == exact, "seed \(seed)")
            // A box within some single circle is covered altogether.
            let (x, y, r) = circles[0]
            let side = 0.7 * r
            let box = try area([
                (x - side, y - side), (x + side, y - side), (x + side, y + side), (x - side, y + side),
            ])
            #expect(discs(circles).coveredArea(of: box) == box.area, "seed \(seed)")
        }
    }

    /// One great area with thousands of edges and circles equals the sum of the cells that it falls into.
    @Test func partsAddUpToTheWhole() throws {
        var random = SeededGenerator(seed: 3)
        let circles = (0..<400).map { _ in
            (x: random.double(in: 0...20_000), y: random.double(in: 0...20_000), r: 1000.0)
        }
        let union = discs(circles)
        let side = (0..<500).map { Double($0) * 40 }
        let outline =
            side.map { ($0, 0.0) } + side.map { (20_000.0, $0) } + side.map { (20_000 - $0, 20_000.0) }
            + side.map { (0.0, 20_000 - $0) }
        let whole = union.coveredArea(of: try area(outline))
        var sum = 0.0
        for i in 0..<400 {
            let (x, y) = (Double(i % 20) * 1000, Double(i / 20) * 1000)
            sum += union.coveredArea(
                of: try area([(x, y), (x + 1000, y), (x + 1000, y + 1000), (x, y + 1000)]))
        }
        #expect(abs(whole - sum) < 1e-9 * sum)
        #expect(whole > 2e8 && whole < 4e8)
    }
}

/// A polygon with corners on whole numbers: a staircase, sometimes with a square hole.
private func latticeShape(_ random: inout SeededGenerator) throws -> MultiPolygon<PlanePoint> {
    // Heights over steps of two: simple by construction, and at least three everywhere.
    let heights = (0..<6).map { _ in Double(random.int(in: 5...12)) }
    var corners: [(Double, Double)] = [(0, 0), (12, 0)]
    for (step, height) in heights.enumerated().reversed() {
        corners.append((Double(step * 2 + 2), height))
        corners.append((Double(step * 2), height))
    }
    // Equal neighbours leave a corner twice; that is no harm to a ring.
    let hole: [(Double, Double)] = [(3, 1), (9, 1), (9, 4), (3, 4)]
    return try area(corners, holes: random.int(in: 0...1) == 0 ? [] : [hole])
}

/// The area in common by the midpoint rule over lines from west to east.
private func areaByLines(
    _ shape: MultiPolygon<PlanePoint>, _ circles: [(x: Double, y: Double, r: Double)], linesPerMetre: Int
) -> Double {
    guard let envelope = shape.envelope else { return 0 }
    let step = 1 / Double(linesPerMetre)
    let lines = Int((envelope.north - envelope.south) / step)
    var sum = 0.0
    for line in 0..<lines {
        let y = envelope.south + (Double(line) + 0.5) * step
        var crossings: [Double] = []
        for ring in shape.polygons.flatMap(\.rings) {
            for (a, b) in zip(ring.positions, ring.positions.dropFirst()) where (a.y > y) != (b.y > y) {
                crossings.append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
            }
        }
        crossings.sort()
        var spans: [(Double, Double)] = []
        for circle in circles where abs(y - circle.y) < circle.r {
            let half = (circle.r * circle.r - (y - circle.y) * (y - circle.y)).squareRoot()
            spans.append((circle.x - half, circle.x + half))
        }
        spans.sort { $0.0 < $1.0 }
        for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
            var reached = crossings[pair]
            for span in spans {
                let to = min(span.1, crossings[pair + 1])
                let from = max(span.0, reached)
                if to > from { sum += to - from }
                reached = max(reached, to)
            }
        }
    }
    return sum * step
}
