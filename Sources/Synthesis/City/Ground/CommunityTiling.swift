import Geometry

/// The study area cut into communities that share every vertex of their borders: no gap, no overlap.
struct CommunityTiling: Sendable {
    /// The tiles along the Hilbert curve.
    let tiles: [Tile]
    let lattice: StreetLattice
    let waters: Waters
    /// The tile of each smallest square, by rows from the south-west.
    private let owners: [Int32]
    private let unit: Int

    init(
        _ dimensions: CityDimensions, lattice: StreetLattice, waters: Waters, density: UrbanDensity
    ) {
        self.lattice = lattice
        self.waters = waters
        let squares = 1 << dimensions.maximumDepth
        let unit = lattice.cells / squares

        func tile(_ corner: LatticePoint, _ size: Int, _ depth: Int) -> Tile {
            var (people, dry) = (0.0, 0.0)
            for a in 0..<4 {
                for b in 0..<4 {
                    let scale = lattice.spacing * Double(size) / 4
                    let p = PlanePoint(
                        x: Double(corner.i) * lattice.spacing + (Double(a) + 0.5) * scale,
                        y: Double(corner.j) * lattice.spacing + (Double(b) + 0.5) * scale)
                    guard !waters.contains(p) else { continue }
                    dry += 1
                    people += density.at(p)
                }
            }
            return Tile(
                corner: corner, size: size, depth: depth, density: people / 16, land: dry / 16,
                step: max(1, size / 8))
        }
        func quarters(_ whole: Tile) -> [Tile] {
            let half = whole.size / 2
            return [(0, 0), (half, 0), (0, half), (half, half)].map { di, dj in
                tile(
                    LatticePoint(i: whole.corner.i + di, j: whole.corner.j + dj), half, whole.depth + 1)
            }
        }
        /// People on a tile, on a scale of their own: density by area.
        func mass(_ tile: Tile) -> Double { tile.density * Double(tile.size) * Double(tile.size) }

        var tiles = [tile(LatticePoint(i: 0, j: 0), lattice.cells, 0)]
        for _ in 0..<dimensions.minimumDepth { tiles = tiles.flatMap(quarters) }
        var masses = tiles.map(mass)
        while tiles.count < dimensions.communities {
            // The tile with most people is quartered; the first of several.
            var fullest: Int?
            for t in tiles.indices where tiles[t].depth < dimensions.maximumDepth {
                if masses[t] > fullest.map({ masses[$0] }) ?? -1 { fullest = t }
            }
            guard let fullest else { break }
            let parts = quarters(tiles[fullest])
            tiles[fullest] = parts[0]
            masses[fullest] = mass(parts[0])
            tiles.append(contentsOf: parts.dropFirst())
            masses.append(contentsOf: parts.dropFirst().map(mass))
        }

        // The densest two thirds are urban, and have closer streets.
        let order = tiles.indices.sorted { (tiles[$0].density, $1) > (tiles[$1].density, $0) }
        for t in order.prefix(tiles.count * 65 / 100) where tiles[t].land > 0.2 {
            tiles[t].isUrban = true
            let isWide = lattice.spacing * Double(tiles[t].size) / 8 > dimensions.widestSpacing
            tiles[t].step = max(1, tiles[t].size / (isWide ? 16 : 8))
        }
        tiles = tiles.map { ($0, Tile.hilbert($0.corner.i / unit, $0.corner.j / unit, side: squares)) }
            .sorted { $0.1 < $1.1 }.map(\.0)

        var owners = [Int32](repeating: 0, count: squares * squares)
        for (t, tile) in tiles.enumerated() {
            for j in tile.corner.j / unit..<(tile.corner.j + tile.size) / unit {
                for i in tile.corner.i / unit..<(tile.corner.i + tile.size) / unit {
                    owners[j * squares + i] = Int32(t)
                }
            }
        }
        self.tiles = tiles
        self.owners = owners
        self.unit = unit
    }

    /// The tile that holds the lattice cell north-east of a lattice point; nothing outside the study area.
    func owner(cell i: Int, _ j: Int) -> Int? {
        guard i >= 0, j >= 0, i < lattice.cells, j < lattice.cells else { return nil }
        return Int(owners[(j / unit) * (lattice.cells / unit) + i / unit])
    }

    /// Where a lattice point lies, moved no farther than the closest streets around it allow.
    func place(_ p: LatticePoint) -> PlanePoint {
        var step = lattice.cells
        for (di, dj) in [(0, 0), (-1, 0), (0, -1), (-1, -1)] {
            if let t = owner(cell: p.i + di, p.j + dj) { step = min(step, tiles[t].step) }
        }
        return lattice.place(p, step: step)
    }

    /// A tile's border as lattice points, counter-clockwise and closed: every street crossing on it, whichever
    /// side the street comes from.
    func border(of t: Int) -> [LatticePoint] {
        let tile = tiles[t]
        let (west, south) = (tile.corner.i, tile.corner.j)
        let (east, north) = (west + tile.size, south + tile.size)
        func step(beyond i: Int, _ j: Int) -> Int { owner(cell: i, j).map { tiles[$0].step } ?? tile.step }

        var points: [LatticePoint] = []
        var i = west
        while i < east {
            points.append(LatticePoint(i: i, j: south))
            i += min(tile.step, step(beyond: i, south - 1))
        }
        var j = south
        while j < north {
            points.append(LatticePoint(i: east, j: j))
            j += min(tile.step, step(beyond: east, j))
        }
        i = east
        while i > west {
            points.append(LatticePoint(i: i, j: north))
            i -= min(tile.step, step(beyond: i - 1, north))
        }
        j = north
        while j > south {
            points.append(LatticePoint(i: west, j: j))
            j -= min(tile.step, step(beyond: west - 1, j - 1))
        }
        points.append(LatticePoint(i: west, j: south))
        return points
    }
}
