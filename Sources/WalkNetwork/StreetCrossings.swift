internal import Geometry

/// Lines with a vertex put in wherever two of them cross or touch on the plane.
struct StreetCrossings {
    /// The vertex indices of each line with the added ones in their place.
    let runs: [[Int32]]
    /// Where the added vertices lie; their indices go on from the last of the vertices given.
    let added: [PlanePoint]

    /// Finds all crossings through a grid of segments.
    init(runs: [[Int32]], locations: [PlanePoint]) {
        var segments: [Segment] = []
        for (run, vertices) in runs.enumerated() {
            for i in vertices.indices.dropLast() {
                segments.append(
                    Segment(
                        run: run, place: i, a: locations[Int(vertices[i])], b: locations[Int(vertices[i + 1])]
                    ))
            }
        }
        var added: [PlanePoint] = []
        var cuts = [[(fraction: Double, vertex: Int32)]](repeating: [], count: segments.count)
        for (s, t) in SegmentPairs(segments.map { ($0.a, $0.b) }, margin: Streets.meetingDistance).pairs {
            for meeting in SegmentMeeting.meetings(
                of: (segments[s].a, segments[s].b), with: (segments[t].a, segments[t].b))
            {
                let vertex = Int32(locations.count + added.count)
                added.append(meeting.place)
                cuts[s].append((meeting.onFirst, vertex))
                cuts[t].append((meeting.onSecond, vertex))
            }
        }
        var result = runs.map { Array($0.prefix(1)) }
        for (index, segment) in segments.enumerated() {
            for cut in cuts[index].sorted(by: { ($0.fraction, $0.vertex) < ($1.fraction, $1.vertex) }) {
                result[segment.run].append(cut.vertex)
            }
            result[segment.run].append(runs[segment.run][segment.place + 1])
        }
        self.runs = result
        self.added = added
    }

    private struct Segment {
        let run: Int
        let place: Int
        let a: PlanePoint
        let b: PlanePoint
    }
}
