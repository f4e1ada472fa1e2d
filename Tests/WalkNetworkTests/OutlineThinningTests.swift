import Geodesy
import Geometry
import TestWorlds
import Testing
import WalkNetwork

/// Outlines with as few corners as a drawing needs.
@Suite struct OutlineThinningTests {
    @Test("an outline has some of its circle's corners, and none of the others lies far from it")
    func near() async throws {
        let plane = try WorkingPlane(definition: StreetSketch.planeDefinition)
        var (full, thinned, farthest) = (0, 0, 0.0)
        for seed in UInt64(0)..<120 {
            var generator = SeededGenerator(seed: seed)
            let world = RandomStreets(&generator, on: plane)
            let network = WalkNetwork(streets: world.streets, plane: plane)
            let sites = [world.point(&generator), world.point(&generator)]
            let circle = await network.mergedWalkCircle(
                of: network.join(sites, within: Metres(200), on: plane),
                limit: Micrometres(Metres(generator.double(in: 60...500))), snapLimit: Metres(200), jobs: 2)
            let (rings, outlines) = (
                circle.area.polygons.flatMap(\.rings), circle.outline.polygons.flatMap(\.rings)
            )
            #expect(
                circle.area.polygons.map(\.holes.count) == circle.outline.polygons.map(\.holes.count),
                "seed \(seed)")
            for (ring, outline) in zip(rings, outlines) {
                #expect(Set(outline.positions).isSubset(of: ring.positions), "seed \(seed)")
                for corner in ring.positions {
                    let distance = zip(outline.positions, outline.positions.dropFirst())
                        .map { self.distance(of: corner, from: $0, to: $1) }.min()
                    farthest = max(farthest, try #require(distance))
                }
                (full, thinned) = (full + ring.positions.count, thinned + outline.positions.count)
            }
        }
        #expect(farthest > 0.1 && farthest <= 0.45, "\(farthest)")
        #expect(thinned + 100 < full, "\(thinned) of \(full)")
    }

    @Test("a circle smaller than what may be left out stays a circle")
    func small() async throws {
        let sketch = try StreetSketch("A----f----B", metresPerCell: 50)
        let network = sketch.network
        let circle = try #require(
            await network.walkCircles(
                of: network.join(sketch.points("f"), within: Metres(300), on: sketch.plane),
                limit: Micrometres(Metres(0.25)), snapLimit: Metres(300), jobs: 1)[0])
        // |x| + |y| within 25 cm: four corners, all of them within 30 cm of a line between others.
        #expect(circle.outline == circle.area && abs(circle.area.area - 0.125) < 0.001)
    }

    /// How far a place is from the nearest one of a line.
    private func distance(of p: PlanePoint, from a: PlanePoint, to b: PlanePoint) -> Double {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let square = dx * dx + dy * dy
        let share = square > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / square : 0
        let t = min(max(share, 0), 1)
        return p.distance(to: PlanePoint(x: a.x + t * dx, y: a.y + t * dy))
    }
}
