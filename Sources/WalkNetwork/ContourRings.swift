internal import Geometry

/// Joins the steps of a contour to rings.
///
/// Each ring is pulled straight inside the cells that it passes: a straight line replaces some steps where it cuts the
/// same sides, near the same places and away from their ends. Every side is cut once at most, so no two lines
/// meet, and the boundary passes through the same cells as before. The columns are used again.
struct ContourRings {
    /// Indices of steps by the side they come from: a table of open addresses, twice as large as it need be.
    private var table: ContiguousArray<Int32> = []
    private var mask = 0
    private var windows: ContiguousArray<Window> = []
    private var ringSteps: ContiguousArray<Int32> = []
    private var corners: ContiguousArray<Int> = []
    private var isDone: ContiguousArray<Bool> = []
    /// For each step the line that replaced it.
    private var lines: ContiguousArray<(a: PlanePoint, b: PlanePoint)> = []
    /// For each step the number of that line.
    private var lineNumbers: ContiguousArray<Int32> = []

    /// The rings of a boundary, closed, the inside on the left.
    mutating func rings(of contour: LatticeContour, spacing: Double) -> [[PlanePoint]] {
        let steps = contour.steps
        index(steps)
        isDone.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
        lineNumbers.removeAll(keepingCapacity: true)
        var lineCount: Int32 = 0
        let keepsLines = !contour.openCells.isEmpty
        for _ in steps.indices {
            isDone.append(false)
            guard keepsLines else { continue }
            lines.append((PlanePoint(x: 0, y: 0), PlanePoint(x: 0, y: 0)))
            lineNumbers.append(-1)
        }
        var rings: [[PlanePoint]] = []
        for first in steps.indices where !isDone[first] {
            windows.removeAll(keepingCapacity: true)
            ringSteps.removeAll(keepingCapacity: true)
            var at: Int? = first
            while let index = at, !isDone[index] {
                isDone[index] = true
                windows.append(Window(steps[index], spacing: spacing))
                ringSteps.append(Int32(index))
                at = step(from: steps[index].to, in: steps)
            }
            // A chain that does not come back is no boundary; the lattice makes none.
            guard at == first else { continue }
            straighten()
            var ring: [PlanePoint] = []
            ring.reserveCapacity(corners.count)
            for corner in corners { ring.append(windows[corner == windows.count ? 0 : corner].cut) }
            if keepsLines {
                for line in 0..<corners.count - 1 {
                    for step in corners[line]..<corners[line + 1] {
                        lines[Int(ringSteps[step])] = (ring[line], ring[line + 1])
                        lineNumbers[Int(ringSteps[step])] = lineCount
                    }
                    lineCount += 1
                }
            }
            rings.append(ring)
        }
        return rings
    }

    /// Every line of the last boundary that passes a cell or one beside it, and some more.
    func forEachLine(
        nearColumn column: Int, row: Int, of contour: LatticeContour, _ body: (PlanePoint, PlanePoint) -> Void
    ) {
        var last: Int32 = -1
        for y in row - 1...row + 2 {
            for x in column - 1...column + 2 {
                for isUpright in [false, true] {
                    let side = LatticeSide(column: x, row: y, isUpright: isUpright)
                    guard let index = step(from: side, in: contour.steps), lineNumbers[index] != last
                    else { continue }
                    last = lineNumbers[index]
                    body(lines[index].a, lines[index].b)
                }
            }
        }
    }

    private mutating func index(_ steps: ContiguousArray<ContourStep>) {
        var size = 64
        while size < 2 * steps.count { size *= 2 }
        if table.count < size {
            table = ContiguousArray(repeating: -1, count: size)
        } else {
            size = table.count
            for i in 0..<size { table[i] = -1 }
        }
        mask = size - 1
        for (index, step) in steps.enumerated() {
            var at = slot(step.from)
            while table[at] >= 0 { at = (at + 1) & mask }
            table[at] = Int32(index)
        }
    }

    @inline(__always)
    private func slot(_ side: LatticeSide) -> Int {
        let hash = UInt64(bitPattern: Int64(side.number)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: hash >> 32) & mask
    }

    @inline(__always)
    private func step(from side: LatticeSide, in steps: ContiguousArray<ContourStep>) -> Int? {
        var at = slot(side)
        while table[at] >= 0 {
            let index = Int(table[at])
            if steps[index].from == side { return index }
            at = (at + 1) & mask
        }
        return nil
    }

    /// Where a line may cut a side: around the cut found, the inside on the left.
    private struct Window: BitwiseCopyable {
        let cut: PlanePoint
        let left: PlanePoint
        let right: PlanePoint

        init(_ step: ContourStep, spacing: Double) {
            let fraction = min(max(Double(step.fraction), 0.1), 0.9)
            let (low, high) = (max(fraction - 0.3, 0.06), min(fraction + 0.3, 0.94))
            cut = step.from.point(at: fraction, spacing: spacing)
            left = step.from.point(at: step.isFirstEndInside ? low : high, spacing: spacing)
            right = step.from.point(at: step.isFirstEndInside ? high : low, spacing: spacing)
        }
    }

    /// Replaces runs of cuts by straight lines through the windows between: the indices of the cuts that stay.
    ///
    /// From the first cut round to it again, whose index then is the number of windows.
    private mutating func straighten() {
        corners.removeAll(keepingCapacity: true)
        corners.append(0)
        var anchor = 0
        while anchor < windows.count {
            let origin = windows[anchor].cut
            let beside = windows[anchor + 1 == windows.count ? 0 : anchor + 1]
            var (left, right) = (beside.left, beside.right)
            var farthest = anchor + 1
            var next = anchor + 2
            while next <= windows.count {
                let window = windows[next == windows.count ? 0 : next]
                if turn(origin, right, window.cut) >= 0 && turn(origin, left, window.cut) <= 0 {
                    farthest = next
                }
                if turn(origin, left, window.left) <= 0 { left = window.left }
                if turn(origin, right, window.right) >= 0 { right = window.right }
                guard turn(origin, right, left) > 0 else { break }
                next += 1
            }
            corners.append(farthest)
            anchor = farthest
        }
    }

    /// Positive where `q` lies to the left of the way from `o` to `p`.
    @inline(__always)
    private func turn(_ o: PlanePoint, _ p: PlanePoint, _ q: PlanePoint) -> Double {
        (p.x - o.x) * (q.y - o.y) - (p.y - o.y) * (q.x - o.x)
    }
}
