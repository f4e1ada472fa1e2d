import Geometry

/// Lays the streets of a synthetic city over its ground.
struct StreetPlanner: Sendable {
    let ground: CityGround
    private(set) var draft = StreetDraft()
    private var random: SeededGenerator
    /// The junction at each lattice point: none yet, or in the water.
    private var junctions: [Int32]
    private static let unseen: Int32 = -1
    private static let wet: Int32 = -2

    /// How many bridges cross the river.
    private(set) var bridges = 0

    init(_ ground: CityGround, estates: [Estate]) {
        self.ground = ground
        random = SeededGenerator(seed: ground.seed, stream: .streets)
        let side = ground.tiling.lattice.cells + 1
        junctions = [Int32](repeating: Self.unseen, count: side * side)

        var first = 0
        for t in ground.tiling.tiles.indices {
            var last = first
            while last < estates.count, estates[last].tile == t { last += 1 }
            lay(tile: t, estates: estates[first..<last])
            first = last
        }
        bridge()
        crossOver()
    }

    /// The junction at a lattice point; nothing in the water.
    private mutating func junction(_ p: LatticePoint) -> Int32? {
        let index = p.j * (ground.tiling.lattice.cells + 1) + p.i
        if junctions[index] == Self.unseen {
            let place = ground.tiling.place(p)
            switch ground.waters.contains(place) {
            case true: junctions[index] = Self.wet
            case false:
                junctions[index] = draft.junction(place)
                if ground.waters.river.bank(at: place) == .island,
                    let island = ground.waters.river.island(atNorthing: place.y)
                {
                    draft.islands[junctions[index]] = island
                }
            }
        }
        return junctions[index] == Self.wet ? nil : junctions[index]
    }

    /// Whether a straight stretch stays out of the water, as seen from some places along it.
    private func isDry(_ a: Int32, _ b: Int32) -> Bool {
        let (p, q) = (draft.places[Int(a)], draft.places[Int(b)])
        return [1.0 / 6, 1.0 / 3, 0.5, 2.0 / 3, 5.0 / 6].allSatisfy { t in
            !ground.waters.contains(PlanePoint(x: p.x + (q.x - p.x) * t, y: p.y + (q.y - p.y) * t))
        }
    }

    // MARK: Inside and around a community

    private mutating func lay(tile t: Int, estates: ArraySlice<Estate>) {
        let tile = ground.tiling.tiles[t]
        let plots = tile.blocks / 2
        var gated = [Estate?](repeating: nil, count: plots * plots)
        for estate in estates where estate.isGated {
            gated[estate.row / 2 * plots + estate.column / 2] = estate
        }
        for isRow in [true, false] {
            for r in 0...tile.blocks { lay(line: r, isRow: isRow, ofTile: t, gated: gated) }
        }
        for r in 0..<tile.blocks {
            for k in 0..<tile.blocks where gated[r / 2 * plots + k / 2] == nil {
                fill(block: k, r, of: tile)
            }
        }
    }

    /// One street line through a tile or along its side.
    private mutating func lay(line r: Int, isRow: Bool, ofTile t: Int, gated: [Estate?]) {
        let tile = ground.tiling.tiles[t]
        let isSide = r == 0 || r == tile.blocks
        let across = (isRow ? tile.corner.j : tile.corner.i) + r * tile.step
        let kind =
            isSide
            ? StreetKind.border(
                halvings: halvings(of: across), of: ground.dimensions.maximumDepth)
            : StreetKind.inner(isUrban: tile.isUrban, random: &random)
        let line = draft.line()
        for k in 0..<tile.blocks {
            let (a, b) = isRow ? ((k, r), (k + 1, r)) : ((r, k), (r, k + 1))
            if isSide, !ownsSide(tile, at: a, isRow: isRow, isFirst: r == 0) { continue }
            if !isSide, r % 2 == 1,
                let estate = gated[
                    isRow ? (r / 2) * (tile.blocks / 2) + k / 2 : (k / 2) * (tile.blocks / 2) + r / 2]
            {
                enter(estate, isRow: isRow, isFirst: k % 2 == 0, line: line)
                continue
            }
            guard let from = junction(tile.crossing(a.0, a.1)), let to = junction(tile.crossing(b.0, b.1)),
                isDry(from, to)
            else { continue }
            let isLeftOut = random.chance(isSide ? 0.015 : tile.isUrban ? 0.13 : 0.25)
            let isStepped = kind == .footway && random.chance(0.12)
            let bends = tile.isUrban ? (random.chance(0.6) ? random.whole(1...2) : 0) : random.whole(0...2)
            draft.add(
                from, to, line: line, isStepped ? .steps : kind, bends: bends, isBuilt: !isLeftOut)
        }
    }

    /// Of the two tiles beside a side the one with the closer streets lays it, else the northern or eastern.
    private func ownsSide(_ tile: Tile, at crossing: (Int, Int), isRow: Bool, isFirst: Bool) -> Bool {
        let p = tile.crossing(crossing.0, crossing.1)
        let beyond =
            isRow
            ? ground.tiling.owner(cell: p.i, isFirst ? p.j - 1 : p.j)
            : ground.tiling.owner(cell: isFirst ? p.i - 1 : p.i, p.j)
        guard let beyond else { return true }
        let other = ground.tiling.tiles[beyond].step
        return tile.step < other || (tile.step == other && isFirst)
    }

    /// After how many halvings of the study area a lattice line appears; its edges count as the first.
    private func halvings(of line: Int) -> Int {
        let cells = ground.tiling.lattice.cells
        guard line > 0, line < cells else { return 1 }
        return cells.trailingZeroBitCount - line.trailingZeroBitCount
    }

