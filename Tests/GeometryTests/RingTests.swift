import Geometry
import TestWorlds
import Testing

@Suite struct RingTests {
    private func ring(_ corners: [(Double, Double)]) throws(RingFailure) -> Ring<PlanePoint> {
        let points = corners.map { PlanePoint(x: $0.0, y: $0.1) }
        return try Ring(points + [points[0]])
    }

    @Test("A list of positions that is no ring says why")
    func failures() {
        let p = PlanePoint(x: 0, y: 0)
        let q = PlanePoint(x: 1, y: 0)
        #expect(throws: RingFailure.tooFewPositions(count: 3)) { try Ring([p, q, p]) }
        #expect(throws: RingFailure.notClosed) { try Ring([p, q, PlanePoint(x: 1, y: 1), q]) }
        #expect(throws: RingFailure.notFinite(index: 1)) {
            try Ring([p, PlanePoint(x: .nan, y: 0), q, p])
        }
    }

    @Test("Areas of shapes worked by hand, far from the origin too")
    func areas() throws {
        // An L of 5 unit squares: 3 wide and 3 high, both one thick.
        let corners: [(Double, Double)] = [(0, 0), (3, 0), (3, 1), (1, 1), (1, 3), (0, 3)]
        let shape = try ring(corners)
        #expect(shape.doubledSignedArea == 10)
        let far = try ring(corners.map { ($0.0 + 38_500_000, $0.1 + 3_400_000) })
        #expect(far.doubledSignedArea == 10)
        #expect(shape.oriented(counterClockwise: false).doubledSignedArea == -10)
        let holed = Polygon(
            exterior: shape, holes: [try ring([(0.25, 0.25), (0.75, 0.25), (0.75, 0.75), (0.25, 0.75)])])
        #expect(holed.area == 4.75)
        #expect(holed.rightHanded.holes[0].doubledSignedArea < 0)
        #expect(MultiPolygon([holed, holed]).area == 9.5)
    }

    @Test("Inside and outside agree with counting half-planes, for seeded convex shapes")
    func containment() throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let a = PlanePoint(
                x: .random(in: -5...5, using: &generator), y: .random(in: -5...5, using: &generator))
            let b = PlanePoint(x: a.x + .random(in: 1...5, using: &generator), y: a.y)
            let c = PlanePoint(x: a.x + .random(in: -2...2, using: &generator), y: a.y + 3)
            let triangle = try Ring([a, b, c, a])
            for _ in 0..<50 {
                let p = PlanePoint(
                    x: .random(in: -8...12, using: &generator), y: .random(in: -8...12, using: &generator))
                func side(_ u: PlanePoint, _ v: PlanePoint) -> Double {
                    (v.x - u.x) * (p.y - u.y) - (v.y - u.y) * (p.x - u.x)
                }
                let inside = side(a, b) > 0 && side(b, c) > 0 && side(c, a) > 0
                #expect(triangle.contains(p) == inside)
            }
        }
    }

    @Test(
        "Whole millimetres are rounded half away from zero",
        arguments: [
            (499, 0), (500, 1), (1499, 1), (1500, 2), (-500, -1), (-499, 0),
        ])
    func wholeMillimetres(micrometres: Int64, millimetres: Int64) {
        #expect(Micrometres(micrometres).wholeMillimetres == millimetres)
    }
}
