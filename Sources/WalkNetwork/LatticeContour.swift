internal import Geometry

/// A side of a cell: between a corner of the lattice and the next to the east or to the north.
struct LatticeSide: Hashable, Sendable {
    /// The column of its western or southern end.
    let column: Int
    /// The row of its western or southern end.
    let row: Int
    /// Whether it leads north.
    let isUpright: Bool

    /// A place on it, from 0 at its western or southern end to 1.
    @inline(__always)
    func point(at fraction: Double, spacing: Double) -> PlanePoint {
        isUpright
            ? PlanePoint(x: Double(column) * spacing, y: (Double(row) + fraction) * spacing)
            : PlanePoint(x: (Double(column) + fraction) * spacing, y: Double(row) * spacing)
    }
}

/// Where a boundary cuts a side of a cell.
struct LatticeCut: Sendable {
    /// From 0 at the side's western or southern end to 1.
    let fraction: Double
    /// Whether that end lies inside.
    let isFirstEndInside: Bool
}

/// The boundary of an area as steps from side to side of a lattice's cells, the inside on the left.
struct LatticeContour: Sendable {
    private struct Step: Sendable {
        let from: LatticeSide
        let cut: LatticeCut
        let to: LatticeSide
        let cell: LatticeCell
    }

    private var steps: ContiguousArray<Step> = []
    private var spots: [ContourSpot] = []

    /// Adds a step through one cell.
    mutating func add(
        from: LatticeSide, cutAt cut: LatticeCut, to: LatticeSide, inColumn column: Int, row: Int
    ) {
        steps.append(Step(from: from, cut: cut, to: to, cell: LatticeCell(column: column, row: row)))
    }

    /// Notes a place in a cell whose corners are all of the other kind.
    ///
    /// It gets a small ring around it where no line of the boundary is near enough.
    mutating func addRing(
        around place: PlanePoint, for extent: Envelope<PlanePoint>, inColumn column: Int, row: Int,
        isHole: Bool
    ) {
        spots.append(
            ContourSpot(
                cell: LatticeCell(column: column, row: row), place: place, extent: extent, isHole: isHole))
    }

    /// Adds what another contour of the same lattice holds.
    mutating func append(_ other: LatticeContour) {
        steps.append(contentsOf: other.steps)
        spots.append(contentsOf: other.spots)
    }

    /// The rings of the boundary, closed, the inside on the left.
    ///
    /// Each is pulled straight inside the cells that it passes: a straight line replaces some steps where it cuts
    /// the same sides, near the same places and away from their ends. Every side is cut once at most, so no two
    /// lines meet, and the boundary passes through the same cells as before.
    func rings(spacing: Double) -> [[PlanePoint]] {
        var stepFrom = [LatticeSide: Int](minimumCapacity: steps.count)
        for (index, step) in steps.enumerated() { stepFrom[step.from] = index }
        var isDone = [Bool](repeating: false, count: steps.count)
        var rings: [[PlanePoint]] = []
        var lines = ContourLines(around: spots.map(\.cell))
        for first in steps.indices where !isDone[first] {
            var windows: [Window] = []
            var cells: [LatticeCell] = []
            var at: Int? = first
            while let index = at, !isDone[index] {
                isDone[index] = true
                windows.append(Window(steps[index].from, steps[index].cut, spacing: spacing))
                cells.append(steps[index].cell)
                at = stepFrom[steps[index].to]
            }
            // A chain that does not come back is no boundary; the lattice makes none.
            guard at == first else { continue }
            let corners = Self.straightened(windows)
            for (from, to) in zip(corners, corners.dropFirst()) {
                for step in from..<to {
                    lines.add(windows[from].cut, windows[to % windows.count].cut, through: cells[step])
                }
            }
            rings.append(corners.map { windows[$0 % windows.count].cut })
        }
        for spot in spots where !lines.comeNear(spot, spacing: spacing) {
            let ring = spot.ring(spacing: spacing)
            for (a, b) in zip(ring, ring.dropFirst()) { lines.add(a, b, through: spot.cell) }
            rings.append(ring)
        }
        return rings
    }

    /// Where a line may cut a side: around the cut found, the inside on the left.
    private struct Window {
        let cut: PlanePoint
        let left: PlanePoint
        let right: PlanePoint

        init(_ side: LatticeSide, _ cut: LatticeCut, spacing: Double) {
            let fraction = min(max(cut.fraction, 0.1), 0.9)
            let (low, high) = (max(fraction - 0.3, 0.06), min(fraction + 0.3, 0.94))
            self.cut = side.point(at: fraction, spacing: spacing)
            left = side.point(at: cut.isFirstEndInside ? low : high, spacing: spacing)
            right = side.point(at: cut.isFirstEndInside ? high : low, spacing: spacing)
        }
    }

    /// Replaces runs of cuts by straight lines through the windows between: the indices of the cuts that stay.
    ///
    /// From the first cut round to it again, whose index then is the number of windows.
    private static func straightened(_ windows: [Window]) -> [Int] {
        var corners = [0]
        var anchor = 0
        while anchor < windows.count {
            let origin = windows[anchor].cut
            var left = windows[(anchor + 1) % windows.count].left
            var right = windows[(anchor + 1) % windows.count].right
            var farthest = anchor + 1
            for next in anchor + 2..<max(windows.count + 1, anchor + 2) {
                let window = windows[next % windows.count]
                if turn(origin, right, window.cut) >= 0 && turn(origin, left, window.cut) <= 0 {
                    farthest = next
                }
                if turn(origin, left, window.left) <= 0 { left = window.left }
                if turn(origin, right, window.right) >= 0 { right = window.right }
                guard turn(origin, right, left) > 0 else { break }
            }
            corners.append(farthest)
            anchor = farthest
        }
        return corners
    }

    /// Positive where `q` lies to the left of the way from `o` to `p`.
    private static func turn(_ o: PlanePoint, _ p: PlanePoint, _ q: PlanePoint) -> Double {
        (p.x - o.x) * (q.y - o.y) - (p.y - o.y) * (q.x - o.x)
    }
}
