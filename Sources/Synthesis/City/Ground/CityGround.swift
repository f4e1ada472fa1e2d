import Geometry

/// The ground of a synthetic city, before anybody lives on it.
struct CityGround: Sendable {
    let dimensions: CityDimensions
    let seed: UInt64
    let frame: CityFrame
    let tiling: CommunityTiling

    init(size: CitySize, seed: UInt64) {
        dimensions = CityDimensions(size)
        self.seed = seed
        frame = CityFrame(side: dimensions.side)
        var random = SeededGenerator(seed: seed, stream: .ground)
        let waters = Waters(dimensions, random: &random)
        let density = UrbanDensity(dimensions, waters: waters, random: &random)
        let lattice = StreetLattice(dimensions, random: &random)
        tiling = CommunityTiling(dimensions, lattice: lattice, waters: waters, density: density)
    }

    var waters: Waters { tiling.waters }

    /// A dry place beside a street of a tile; nothing where the tile has none.
    func streetSide(ofTile t: Int, random: inout SeededGenerator) -> PlanePoint? {
        let tile = tiling.tiles[t]
        for _ in 0..<60 {
            let (k, r) = (random.whole(0...tile.blocks - 1), random.whole(0...tile.blocks - 1))
            let crossing = tiling.place(tile.crossing(k, r))
            let opposite = tiling.place(tile.crossing(k + 1, r + 1))
            let (s, u) = (random.between(0.1, 0.3), random.between(0.1, 0.3))
            let place = PlanePoint(
                x: crossing.x + (opposite.x - crossing.x) * s, y: crossing.y + (opposite.y - crossing.y) * u)
            if !waters.contains(crossing), !waters.contains(opposite), !waters.contains(place) {
                return place
            }
        }
        return nil
    }
}