    /// A private street from the street outside to the heart of an estate, through a gate where it has one.
    private mutating func enter(_ estate: Estate, isRow: Bool, isFirst: Bool, line: Int32) {
        let side: Estate.Side = isRow ? (isFirst ? .west : .east) : (isFirst ? .south : .north)
        let tile = ground.tiling.tiles[estate.tile]
        let (mouth, heart) = (estate.mouth(side), estate.heart)
        guard let outer = junction(tile.crossing(mouth.0, mouth.1)),
            let inner = junction(tile.crossing(heart.0, heart.1))
        else { return }
        let kind: StreetKind = estate.isPermissive ? .permissive : .privateStreet
        guard estate.gates.contains(side) else {
            draft.add(outer, inner, line: line, kind)
            return
        }
        let gate = draft.junction(ground.gate(of: estate, side))
        draft.kinds.append((gate, .gate))
        draft.add(outer, gate, line: line, kind)
        draft.add(gate, inner, line: line, kind)
    }

    /// A block gets a way across, a dead end, or nothing.
    private mutating func fill(block k: Int, _ r: Int, of tile: Tile) {
        let isLeaning = random.chance(0.5)
        let (a, b) = isLeaning ? ((k, r), (k + 1, r + 1)) : ((k + 1, r), (k, r + 1))
        let (spur, across) = (tile.isUrban ? 0.45 : 0.25, tile.isUrban ? 0.12 : 0)
        let choice = random.unit()
        guard choice < spur + across, let from = junction(tile.crossing(a.0, a.1)),
            let to = junction(tile.crossing(b.0, b.1)), isDry(from, to)
        else { return }
        let (p, q) = (draft.places[Int(from)], draft.places[Int(to)])
        let line = draft.line()
        if choice < across {
            draft.add(from, to, line: line, .footway, bends: random.whole(1...2))
            return
        }
        let kind = StreetKind.spur(isUrban: tile.isUrban, random: &random)
        let vertices = tile.isUrban ? random.whole(1...3) : random.whole(2...4)
        let reach = random.between(0.2, 0.45)
        var last = from
        for v in 1...vertices {
            let t = reach * Double(v) / Double(vertices)
            let place = PlanePoint(
                x: p.x + (q.x - p.x) * (t + random.between(-0.03, 0.03)),
                y: p.y + (q.y - p.y) * (t + random.between(-0.03, 0.03)))
            if ground.waters.contains(place) { return }
            let next = draft.junction(place)
            draft.add(last, next, line: line, kind)
            last = next
        }
    }

    // MARK: Over the water and over everything

    /// A few bridges, each along a street line, away from the islands.
    private mutating func bridge() {
        let lattice = ground.tiling.lattice
        let river = ground.waters.river
        // On a line that every community it meets has a street along.
        let stride = ground.tiling.tiles.map(\.step).max() ?? 1
        let rows = lattice.cells / stride
        var used: Set<Int> = []
        for number in 0..<ground.dimensions.bridges {
            let wanted = Int((Double(number) + 0.5) / Double(ground.dimensions.bridges) * Double(rows))
            let order = (0..<rows).map { ($0 + 1) / 2 * ($0 % 2 == 0 ? 1 : -1) + wanted }
            let free = order.first { row in
                guard row > 0, row < rows, !used.contains(row) else { return false }
                let y = Double(row * stride) * lattice.spacing
                let margin = 4 * lattice.spacing * Double(stride)
                return river.islands.allSatisfy {
                    y < Double($0.lowerBound) * river.spacing - margin * 0.5
                        || y > Double($0.upperBound) * river.spacing + margin * 0.5
                }
            }
            guard let free else { continue }
            used.insert(free)
            if let (west, east) = banks(row: free * stride) {
                let line = draft.line()
                let length = draft.places[Int(west)].distance(to: draft.places[Int(east)])
                draft.add(west, east, line: line, .bridge, bends: min(40, max(1, Int(length / 120))))
                bridges += 1
            }
        }
    }

    /// The last junction before the river and the first one behind it along a row of the lattice.
    private mutating func banks(row j: Int) -> (Int32, Int32)? {
        var (i, west, east): (Int, Int32?, Int32?) = (0, nil, nil)
        let cells = ground.tiling.lattice.cells
        while i <= cells, east == nil {
            let p = LatticePoint(i: i, j: j)
            let bank = ground.waters.river.bank(at: ground.tiling.place(p))
            if bank == .west, let found = junction(p) { west = found }
            if bank == .east { east = junction(p) }
            let above = ground.tiling.owner(cell: i, j).map { ground.tiling.tiles[$0].step }
            let below = ground.tiling.owner(cell: i, j - 1).map { ground.tiling.tiles[$0].step }
            i += min(above ?? cells, below ?? cells)
        }
        guard let west, let east else { return nil }
        return (west, east)
    }

    /// Motorways on stilts from edge to edge, which share no junction with the streets below.
    private mutating func crossOver() {
        let side = ground.dimensions.side
        for number in 0..<ground.dimensions.motorways {
            let line = draft.line()
            let (start, end) = (random.between(0.15, 0.85) * side, random.between(0.15, 0.85) * side)
            let isWestEast = number % 2 == 0
            let pieces = max(8, Int(side / 450))
            var last: Int32?
            for piece in 0...pieces {
                let t = Double(piece) / Double(pieces)
                let bulge = 4 * t * (1 - t) * side * 0.04
                let (along, across) = (t * side, start + (end - start) * t + bulge)
                let next = draft.junction(
                    isWestEast ? PlanePoint(x: along, y: across) : PlanePoint(x: across, y: along))
                if let last { draft.add(last, next, line: line, .motorway) }
                last = next
            }
        }
    }

    /// Joins what lies apart; see ``StreetDraft/connect()``.
    mutating func connect() -> Int { draft.connect() }
}
