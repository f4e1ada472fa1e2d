internal import Geometry

extension MultiPolygon<PlanePoint> {
    /// Polygons of rings that do not cross and touch at corners only: outer ones counter-clockwise, holes clockwise.
    ///
    /// A hole goes to the smallest outer ring around it.
    init(rings: [[PlanePoint]]) {
        var outers: [(ring: Ring<PlanePoint>, area: Double, box: Envelope<PlanePoint>)] = []
        var inner: [Ring<PlanePoint>] = []
        for positions in rings {
            guard let ring = Self.ring(positions), let box = Envelope(around: positions) else { continue }
            let area = ring.doubledSignedArea
            if area > 0 { outers.append((ring, area, box)) } else if area < 0 { inner.append(ring) }
        }
        let byArea = outers.indices.sorted { (outers[$0].area, $0) < (outers[$1].area, $1) }
        var holes = [[Ring<PlanePoint>]](repeating: [], count: outers.count)
        for hole in inner {
            // Not a corner: there a hole may touch the ring around it.
            let (a, b) = (hole.positions[0], hole.positions[1])
            let p = PlanePoint(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
            let around = byArea.filter { outers[$0].box.contains(p) }
            if let owner = around.count == 1
                ? around[0] : around.first(where: { outers[$0].ring.contains(p) })
            {
                holes[owner].append(hole)
            }
        }
        self.init(zip(outers, holes).map { Polygon(exterior: $0.ring, holes: $1) })
    }

    private static func ring(_ positions: [PlanePoint]) -> Ring<PlanePoint>? {
        do throws(RingFailure) { return try Ring(positions) } catch { return nil }
    }
}
