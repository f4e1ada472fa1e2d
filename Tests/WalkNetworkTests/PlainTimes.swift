import Geodesy
import Geometry
import WalkNetwork

/// Walking times once more, as plainly as can be: every segment by itself, nothing contracted, labels spread until
/// none gets better (Bellman and Ford).
///
/// Streets without blocked nodes only.
struct PlainTimes {
    /// Where a place lies: on a segment, so far from its first node, with a leg, in micrometres.
    struct Joint {
        let segment: Int
        let fromStart: Int64
        let leg: Int64
    }

    /// A segment between two nodes.
    struct Segment {
        let a: Int
        let b: Int
        let length: Int64
        /// In microseconds, from a to b and back; nothing where it is refused.
        let there: Int64?
        let back: Int64?
    }

    let segments: [Segment]
    private let waits: [Int64]
    private let speed: Double

    init(segments: [Segment], waits: [Int64], speed: Double) {
        (self.segments, self.waits, self.speed) = (segments, waits, speed)
    }

    /// A stretch of a segment, with what of its time falls to it.
    private func time(_ s: Segment, from start: Int64, to end: Int64) -> Int64? {
        guard start != end else { return 0 }
        guard let whole = start < end ? s.there : s.back else { return nil }
        func at(_ position: Int64) -> Int64 {
            position == s.length
                ? whole : Int64((Double(whole) * (Double(position) / Double(s.length))).rounded())
        }
        return abs(at(end) - at(start))
    }

    private func legTime(_ leg: Int64) -> Int64 { Int64((Double(leg) / speed).rounded()) }

    /// The time of the quickest walk from a place to a facility; nothing where there is none.
    func quickest(from place: Joint, to facility: Joint) -> Int64? {
        // What is still to be walked by who comes to a node: with its wait, unless the walk ends just there.
        var labels = [Int64?](repeating: nil, count: waits.count)
        func offer(_ node: Int, _ time: Int64) { labels[node] = min(labels[node] ?? .max, time) }
        let last = segments[facility.segment]
        for (node, end) in [(last.a, Int64(0)), (last.b, last.length)] {
            if let time = time(last, from: end, to: facility.fromStart) {
                offer(
                    node,
                    time + legTime(facility.leg) + (end == facility.fromStart ? 0 : waits[node]))
            }
        }
        for _ in 0..<waits.count {
            for s in segments {
                if let there = s.there, let label = labels[s.b] { offer(s.a, waits[s.a] + there + label) }
                if let back = s.back, let label = labels[s.a] { offer(s.b, waits[s.b] + back + label) }
            }
        }
        // Who sets out at a node is on all of its segments.
        let first = segments[place.segment]
        var starts = [(place.segment, place.fromStart)]
        if place.fromStart == 0 || place.fromStart == first.length {
            let node = place.fromStart == 0 ? first.a : first.b
            starts = segments.indices.flatMap { i in
                (segments[i].a == node ? [(i, Int64(0))] : [])
                    + (segments[i].b == node ? [(i, segments[i].length)] : [])
            }
        }
        var best: Int64?
        for (index, position) in starts {
            let s = segments[index]
            for (node, end) in [(s.a, Int64(0)), (s.b, s.length)] where end != position {
                if let label = labels[node], let time = time(s, from: position, to: end) {
                    best = min(best ?? .max, time + label)
                }
            }
            var ends = [(facility.segment, facility.fromStart)]
            if facility.fromStart == 0 || facility.fromStart == last.length {
                let node = facility.fromStart == 0 ? last.a : last.b
                ends = [
                    (s.a == node ? [(index, Int64(0))] : []), (s.b == node ? [(index, s.length)] : []),
                ].flatMap { $0 }
            }
            for (onto, at) in ends where onto == index {
                if let time = time(s, from: position, to: at) {
                    best = min(best ?? .max, time + legTime(facility.leg))
                }
            }
        }
        return best.map { $0 + legTime(place.leg) }
    }
}
