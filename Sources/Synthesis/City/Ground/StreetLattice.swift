import Geometry

/// A position on the lattice that communities and streets are laid out on.
struct LatticePoint: Hashable, Sendable {
    var i: Int
    var j: Int
}

/// A square lattice over the study area, gently swelled so that no street runs dead straight across town.
///
/// The swelling dies out towards the edges: the study area stays the square that the frame says.
struct StreetLattice: Sendable {
    /// Cells along a side, a power of two.
    let cells: Int
    let side: Double
    private let seed: UInt64
    private let swell: [(x: Double, y: Double)]
    private static let knots = 6

    init(_ dimensions: CityDimensions, random: inout SeededGenerator) {
        // The smallest community is eight cells wide.
        cells = 1 << (dimensions.maximumDepth + 3)
        side = dimensions.side
        var swell: [(x: Double, y: Double)] = []
        for _ in 0..<(Self.knots + 1) * (Self.knots + 1) {
            swell.append((random.between(-1, 1), random.between(-1, 1)))
        }
        self.swell = swell
        seed = random.next()
    }

    /// Metres from one lattice point to the next, before any swelling.
    var spacing: Double { side / Double(cells) }

    /// Where a lattice point lies, moved at random by up to a share of the streets' spacing around it.
    func place(_ p: LatticePoint, step: Int) -> PlanePoint {
        let (u, v) = (Double(p.i) / Double(cells), Double(p.j) / Double(cells))
        let strength = 16 * u * (1 - u) * v * (1 - v) * side * 0.02
        let moved = swelling(u, v)
        var (x, y) = (u * side + strength * moved.x, v * side + strength * moved.y)
        if p.i > 0, p.i < cells, p.j > 0, p.j < cells {
            let noise = SeededGenerator.mixed(
                seed &+ UInt64(p.i) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(p.j) &* 0xC2B2_AE3D_27D4_EB4F)
            let reach = 0.21 * Double(step) * spacing
            x += reach * (Double(noise & 0xFFFF_FFFF) * 0x1p-31 - 1)
            y += reach * (Double(noise >> 32) * 0x1p-31 - 1)
        }
        return PlanePoint(x: x, y: y)
    }

    private func swelling(_ u: Double, _ v: Double) -> (x: Double, y: Double) {
        let (a, b) = (u * Double(Self.knots), v * Double(Self.knots))
        let (i, j) = (min(Int(a), Self.knots - 1), min(Int(b), Self.knots - 1))
        let (s, t) = (Self.eased(a - Double(i)), Self.eased(b - Double(j)))
        let row = Self.knots + 1
        let (p, q) = (swell[j * row + i], swell[j * row + i + 1])
        let (r, w) = (swell[(j + 1) * row + i], swell[(j + 1) * row + i + 1])
        return (
            (p.x * (1 - s) + q.x * s) * (1 - t) + (r.x * (1 - s) + w.x * s) * t,
            (p.y * (1 - s) + q.y * s) * (1 - t) + (r.y * (1 - s) + w.y * s) * t
        )
    }

    private static func eased(_ t: Double) -> Double { t * t * (3 - 2 * t) }
}
