import Geometry

/// A plot of two by two street blocks that one compound stands on.
struct Estate: Sendable {
    /// The tile it lies in.
    let tile: Int
    /// Its south-western crossing, counted in the tile's spacings.
    let column: Int
    let row: Int
    /// Whether the streets inside are private.
    let isGated: Bool
    /// Whether people may walk through them all the same.
    let isPermissive: Bool
    /// The sides of a gated estate that have a gate.
    let gates: [Side]

    /// The sides of an estate.
    enum Side: Int, Sendable, CaseIterable {
        case west, east, south, north
    }

    /// The crossing in its middle.
    var heart: (Int, Int) { (column + 1, row + 1) }

    /// The crossing where the inner street of a side meets the street outside.
    func mouth(_ side: Side) -> (Int, Int) {
        switch side {
        case .west: (column, row + 1)
        case .east: (column + 2, row + 1)
        case .south: (column + 1, row)
        case .north: (column + 1, row + 2)
        }
    }

    /// Lays out estates over the urban tiles, about as many as asked for, on dry plots.
    static func lay(on ground: CityGround) -> [Estate] {
        var random = SeededGenerator(seed: ground.seed, stream: .estates)
        let tiles = ground.tiling.tiles
        let weights = tiles.map { $0.isUrban ? random.between(0.6, 1.4) * $0.land : 0 }
        let total = weights.reduce(0, +)
        guard total > 0 else { return [] }
        var estates: [Estate] = []
        var due = 0.0
        for (t, tile) in tiles.enumerated() where tile.isUrban {
            due += weights[t] / total * Double(ground.dimensions.compounds)
            let missing = Int(due.rounded()) - estates.count
            guard missing > 0 else { continue }
            var plots: [(Int, Int)] = []
            for row in stride(from: 0, to: tile.blocks, by: 2) {
                for column in stride(from: 0, to: tile.blocks, by: 2) { plots.append((column, row)) }
            }
            var laid = 0
            for (column, row) in random.shuffled(plots) where laid < missing {
                guard ground.isDry(plot: tile, column, row) else { continue }
                laid += 1
                let isGated = random.chance(0.45)
                let sides = random.shuffled(Side.allCases).prefix(random.whole(1...3))
                estates.append(
                    Estate(
                        tile: t, column: column, row: row, isGated: isGated,
                        isPermissive: random.chance(0.1), gates: isGated ? Array(sides) : []))
            }
        }
        return estates
    }
}

extension CityGround {
    /// Whether all crossings of a plot are on land.
    fileprivate func isDry(plot tile: Tile, _ column: Int, _ row: Int) -> Bool {
        for r in row...row + 2 {
            for k in column...column + 2 where waters.contains(tiling.place(tile.crossing(k, r))) {
                return false
            }
        }
        return true
    }

    /// The place of a crossing of a tile, counted in its spacings.
    func place(tile t: Int, _ crossing: (Int, Int)) -> PlanePoint {
        tiling.place(tiling.tiles[t].crossing(crossing.0, crossing.1))
    }

    /// Where a gate stands: a tenth of the way from the street outside to the estate's heart.
    func gate(of estate: Estate, _ side: Estate.Side) -> PlanePoint {
        let mouth = place(tile: estate.tile, estate.mouth(side))
        let heart = place(tile: estate.tile, estate.heart)
        return PlanePoint(x: mouth.x + (heart.x - mouth.x) * 0.1, y: mouth.y + (heart.y - mouth.y) * 0.1)
    }
}
