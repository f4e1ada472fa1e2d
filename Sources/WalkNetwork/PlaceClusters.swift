internal import Geometry

/// Places that lie within a centimetre of each other, as one.
struct PlaceClusters {
    /// How near is the same, in metres of the plane.
    static let radius = 0.01
    private static let cell = 0.05

    /// The first of each cluster.
    private(set) var places: ContiguousArray<PlanePoint> = []
    private var slots: ContiguousArray<Int32>
    /// The next cluster in the same cell; -1 after the last.
    private var nexts: ContiguousArray<Int32> = []
    private let mask: Int

    /// Makes room for some places.
    init(count: Int) {
        var size = 64
        while size < count { size *= 2 }
        slots = ContiguousArray(repeating: -1, count: size)
        mask = size - 1
    }

    /// The number of a place's cluster: an older one within the radius, else a new one.
    mutating func number(of p: PlanePoint) -> Int32 {
        let (u, v) = (p.x / Self.cell, p.y / Self.cell)
        let (column, row) = (u.rounded(.down), v.rounded(.down))
        let margin = Self.radius / Self.cell
        let columns = (u - column < margin ? -1.0 : 0.0, u - column > 1 - margin ? 1.0 : 0.0)
        let rows = (v - row < margin ? -1.0 : 0.0, v - row > 1 - margin ? 1.0 : 0.0)
        var y = rows.0
        while y <= rows.1 {
            var x = columns.0
            while x <= columns.1 {
                var at = slots[slot(Int(column + x), Int(row + y))]
                while at >= 0 {
                    if places[Int(at)].distance(to: p) <= Self.radius { return at }
                    at = nexts[Int(at)]
                }
                x += 1
            }
            y += 1
        }
        let own = slot(Int(column), Int(row))
        let number = Int32(places.count)
        places.append(p)
        nexts.append(slots[own])
        slots[own] = number
        return number
    }

    /// Lets go of what finds clusters again, once all places have been given.
    mutating func close() { (slots, nexts) = ([], []) }

    @inline(__always)
    private func slot(_ column: Int, _ row: Int) -> Int {
        let key = UInt64(bitPattern: Int64(row << 32 ^ column)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: key >> 32) & mask
    }
}
