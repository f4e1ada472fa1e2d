internal import Geometry

/// Which segments can be the nearest to some place in each cell of a coarse lattice, whoever walks on them.
///
/// A segment can be nearest to a place in a cell only if it lies no farther from the middle than the nearest does, plus
/// the cell's diagonal. The lists depend on the streets alone, so that all circles share them. Cells that are
/// farther than the longest leg from any street list nothing. Cells stand in square tiles; a tile that no circle
/// needs is left out.
struct StreetCells: Sendable {
    /// How many fine cells of the drawing a cell has on a side.
    static let cellSize = 8
    /// How many cells a tile has on a side.
    static let tileSize = 8

    /// The side of a fine cell, in metres of the plane.
    let spacing: Double
    /// The tiles' columns and rows.
    let columns: Range<Int>
    let rows: Range<Int>
    /// Which list of tiles each tile is, row by row; -1 for one left out.
    private let tileNumbers: ContiguousArray<Int32>
    /// Cell `c` of tile `t` lists `segments[offsets[t * 64 + c]..<offsets[t * 64 + c + 1]]`.
    private let offsets: ContiguousArray<Int32>
    private let segments: ContiguousArray<Int32>

    /// Lists the segments for all tiles that meet one of some boxes.
    ///
    /// - Parameters:
    ///   - network: The network.
    ///   - boxes: Where circles may be drawn.
    ///   - spacing: The side of a fine cell, in metres of the plane.
    ///   - leg: The longest leg, in metres of the plane.
    ///   - jobs: How many rows of tiles are filled at once.
    init(
        of network: WalkNetwork, over boxes: [Envelope<PlanePoint>], spacing: Double, leg: Double, jobs: Int
    ) async {
        self.spacing = spacing
        let side = spacing * Double(Self.cellSize * Self.tileSize)
        func tiles(_ low: Double, _ high: Double) -> Range<Int> {
            Int((low / side).rounded(.down))..<Int((high / side).rounded(.down)) + 1
        }
        guard var all = boxes.first else {
            (columns, rows, tileNumbers, offsets, segments) = (0..<0, 0..<0, [], [0], [])
            return
        }
        for box in boxes { all.extend(to: box) }
        let (columns, rows) = (tiles(all.west, all.east), tiles(all.south, all.north))
        var isNeeded = ContiguousArray(repeating: false, count: columns.count * rows.count)
        for box in boxes {
            for row in tiles(box.south, box.north) {
                for column in tiles(box.west, box.east) {
                    isNeeded[(row - rows.lowerBound) * columns.count + column - columns.lowerBound] = true
                }
            }
        }
        let needed = isNeeded.indices.filter { isNeeded[$0] }
        let parts = await FixedChunks.map(count: needed.count, size: 32, jobs: jobs) { range in
            var filling = Filling(network: network, spacing: spacing, leg: leg)
            for index in needed[range] {
                filling.fill(
                    column: (columns.lowerBound + index % columns.count) * Self.tileSize,
                    row: (rows.lowerBound + index / columns.count) * Self.tileSize)
            }
            return (filling.counts, filling.segments)
        }
        var numbers = ContiguousArray<Int32>(repeating: -1, count: isNeeded.count)
        for (number, index) in needed.enumerated() { numbers[index] = Int32(number) }
        var offsets: ContiguousArray<Int32> = [0]
        var segments: ContiguousArray<Int32> = []
        for (counts, listed) in parts {
            for count in counts { offsets.append(offsets[offsets.count - 1] + count) }
            segments.append(contentsOf: listed)
        }
        (self.columns, self.rows, tileNumbers) = (columns, rows, numbers)
        (self.offsets, self.segments) = (offsets, segments)
    }

