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
    }

    private var steps: ContiguousArray<Step> = []
    private var smallRings: [[PlanePoint]] = []

    /// Adds a step through one cell.
    mutating func add(from: LatticeSide, cutAt cut: LatticeCut, to: LatticeSide) {
        steps.append(Step(from: from, cut: cut, to: to))
    }

    /// Adds a small ring around a place in a cell whose sides no boundary cuts.
    mutating func addRing(around place: PlanePoint, column: Int, row: Int, spacing: Double, isHole: Bool) {
        let x = min(max(place.x / spacing, Double(column) + 0.15), Double(column) + 0.85) * spacing
        let y = min(max(place.y / spacing, Double(row) + 0.15), Double(row) + 0.85) * spacing
        let r = 0.1 * spacing
        let ring = [
            PlanePoint(x: x + r, y: y), PlanePoint(x: x, y: y + r), PlanePoint(x: x - r, y: y),
            PlanePoint(x: x, y: y - r), PlanePoint(x: x + r, y: y),
        ]
        smallRings.append(isHole ? ring.reversed() : ring)
    }

    /// Adds what another contour of the same lattice holds.
    mutating func append(_ other: LatticeContour) {
        steps.append(contentsOf: other.steps)
        smallRings.append(contentsOf: other.smallRings)
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
        for first in steps.indices where !isDone[first] {
            var windows: [Window] = []
            var at: Int? = first
            while let index = at, !isDone[index] {
                isDone[index] = true
                windows.append(Window(steps[index].from, steps[index].cut, spacing: spacing))
                at = stepFrom[steps[index].to]
            }
            // A chain that does not come back is no boundary; the lattice makes none.
            if at == first { rings.append(Self.straightened(windows)) }
        }
        return rings + smallRings
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

    /// Replaces runs of cuts by straight lines through the windows between, from the first cut round to it again.
    private static func straightened(_ windows: [Window]) -> [PlanePoint] {
        var ring = [windows[0].cut]
        var anchor = 0
        while anchor < windows.count {
            let origin = windows[anchor].cut
            var left = windows[(anchor + 1) % windows.count].left
            var right = windows[(anchor + 1) % windows.count].right
            var farthest = anchor + 1
            var next = anchor + 1
            while next < windows.count {
                let window = windows[(next + 1) % windows.count]
                guard turn(origin, right, window.cut) >= 0 || turn(origin, left, window.cut) <= 0 else {
                    break
                }
                if turn(origin, right, window.cut) >= 0 && turn(origin, left, window.cut) <= 0 {
                    farthest = next + 1
                }
                if turn(origin, left, window.left) <= 0 { left = window.left }
                if turn(origin, right, window.right) >= 0 { right = window.right }
                guard turn(origin, right, left) > 0 else { break }
                next += 1
            }
            ring.append(windows[farthest % windows.count].cut)
            anchor = farthest
        }
        return ring
    }

    /// Positive where `q` lies to the left of the way from `o` to `p`.
    private static func turn(_ o: PlanePoint, _ p: PlanePoint, _ q: PlanePoint) -> Double {
        (p.x - o.x) * (q.y - o.y) - (p.y - o.y) * (q.x - o.x)
    }
}
