internal import Geometry

/// The pairs of segments whose boxes come near each other, each pair once, in ascending order.
struct SegmentPairs {
    /// Indices of the two segments, the smaller first.
    let pairs: [(Int, Int)]

    /// Sweeps the boxes from west to east (each widened by a margin, in metres).
    init(_ segments: [(a: PlanePoint, b: PlanePoint)], margin: Double) {
        let wests = segments.map { min($0.a.x, $0.b.x) - margin }
        let easts = segments.map { max($0.a.x, $0.b.x) }
        let souths = segments.map { min($0.a.y, $0.b.y) - margin }
        let norths = segments.map { max($0.a.y, $0.b.y) }
        // Rows as tall as a usual segment keep the sweep short: a box is swept in every row that it touches.
        let height = max(
            segments.indices.reduce(0) { $0 + (norths[$1] - souths[$1]) } / Double(max(segments.count, 1))
                * 4, 1)
        var rows: [Int: [Int]] = [:]
        for index in segments.indices.sorted(by: { (wests[$0], $0) < (wests[$1], $1) }) {
            for row in Int(
                (souths[index] / height).rounded(.down))...Int((norths[index] / height).rounded(.down))
            {
                rows[row, default: []].append(index)
            }
        }
        var found: [(Int, Int)] = []
        for row in rows.keys.sorted() {
            var open: [Int] = []
            for index in rows[row] ?? [] {
                open.removeAll { easts[$0] < wests[index] }
                for other in open where souths[index] <= norths[other] && souths[other] <= norths[index] {
                    // Counted in the lowest row that both touch.
                    let lowest = Int((max(souths[index], souths[other]) / height).rounded(.down))
                    if lowest == row { found.append((min(index, other), max(index, other))) }
                }
                open.append(index)
            }
        }
        pairs = found.sorted { $0 < $1 }
    }
}