    /// Every cell that lists a segment and meets a box: its column and row, and the segments' indices.
    func forEachCell(
        meeting box: Envelope<PlanePoint>, inRows tileRows: Range<Int>? = nil,
        _ body: (Int, Int, Range<Int>) -> Void
    ) {
        let side = spacing * Double(Self.cellSize)
        let cellColumns = Int((box.west / side).rounded(.down))...Int((box.east / side).rounded(.down))
        let cellRows = Int((box.south / side).rounded(.down))...Int((box.north / side).rounded(.down))
        for tileRow in tileRows ?? rows {
            for tileColumn in columns {
                let (column, row) = (tileColumn * Self.tileSize, tileRow * Self.tileSize)
                let tile = (tileRow - rows.lowerBound) * columns.count + tileColumn - columns.lowerBound
                guard tileNumbers[tile] >= 0, column <= cellColumns.upperBound, row <= cellRows.upperBound,
                    column + Self.tileSize > cellColumns.lowerBound, row + Self.tileSize > cellRows.lowerBound
                else { continue }
                for cell in 0..<Self.tileSize * Self.tileSize {
                    let at = Int(tileNumbers[tile]) * Self.tileSize * Self.tileSize + cell
                    let (x, y) = (column + cell % Self.tileSize, row + cell / Self.tileSize)
                    if offsets[at] < offsets[at + 1], cellColumns.contains(x), cellRows.contains(y) {
                        body(x, y, Int(offsets[at])..<Int(offsets[at + 1]))
                    }
                }
            }
        }
    }

    /// The segment at an index of a cell's list.
    @inline(__always)
    func segment(_ index: Int) -> Int { Int(segments[index]) }

    /// The lists of some tiles in the making.
    private struct Filling {
        let network: WalkNetwork
        let spacing: Double
        let leg: Double
        private(set) var counts: ContiguousArray<Int32> = []
        private(set) var segments: ContiguousArray<Int32> = []
        private var distances: ContiguousArray<Double> = []

        init(network: WalkNetwork, spacing: Double, leg: Double) {
            (self.network, self.spacing, self.leg) = (network, spacing, leg)
        }

        /// Halves the tile twice and lists what may be nearest in the parts, before its cells are filled.
        mutating func fill(column: Int, row: Int) {
            let cell = spacing * Double(StreetCells.cellSize)
            let side = cell * Double(StreetCells.tileSize)
            let low = PlanePoint(x: Double(column) * cell, y: Double(row) * cell)
            var near: ContiguousArray<Int32> = []
            network.segmentIndex.forEachSegment(
                near: Envelope(west: low.x, south: low.y, east: low.x + side, north: low.y + side),
                within: leg
            ) { v in near.append(Int32(v)) }
            let quarters = (0..<16).map { index in
                select(
                    among: near,
                    at: PlanePoint(
                        x: low.x + (Double(index % 4) + 0.5) * side / 4,
                        y: low.y + (Double(index / 4) + 0.5) * side / 4), half: side / 8)
            }
            for y in 0..<StreetCells.tileSize {
                for x in 0..<StreetCells.tileSize {
                    let listed = select(
                        among: quarters[y / 2 * 4 + x / 2],
                        at: PlanePoint(
                            x: low.x + (Double(x) + 0.5) * cell, y: low.y + (Double(y) + 0.5) * cell),
                        half: cell / 2)
                    counts.append(Int32(listed.count))
                    segments.append(contentsOf: listed)
                }
            }
        }

        private mutating func select(
            among near: ContiguousArray<Int32>, at middle: PlanePoint, half: Double
        ) -> ContiguousArray<Int32> {
            distances.removeAll(keepingCapacity: true)
            var least = Double.infinity
            for v in near {
                let foot = SegmentFoot(
                    of: middle, from: network.vertexLocations[Int(v)], to: network.vertexLocations[Int(v) + 1]
                )
                distances.append(foot.squaredDistance)
                least = min(least, foot.squaredDistance)
            }
            let radius = half * 2.0.squareRoot()
            guard least.squareRoot() - radius <= leg + 1 else { return [] }
            let farthest = least.squareRoot() + 2 * radius + 1e-6
            var listed: ContiguousArray<Int32> = []
            for (index, v) in near.enumerated() where distances[index] <= farthest * farthest {
                listed.append(v)
            }
            return listed
        }
    }
}
