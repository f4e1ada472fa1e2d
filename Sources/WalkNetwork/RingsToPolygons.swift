internal import Geometry

extension MultiPolygon<PlanePoint> {
    /// A ring with its doubled area and its box.
    private typealias Sized = (ring: Ring<PlanePoint>, area: Double, box: Envelope<PlanePoint>)

    /// Polygons of rings that do not cross and touch at corners only: outer ones counter-clockwise, holes clockwise.
    ///
    /// A hole goes to the smallest outer ring around it. An outer ring that lies inside another and in none of its holes
    /// goes: two faces may overlap by the decimetres that lines stray from curves, and what both hold is inside once.
    init(rings: [[PlanePoint]]) {
        var outers: [Sized] = []
        var inner: [Sized] = []
        for positions in rings {
            guard let ring = Self.ring(positions) else { continue }
            let sized = (ring, ring.doubledSignedArea, Self.box(around: positions))
            if sized.1 > 0 { outers.append(sized) } else if sized.1 < 0 { inner.append(sized) }
        }
        if outers.count > 1 {
            let all = outers
            outers = all.filter { outer in
                // Not a corner: there rings may touch.
                let p = Self.middle(outer.ring)
                func around(_ rings: [Sized]) -> Int {
                    rings.count { abs($0.area) > outer.area && $0.box.contains(p) && $0.ring.contains(p) }
                }
                return around(all) <= around(inner)
            }
        }
        let byArea = outers.indices.sorted { (outers[$0].area, $0) < (outers[$1].area, $1) }
        var holes = [[Ring<PlanePoint>]](repeating: [], count: outers.count)
        for hole in inner {
            let p = Self.middle(hole.ring)
            let around = byArea.filter { outers[$0].box.contains(p) }
            if let owner = around.count == 1
                ? around[0] : around.first(where: { outers[$0].ring.contains(p) })
            {
                holes[owner].append(hole.ring)
            }
        }
        self.init(zip(outers, holes).map { Polygon(exterior: $0.ring, holes: $1) })
    }

    /// The middle of a ring's first line.
    private static func middle(_ ring: Ring<PlanePoint>) -> PlanePoint {
        PlanePoint((ring.positions[0].vector + ring.positions[1].vector) / 2)
    }

    /// The box around a ring that is one.
    private static func box(around ring: [PlanePoint]) -> Envelope<PlanePoint> {
        var (low, high) = (ring[0].vector, ring[0].vector)
        for p in ring {
            low = pointwiseMin(low, p.vector)
            high = pointwiseMax(high, p.vector)
        }
        return Envelope(west: low.x, south: low.y, east: high.x, north: high.y)
    }

    private static func ring(_ positions: [PlanePoint]) -> Ring<PlanePoint>? {
        do throws(RingFailure) { return try Ring(positions) } catch { return nil }
    }
}
