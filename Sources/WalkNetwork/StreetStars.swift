internal import Geometry

/// How segments meet: which side of which follows around every vertex, and what lies between.
///
/// Where the angle between two neighbouring segments is more than straight, the places nearest to both are
/// nearest to the vertex itself: a sector. Where it is straight, their sides meet along a line.
struct StreetStars {
    /// A sector around a vertex, from the side of one segment counter-clockwise to the side of another.
    struct Sector: BitwiseCopyable {
        let centre: PlanePoint
        /// Where it begins and ends, as ways of one metre.
        let start: PlaneVector
        let end: PlaneVector
        /// The way of one metre in between.
        let middle: PlaneVector
        /// The faces where it begins and where it ends.
        let besides: SIMD2<Int32>
    }

    /// For each vertex which location it has; vertices at one place have one.
    let sites: ContiguousArray<Int32>
    /// The sectors.
    let sectors: ContiguousArray<Sector>
    /// The sector of each location; -1 where there is none.
    let sectorOfSite: ContiguousArray<Int32>
    /// Segments that are to be left aside: without length, or upon another with a smaller number.
    let isIdle: ContiguousArray<Bool>
    /// The face that each side of each segment meets at either end across a straight line off the street: `4 *
    /// segment + 2 * side + end`; -1 where the sides meet at the vertex only.
    let besides: ContiguousArray<Int32>

    /// How far from straight an angle may be, and be taken as straight.
    static let straightness = 1e-5

    private struct Spoke {
        let segment: Int32
        /// 0 where it leaves by its start, 1 by its end.
        let end: Int32
        let way: PlaneVector
        let turn: Double

        /// The index into ``StreetStars/besides`` of the side to its left.
        var left: Int { Int(4 * segment + (end == 0 ? 0 : 2) + end) }
        var right: Int { Int(4 * segment + (end == 0 ? 2 : 0) + end) }
    }

    /// Looks around every vertex of a network.
    init(of network: WalkNetwork) {
        let locations = network.vertexLocations
        let count = locations.count
        var isLast = ContiguousArray(repeating: false, count: count)
        for edge in 0..<network.edgeCount { isLast[network.vertices(ofEdge: edge).upperBound - 1] = true }
        let order = (0..<Int32(count)).sorted { a, b in
            let (p, q) = (locations[Int(a)], locations[Int(b)])
            return (p.x, p.y, a) < (q.x, q.y, b)
        }
        var sites = ContiguousArray<Int32>(repeating: 0, count: count)
        var siteCount: Int32 = 0
        for (rank, v) in order.enumerated() {
            if rank > 0, locations[Int(order[rank - 1])] != locations[Int(v)] { siteCount += 1 }
            sites[Int(v)] = siteCount
        }
        siteCount += count > 0 ? 1 : 0
        var isIdle = ContiguousArray(repeating: false, count: count)
        for v in 0..<count { isIdle[v] = isLast[v] || sites[v] == sites[v + 1] }
        var sectors: ContiguousArray<Sector> = []
        /// The first vertex of each.
        var firsts: ContiguousArray<Int32> = []
        var sectorOfSite = ContiguousArray<Int32>(repeating: -1, count: Int(siteCount))
        var besides = ContiguousArray<Int32>(repeating: -1, count: 4 * count)
        var spokes: [Spoke] = []
        var first = 0
        while first < count {
            let site = sites[Int(order[first])]
            var last = first
            spokes.removeAll(keepingCapacity: true)
            while last < count, sites[Int(order[last])] == site {
                let v = Int(order[last])
                let here = locations[v].vector
                func add(_ segment: Int, end: Int32, to other: Int) {
                    let way = (locations[other].vector - here).unit
                    spokes.append(Spoke(segment: Int32(segment), end: end, way: way, turn: way.turn))
                }
                if !isLast[v], sites[v + 1] != site { add(v, end: 0, to: v + 1) }
                if v > 0, !isLast[v - 1], sites[v - 1] != site { add(v - 1, end: 1, to: v - 1) }
                last += 1
            }
            for spoke in spokes where spoke.end == 0 {
                let far = sites[Int(spoke.segment) + 1]
                let isTwice = spokes.contains {
                    $0.segment < spoke.segment && sites[Int($0.segment + 1 - $0.end)] == far
                }
                if isTwice { isIdle[Int(spoke.segment)] = true }
            }
            spokes.sort { ($0.turn, $0.segment) < ($1.turn, $1.segment) }
            // Of segments upon each other the first has the places: as far as it goes, and both to the same vertex.
            let all = spokes
            var kept = 0
            for spoke in all {
                let isUpon = all.contains { other in
                    other.segment < spoke.segment && abs(other.way.cross(spoke.way)) < 1e-8
                        && other.way.dot(spoke.way) > 0
                }
                guard !isUpon else { continue }
                spokes[kept] = spoke
                kept += 1
            }
            spokes.removeLast(spokes.count - kept)
            for (i, spoke) in spokes.enumerated() {
                let next = spokes[(i + 1) % spokes.count]
                let gap = next.turn - spoke.turn + (i == spokes.count - 1 ? 4 : 0)
                let cross = spoke.way.cross(next.way)
                if abs(cross) < Self.straightness, spoke.way.dot(next.way) < 0 {
                    besides[spoke.left] = Int32(next.right / 2)
                    besides[next.right] = Int32(spoke.left / 2)
                } else if gap > 2 {
                    let (start, end) = (spoke.way.left, -next.way.left)
                    let middle = start.dot(end) > 0 ? start + end : -(spoke.way + next.way)
                    sectorOfSite[Int(site)] = Int32(sectors.count)
                    firsts.append(order[first])
                    besides[spoke.left] = Int32(2 * count + sectors.count)
                    besides[next.right] = Int32(2 * count + sectors.count)
                    sectors.append(
                        Sector(
                            centre: locations[Int(order[first])], start: start, end: end, middle: middle.unit,
                            besides: SIMD2(Int32(spoke.left / 2), Int32(next.right / 2))))
                }
            }
            first = last
        }
        // In the order of their vertices, which are numbered by where they are: near ones are near in memory.
        let ranks = firsts.indices.sorted { firsts[$0] < firsts[$1] }
        var numbers = ContiguousArray<Int32>(repeating: 0, count: ranks.count)
        for (number, sector) in ranks.enumerated() { numbers[sector] = Int32(number) }
        for site in sectorOfSite.indices where sectorOfSite[site] >= 0 {
            sectorOfSite[site] = numbers[Int(sectorOfSite[site])]
        }
        for index in besides.indices where Int(besides[index]) >= 2 * count {
            besides[index] = Int32(2 * count) + numbers[Int(besides[index]) - 2 * count]
        }
        sectors = ContiguousArray(ranks.map { sectors[$0] })
        (self.sites, self.sectors, self.sectorOfSite) = (sites, sectors, sectorOfSite)
        (self.isIdle, self.besides) = (isIdle, besides)
    }
}
