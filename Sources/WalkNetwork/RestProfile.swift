/// How much walk is left along a segment, by how far from its start: straight pieces, never more than the longest leg.
///
/// What is left at either end, and at a facility in between, lessens by a metre for each metre away from it.
struct RestProfile {
    /// A place along the segment and what is left there, in metres on the ground.
    typealias Knot = (along: Double, rest: Double)

    /// Where the pieces meet, from the start to the end.
    private(set) var knots: ContiguousArray<Knot> = []
    private var peaks: ContiguousArray<Knot> = []

    /// Describes a segment by what is left at its ends and at places in between.
    mutating func describe(length: Double, start: Double, end: Double, leg: Double, between: [Knot] = []) {
        peaks.removeAll(keepingCapacity: true)
        peaks.append((0, start))
        for peak in between { peaks.append(peak) }
        peaks.append((length, end))
        if peaks.count > 2 {
            peaks.sort { $0.along < $1.along }
            // One that is nearer by way of another is as much less than that.
            for i in 1..<peaks.count {
                let way = peaks[i].along - peaks[i - 1].along
                peaks[i].rest = max(peaks[i].rest, peaks[i - 1].rest - way)
            }
            for i in (0..<peaks.count - 1).reversed() {
                let way = peaks[i + 1].along - peaks[i].along
                peaks[i].rest = max(peaks[i].rest, peaks[i + 1].rest - way)
            }
        }
        knots.removeAll(keepingCapacity: true)
        add(peaks[0], leg)
        for i in 1..<peaks.count {
            let (a, b) = (peaks[i - 1], peaks[i])
            let valley = (a.along + b.along + a.rest - b.rest) / 2
            if valley > a.along && valley < b.along {
                add((valley, (a.rest + b.rest - (b.along - a.along)) / 2), leg)
            }
            add(b, leg)
        }
    }

    private mutating func add(_ knot: Knot, _ leg: Double) {
        if let last = knots.last {
            let before = max(last.rest, previous)
            if (before > leg) != (knot.rest > leg) {
                let share = (leg - before) / (knot.rest - before)
                knots.append((last.along + share * (knot.along - last.along), leg))
            }
        }
        previous = knot.rest
        knots.append((knot.along, min(knot.rest, leg)))
    }

    /// What was left at the last knot before the longest leg cut it.
    private var previous = 0.0

    /// How much is left at a place.
    @inline(__always)
    func rest(at along: Double) -> Double {
        var k = 1
        while k < knots.count - 1 && knots[k].along < along { k += 1 }
        let (a, b) = (knots[k - 1], knots[k])
        guard b.along > a.along else { return b.rest }
        return a.rest + (b.rest - a.rest) * min(max((along - a.along) / (b.along - a.along), 0), 1)
    }
}
