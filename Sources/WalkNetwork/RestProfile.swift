/// How much walk is left along a segment, by how far from its start: straight pieces, never more than the longest leg.
///
/// What is left at either end, and at a facility in between, lessens by a metre for each metre away from it.
struct RestProfile {
    /// A place along the segment and what is left there, in metres on the ground.
    typealias Knot = (along: Double, rest: Double)

    /// Where the pieces meet, from the start to the end: the first ``count`` of them, as room is used again.
    private(set) var knots: ContiguousArray<Knot> = []
    /// How many knots there are.
    private(set) var count = 0
    private var peaks: ContiguousArray<Knot> = []

    /// Describes a segment by what is left at its ends and at places in between.
    mutating func describe(length: Double, start: Double, end: Double, leg: Double, between: [Knot] = []) {
        count = 0
        if between.isEmpty {
            put((0, min(start, leg)))
            previous = start
            descend(from: (0, start), to: (length, end), leg)
            return
        }
        peaks.removeAll(keepingCapacity: true)
        peaks.append((0, start))
        peaks += between
        peaks.append((length, end))
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
        put((peaks[0].along, min(peaks[0].rest, leg)))
        previous = peaks[0].rest
        for i in 1..<peaks.count { descend(from: peaks[i - 1], to: peaks[i], leg) }
    }

    /// Adds the way from one peak to the next, with the valley between them.
    private mutating func descend(from a: Knot, to b: Knot, _ leg: Double) {
        let valley = (a.along + b.along + a.rest - b.rest) / 2
        if valley > a.along && valley < b.along {
            add((valley, (a.rest + b.rest - (b.along - a.along)) / 2), leg)
        }
        add(b, leg)
    }

    private mutating func add(_ knot: Knot, _ leg: Double) {
        let last = knots[count - 1]
        if (previous > leg) != (knot.rest > leg) {
            let share = (leg - previous) / (knot.rest - previous)
            put((last.along + share * (knot.along - last.along), leg))
        }
        previous = knot.rest
        put((knot.along, min(knot.rest, leg)))
    }

    @inline(__always)
    private mutating func put(_ knot: Knot) {
        if count < knots.count { knots[count] = knot } else { knots.append(knot) }
        count += 1
    }

    /// What was left at the last knot before the longest leg cut it.
    private var previous = 0.0

    /// How much is left at a place.
    @inline(__always)
    func rest(at along: Double) -> Double {
        var k = 1
        while k < count - 1 && knots[k].along < along { k += 1 }
        let (a, b) = (knots[k - 1], knots[k])
        guard b.along > a.along else { return b.rest }
        return a.rest + (b.rest - a.rest) * min(max((along - a.along) / (b.along - a.along), 0), 1)
    }
}
