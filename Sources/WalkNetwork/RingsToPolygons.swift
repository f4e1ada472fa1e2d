internal import Geometry

extension WalkCircle {
    /// A ring with its doubled area and its box.
    private struct Sized {
        let ring: Ring<PlanePoint>
        let area: Double
        let box: Envelope<PlanePoint>
        let touches: [Int]
    }

    /// A circle of rings that do not cross and touch at corners only: outer ones counter-clockwise, holes clockwise.
    ///
    /// A hole goes to the smallest outer ring around it. An outer ring that lies inside another and in none of its holes
    /// goes: two faces may overlap by the decimetres that lines stray from curves, and what both hold is inside once.
    init(rings: [BoundaryPieces.Outline], limit: Micrometres) {
        var outers: [Sized] = []
        var inner: [Sized] = []
        for outline in rings {
            guard let ring = Self.ring(outline.corners) else { continue }
            let sized = Sized(
                ring: ring, area: ring.doubledSignedArea, box: Self.box(around: outline.corners),
                touches: outline.touches)
            if sized.area > 0 { outers.append(sized) } else if sized.area < 0 { inner.append(sized) }
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
        var holes = [[Sized]](repeating: [], count: outers.count)
        for hole in inner {
            let p = Self.middle(hole.ring)
            let around = byArea.filter { outers[$0].box.contains(p) }
            if let owner = around.count == 1
                ? around[0] : around.first(where: { outers[$0].ring.contains(p) })
            {
                holes[owner].append(hole)
            }
        }
        func polygons(_ ring: (Sized) -> Ring<PlanePoint>) -> MultiPolygon<PlanePoint> {
            MultiPolygon(zip(outers, holes).map { Polygon(exterior: ring($0), holes: $1.map(ring)) })
        }
        self.init(area: polygons(\.ring), outline: polygons(Self.thinned), limit: limit)
    }

    /// A ring without corners that nobody misses.
    private static func thinned(_ sized: Sized) -> Ring<PlanePoint> {
        ring(OutlineThinning.thinned(sized.ring.positions, keeping: sized.touches)) ?? sized.ring
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
