internal import Geometry

/// The streets of one circle as numbered pieces.
///
/// Pieces are made of a segment when it is first asked for; the columns are used again for the next circle.
struct CirclePieces {
    private let network: WalkNetwork
    private var pieces: ContiguousArray<CirclePiece> = []
    /// The pieces of segment `v` begin at `starts[v]` and there are `counts[v]`; -1 before they are made.
    private var starts: ContiguousArray<Int32>
    private var counts: ContiguousArray<Int32>
    private var touched: ContiguousArray<Int32> = []

    /// Makes room for the segments of a network.
    init(of network: WalkNetwork) {
        self.network = network
        starts = ContiguousArray(repeating: -1, count: network.vertexLocations.count)
        counts = ContiguousArray(repeating: 0, count: network.vertexLocations.count)
    }

    /// A piece by its number.
    @inline(__always)
    subscript(number: Int32) -> CirclePiece { pieces[Int(number)] }

    /// Forgets all pieces.
    mutating func reset() {
        for v in touched { starts[Int(v)] = -1 }
        touched.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
    }

    /// Appends the numbers of a segment's pieces to a list.
    ///
    /// - Parameters:
    ///   - v: The segment.
    ///   - field: The walks from nodes and facilities, the same until the next reset.
    ///   - limit: The longest walk, in metres.
    ///   - numbers: Where the numbers go.
    /// - Returns: Whether a walk within the limit leads from any of them.
    mutating func append(
        ofSegment v: Int, by field: CircleField, limit: Double, to numbers: inout ContiguousArray<Int32>
    ) -> Bool {
        if starts[v] < 0 {
            starts[v] = Int32(pieces.count)
            touched.append(Int32(v))
            field.appendPieces(ofSegment: v, of: network, to: &pieces)
            counts[v] = Int32(pieces.count) - starts[v]
        }
        var isReached = false
        for number in starts[v]..<starts[v] + counts[v] {
            numbers.append(number)
            let piece = pieces[Int(number)]
            isReached = isReached || min(piece.walkFromA, piece.walkFromB) <= limit
        }
        return isReached
    }
}
