/// Why a list of positions is not a ring.
package enum RingFailure: Error, Equatable, Sendable {
    /// A ring needs four positions, the last equal to the first.
    case tooFewPositions(count: Int)
    /// The last position differs from the first.
    case notClosed
    /// A coordinate is NaN or infinite.
    case notFinite(index: Int)
}

/// A closed line: at least four positions, the last equal to the first, all finite.
package struct Ring<Point: Position>: Hashable, Sendable {
    /// The positions, first and last equal.
    package let positions: [Point]

    /// Makes a ring, or says why the positions are none.
    @specialized(where Point == PlanePoint)
    @specialized(where Point == GeographicPoint)
    package init(_ positions: [Point]) throws(RingFailure) {
        guard positions.count >= 4 else { throw .tooFewPositions(count: positions.count) }
        guard positions.first == positions.last else { throw .notClosed }
        for (index, p) in positions.enumerated() where !(p.east.isFinite && p.north.isFinite) {
            throw .notFinite(index: index)
        }
        self.positions = positions
    }

    /// Twice the signed area: positive where the ring runs counter-clockwise (unit: that of the axes, squared).
    ///
    /// Summed from the first position as origin, so that large coordinates cost no digits.
    package var doubledSignedArea: Double {
        @specialized(where Point == PlanePoint)
        @specialized(where Point == GeographicPoint)
        get {
            let origin = positions[0]
            var sum = 0.0
            for i in 1..<positions.count - 1 {
                let ax = positions[i].east - origin.east
                let ay = positions[i].north - origin.north
                let bx = positions[i + 1].east - origin.east
                let by = positions[i + 1].north - origin.north
                sum += ax * by - ay * bx
            }
            return sum
        }
    }

    /// The same ring running counter-clockwise (or clockwise, when asked).
    @specialized(where Point == PlanePoint)
    @specialized(where Point == GeographicPoint)
    package func oriented(counterClockwise: Bool) -> Ring {
        (doubledSignedArea >= 0) == counterClockwise ? self : Ring(unchecked: positions.reversed())
    }

    /// Whether a position lies inside by the even-odd rule; on the boundary either answer may come.
    @specialized(where Point == PlanePoint)
    @specialized(where Point == GeographicPoint)
    package func contains(_ p: Point) -> Bool {
        var inside = false
        for i in 0..<positions.count - 1 {
            let a = positions[i]
            let b = positions[i + 1]
            guard (a.north > p.north) != (b.north > p.north) else { continue }
            let crossing = a.east + (p.north - a.north) / (b.north - a.north) * (b.east - a.east)
            if p.east < crossing { inside.toggle() }
        }
        return inside
    }

    /// The ring with every position moved by a function that keeps equal positions equal.
    @specialized(where Point == PlanePoint, Other == GeographicPoint)
    @specialized(where Point == GeographicPoint, Other == PlanePoint)
    package func mapped<Other: Position>(_ move: (Point) -> Other) -> Ring<Other> {
        var moved = positions.map(move)
        moved[moved.count - 1] = moved[0]
        return Ring<Other>(unchecked: moved)
    }

    init(unchecked positions: [Point]) { self.positions = positions }
}
