internal import Geometry

/// A piece as seen from the four corners of a square: whether the whole square agrees with them.
struct PieceCorners {
    private let piece: FacePiece
    private let low: PlanePoint
    private let side: Double
    private var all: UInt8 = 0xFF
    private var some: UInt8 = 0
    private var least = Double.infinity
    private var greatest = -Double.infinity

    /// Looks at a piece from four corners.
    init(of piece: FacePiece, low: PlanePoint, side: Double) {
        (self.piece, self.low, self.side) = (piece, low, side)
        for k in 0..<4 {
            let view = piece.view(
                of: PlanePoint(
                    x: low.x + (k & 1 == 1 ? side : 0), y: low.y + (k & 2 == 2 ? side : 0)))
            all &= view.traits
            some |= view.traits
            least = min(least, view.margin)
            greatest = max(greatest, view.margin)
        }
    }

    /// Whether all of the square is within reach by the piece, or none of it.
    ///
    /// What is left by one end is concave as long as no foot is the other end: if it is enough at the corners, it is
    /// in between. Beside the piece, on one side of the street, it is linear: if it lacks at the corners, it does
    /// in between. Where all feet are one end, it lacks if it does at the place of the square nearest to that end.
    /// Anyhow it changes by at most √2 for each metre, and no place is farther from a corner than half a diagonal.
    func agree(inside: Bool) -> Bool {
        if inside {
            if least >= side * piece.ground + 0.01 { return true }
            return all & PieceTraits.byStart != 0 && some & PieceTraits.atEnd == 0
                || all & PieceTraits.byEnd != 0 && some & PieceTraits.atStart == 0
        }
        if greatest <= -side * piece.ground - 0.01 { return true }
        let isOneReason = all & PieceTraits.far == some & PieceTraits.far
        guard isOneReason else { return false }
        if some & (PieceTraits.atStart | PieceTraits.atEnd) == 0 {
            return all & PieceTraits.left == some & PieceTraits.left
        }
        if all & PieceTraits.atStart != 0 { return lacks(around: piece.a, rest: piece.restA) }
        if all & PieceTraits.atEnd != 0 { return lacks(around: piece.b, rest: piece.restB) }
        return false
    }

    private func lacks(around end: PlanePoint, rest: Double) -> Bool {
        let box = Envelope<PlanePoint>(west: low.x, south: low.y, east: low.x + side, north: low.y + side)
        let leg = box.squaredDistance(to: end).squareRoot() * piece.ground
        return min(rest, piece.leg) - leg < -0.001
    }
}
