internal import Geodesy
internal import Geometry

/// Places where streets on one level cross or touch on the plane and have no node in common.
struct PlanCrossings {
    let findings: [NetworkDiagnosis.Finding]

    /// A crossing as it is listed once, however many segments meet there.
    private struct Listed: Hashable {
        let ways: Set<Int64>
        let place: PlanePoint
    }

    /// Looks at all pairs of segments whose boxes meet.
    init(of streets: DiagnosedStreets, on plane: WorkingPlane) {
        let graph = streets.graph
        let segments = graph.segments.map { (a: graph.location(of: $0.a), b: graph.location(of: $0.b)) }
        var listed = Set<Listed>()
        var crossings: [(place: PlanePoint, first: Int64, second: Int64)] = []
        for (s, t) in SegmentPairs(segments, margin: Streets.meetingDistance).pairs {
            guard streets.level(ofSegment: s) == streets.level(ofSegment: t),
                streets.nodes(ofSegment: s).isDisjoint(with: streets.nodes(ofSegment: t))
            else { continue }
            for meeting in SegmentMeeting.meetings(of: segments[s], with: segments[t])
            // An end that touches a street has missed it.
            where !streets.isEnd(of: s, at: meeting.onFirst) && !streets.isEnd(of: t, at: meeting.onSecond) {
                let (first, second) = (streets.way(ofSegment: s), streets.way(ofSegment: t))
                if listed.insert(Listed(ways: [first, second], place: meeting.place)).inserted {
                    crossings.append((meeting.place, first, second))
                }
                break
            }
        }
        findings = zip(crossings, plane.unproject(crossings.map(\.place))).map { crossing, place in
            var finding = NetworkDiagnosis.Finding(kind: .crossing, place: place, way: crossing.first)
            finding.other = crossing.second
            return finding
        }
    }
}
