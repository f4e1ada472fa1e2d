/// The ground of one community: a square of the lattice, small where people live densely.
struct Tile: Sendable {
    /// The south-western corner.
    let corner: LatticePoint
    /// Lattice cells along a side.
    let size: Int
    /// How often the study area was halved to get here.
    let depth: Int
    /// The mean density over it.
    var density: Double
    /// The share of it that is land.
    var land: Double
    var isUrban = false
    /// Lattice cells from one street to the next.
    var step: Int

    /// How many streets' spacings the tile is wide.
    var blocks: Int { size / step }

    /// A street crossing of the tile, counted in its own spacings.
    func crossing(_ k: Int, _ r: Int) -> LatticePoint {
        LatticePoint(i: corner.i + k * step, j: corner.j + r * step)
    }

    /// The place of a square cell along the Hilbert curve over a grid of a power of two of cells: neighbours
    /// on the curve touch, so any run of tiles along it is one connected area.
    static func hilbert(_ i: Int, _ j: Int, side: Int) -> Int {
        var (x, y, index) = (i, j, 0)
        var s = side / 2
        while s > 0 {
            let (rx, ry) = ((x & s) > 0 ? 1 : 0, (y & s) > 0 ? 1 : 0)
            index += s * s * ((3 * rx) ^ ry)
            if ry == 0 {
                if rx == 1 { (x, y) = (side - 1 - x, side - 1 - y) }
                swap(&x, &y)
            }
            s /= 2
        }
        return index
    }
}
