import Testing

/// The communities cover the study area without gap or overlap, judged in whole tenths of a microdegree so
/// that nothing is rounded.
@Suite struct CommunityTilingTests {
    private typealias Corner = WrittenCity.Corner

    private struct Side: Hashable {
        let from: Corner
        let to: Corner
    }

    private func doubledArea(_ ring: [Corner]) -> Int {
        zip(ring, ring.dropFirst()).reduce(0) { sum, side in
            let (a, b, o) = (side.0, side.1, ring[0])
            return sum + (a.x - o.x) * (b.y - o.y) - (b.x - o.x) * (a.y - o.y)
        }
    }

    @Test("Areas add up to the square", arguments: [UInt64(2020), 3, 4])
    func areasAddUp(seed: UInt64) throws {
        let rings = try WrittenCity(seed: seed).features("communities.geojson").map(\.outline)
        let corners = rings.flatMap { $0 }
        let west = try #require(corners.map(\.x).min())
        let east = try #require(corners.map(\.x).max())
        let south = try #require(corners.map(\.y).min())
        let north = try #require(corners.map(\.y).max())
        #expect(rings.allSatisfy { doubledArea($0) > 0 })
        #expect(rings.reduce(0) { $0 + doubledArea($1) } == 2 * (east - west) * (north - south))
    }

    @Test("Every side is shared or on the edge", arguments: [UInt64(2020), 3, 4])
    func sidesAreShared(seed: UInt64) throws {
        let rings = try WrittenCity(seed: seed).features("communities.geojson").map(\.outline)
        let corners = rings.flatMap { $0 }
        let (xs, ys) = (corners.map(\.x), corners.map(\.y))
        let edges = (west: xs.min(), east: xs.max(), south: ys.min(), north: ys.max())
        var sides: Set<Side> = []
        for ring in rings {
            for (from, to) in zip(ring, ring.dropFirst()) {
                #expect(sides.insert(Side(from: from, to: to)).inserted)
            }
        }
        for side in sides where !sides.contains(Side(from: side.to, to: side.from)) {
            let isOnEdge =
                (side.from.x == side.to.x && (side.from.x == edges.west || side.from.x == edges.east))
                || (side.from.y == side.to.y && (side.from.y == edges.south || side.from.y == edges.north))
            #expect(isOnEdge)
        }
    }

    @Test func noRingCrossesItself() throws {
        func turn(_ a: Corner, _ b: Corner, _ c: Corner) -> Int {
            ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)).signum()
        }
        for ring in try WrittenCity().features("communities.geojson").map(\.outline) {
            for i in 0..<ring.count - 1 {
                for j in i + 2..<max(i + 2, ring.count - 1) where !(i == 0 && j == ring.count - 2) {
                    let (a, b, c, d) = (ring[i], ring[i + 1], ring[j], ring[j + 1])
                    let isApart =
                        max(a.x, b.x) < min(c.x, d.x) || max(c.x, d.x) < min(a.x, b.x)
                        || max(a.y, b.y) < min(c.y, d.y) || max(c.y, d.y) < min(a.y, b.y)
                    if isApart { continue }
                    #expect(turn(a, b, c) * turn(a, b, d) > 0 || turn(c, d, a) * turn(c, d, b) > 0)
                }
            }
        }
    }

    @Test func subdistrictsHangTogether() throws {
        // Communities of one subdistrict reach one another over shared sides.
        let features = try WrittenCity().features("communities.geojson")
        var owner: [Side: Int] = [:]
        for (f, feature) in features.enumerated() {
            for (from, to) in zip(feature.outline, feature.outline.dropFirst()) {
                owner[Side(from: from, to: to)] = f
            }
        }
        for tier in ["subdistrict", "district"] {
            let names = features.map { $0.properties[tier] as? String ?? "" }
            var group = Array(features.indices)
            var isChanged = true
            while isChanged {
                isChanged = false
                for (side, f) in owner {
                    guard let g = owner[Side(from: side.to, to: side.from)], names[f] == names[g],
                        group[f] != group[g]
                    else { continue }
                    let least = min(group[f], group[g])
                    (group[f], group[g], isChanged) = (least, least, true)
                }
            }
            #expect(Set(names).count > 1)
            #expect(Set(group).count == Set(names).count, "\(tier)")
        }
    }
}
