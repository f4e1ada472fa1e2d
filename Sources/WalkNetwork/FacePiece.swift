internal import Geometry

/// A segment as one circle sees it: how much walk is left at its ends.
///
/// What is left to walk at a place is what is left at its foot on the segment, less the leg. By either end that is
/// a concave function of the place as long as its foot does not leave by the other end; beside the segment it
/// is linear on each side of the street.
struct FacePiece: BitwiseCopyable {
    /// Its ends on the plane.
    let a: PlanePoint
    let b: PlanePoint
    /// From a way on the plane to metres on the ground along the segment.
    private let along: PlanePoint
    /// From a way on the plane to metres on the ground across the segment, to its left.
    private let across: PlanePoint
    /// Its length on the ground, in metres.
    let length: Double
    /// Metres on the ground per metre of the plane.
    let ground: Double
    /// How many metres of walk are left at its start, by whichever way is best.
    let restA: Double
    /// How many metres of walk are left at its end.
    let restB: Double
    /// The longest leg, in metres.
    let leg: Double
    /// Which of the circle's ``SpecialPiece`` says more; -1 where there is no more to say.
    let special: Int32

    /// Describes a segment.
    init(segment v: Int, rests: SIMD2<Float>, leg: Double, special: Int32, of network: WalkNetwork) {
        let (a, b) = (network.vertexLocations[v], network.vertexLocations[v + 1])
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let squared = dx * dx + dy * dy
        let ground = 1 / network.planeScale.at(a)
        let length = Double(network.vertexAlong[v + 1] - network.vertexAlong[v]) * 1e-6
        if squared > 0 {
            let share = length / squared
            along = PlanePoint(x: dx * share, y: dy * share)
            let scale = ground / squared.squareRoot()
            across = PlanePoint(x: -dy * scale, y: dx * scale)
        } else {
            (along, across) = (PlanePoint(x: 0, y: 0), PlanePoint(x: 0, y: 0))
        }
        (self.a, self.b, self.ground, self.length) = (a, b, ground, length)
        (restA, restB) = (Double(rests.x), Double(rests.y))
        (self.leg, self.special) = (leg, special)
    }

    /// Where a place's foot lies: the leg in metres on the ground, how far from the start, and which part it is on.
    @inline(__always)
    func foot(of p: PlanePoint) -> (leg: Double, along: Double, traits: UInt8) {
        let (dx, dy) = (p.x - a.x, p.y - a.y)
        let s = dx * along.x + dy * along.y
        if s <= 0 {
            return ((dx * dx + dy * dy).squareRoot() * ground, 0, PieceTraits.atStart)
        }
        if s >= length {
            let (ex, ey) = (p.x - b.x, p.y - b.y)
            return ((ex * ex + ey * ey).squareRoot() * ground, length, PieceTraits.atEnd)
        }
        let h = dx * across.x + dy * across.y
        return (abs(h), s, h >= 0 ? PieceTraits.left : 0)
    }

    /// How a place is seen from a piece of which nothing special is to be said.
    @inline(__always)
    func view(of p: PlanePoint) -> PieceView {
        let (walked, s, part) = foot(of: p)
        let byStart = restA - s - walked
        let byEnd = restB - (length - s) - walked
        var traits = part
        if walked > leg {
            traits |= PieceTraits.far
        } else {
            if byStart >= 0 { traits |= PieceTraits.byStart }
            if byEnd >= 0 { traits |= PieceTraits.byEnd }
        }
        return PieceView(margin: min(max(byStart, byEnd), leg - walked), traits: traits)
    }
}

/// What a piece leaves to a place.
struct PieceView: BitwiseCopyable {
    /// How many metres the place may still walk; negative where it is out of reach.
    let margin: Double
    /// What is known beyond that, as a sum of ``PieceTraits``.
    let traits: UInt8
}

/// How a place may be seen from a piece.
enum PieceTraits {
    /// Within reach by the piece's start.
    static let byStart: UInt8 = 1
    /// Within reach by its end.
    static let byEnd: UInt8 = 2
    /// Its foot is the start.
    static let atStart: UInt8 = 4
    /// Its foot is the end.
    static let atEnd: UInt8 = 8
    /// Beside the piece, on its left.
    static let left: UInt8 = 16
    /// The leg is too long.
    static let far: UInt8 = 32
    /// Nothing may be concluded from the corners of a square.
    static let special: UInt8 = 64
}

/// What is to be said of a segment beyond the walks from its ends.
struct SpecialPiece: Sendable {
    /// Facilities inside it: how far from its start, and how much walk is left there; metres.
    var sources: [(along: Double, rest: Double)] = []
    /// What is left at the start for places that join exactly there, where nobody passes: by the best of its sides.
    var capA: Double
    /// What is left at the end for places that join exactly there.
    var capB: Double

    /// How a place is seen.
    func view(of p: PlanePoint, from piece: FacePiece) -> PieceView {
        let (walked, s, part) = piece.foot(of: p)
        var rest = self.rest(at: s, of: piece)
        if part & PieceTraits.atStart != 0 { rest = max(rest, capA) }
        if part & PieceTraits.atEnd != 0 { rest = max(rest, capB) }
        let margin = min(rest - walked, piece.leg - walked)
        return PieceView(
            margin: margin, traits: PieceTraits.special | (margin >= 0 ? PieceTraits.byStart : 0))
    }

    /// Between what margins lie within a way of a place.
    func range(around p: PlanePoint, within change: Double, of piece: FacePiece) -> ClosedRange<Double> {
        let (walked, s, _) = piece.foot(of: p)
        let plain = min(rest(at: s, of: piece), piece.leg) - walked
        var highest = plain
        if s <= change { highest = max(highest, min(capA, piece.leg) - walked) }
        if piece.length - s <= change { highest = max(highest, min(capB, piece.leg) - walked) }
        return plain - change...highest + change
    }

    private func rest(at s: Double, of piece: FacePiece) -> Double {
        var rest = max(piece.restA - s, piece.restB - (piece.length - s))
        for source in sources { rest = max(rest, source.rest - abs(source.along - s)) }
        return rest
    }
}
