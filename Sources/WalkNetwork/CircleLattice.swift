internal import Geometry

/// Decides for the cells of a lattice which lie in a walk circle, and where its boundary runs through the others.
///
/// Squares are halved from the coarse to the fine. In a square only such pieces of street can be nearest to a place
/// as lie no farther from its middle than the nearest does, plus its diagonal. How much a place may still
/// walk by one piece changes by at most √2 metres for a metre that the place moves; so where every possible piece
/// leaves enough to spare (or lacks enough) at the middle, the square is decided as a whole. In undecided cells of
/// the finest size the corners are classed by the rule itself, and between corners of two kinds the boundary
/// passes. A cell whose corners agree, but which holds a place of the other kind, gets a small ring around it.
/// So every place on the wrong side of what is drawn has the boundary within the diagonal of its own cell.
struct CircleLattice {
    /// The side of the finest cells, in metres of the plane.
    let spacing: Double
    private let limits: CircleLimits
    private var pieces: ContiguousArray<CirclePiece> = []
    private var candidates: ContiguousArray<Candidate> = []
    /// What the boundary looks like so far.
    private(set) var contour = LatticeContour()

    /// A piece that may be the nearest in a square, as seen from its middle.
    private struct Candidate {
        let piece: Int32
        let squaredDistance: Double
        let fraction: Double
    }

    /// Prepares a lattice.
    ///
    /// - Parameters:
    ///   - spacing: The side of a cell, in metres of the plane.
    ///   - limits: How long leg and walk may be.
    init(spacing: Double, limits: CircleLimits) {
        self.spacing = spacing
        self.limits = limits
    }

    /// Draws the boundary in one square of `size` by `size` cells (a power of two).
    ///
    /// - Parameters:
    ///   - column: The lattice column of its western side.
    ///   - row: The lattice row of its southern side.
    ///   - size: How many cells it has on a side.
    ///   - numbers: All pieces that may be nearest, within the longest leg, to a place in the square.
    ///   - all: The pieces.
    mutating func draw(
        column: Int, row: Int, size: Int, among numbers: ContiguousArray<Int32>, of all: CirclePieces
    ) {
        candidates.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        for number in numbers {
            candidates.append(Candidate(piece: Int32(pieces.count), squaredDistance: 0, fraction: 0))
            pieces.append(all[number])
        }
        divide(column: column, row: row, size: size, among: 0..<candidates.count)
    }

    private func corner(_ column: Int, _ row: Int) -> PlanePoint {
        PlanePoint(x: Double(column) * spacing, y: Double(row) * spacing)
    }

    private mutating func divide(column: Int, row: Int, size: Int, among range: Range<Int>) {
        let half = Double(size) * spacing / 2
        let low = corner(column, row)
        let middle = PlanePoint(x: low.x + half, y: low.y + half)
        let start = candidates.count
        defer { candidates.removeLast(candidates.count - start) }
        guard case .undecided = select(from: range, at: middle, half: half) else { return }
        let own = start..<candidates.count
        if size == 1 {
            drawCell(column: column, row: row, among: own)
        } else {
            let step = size / 2
            for (right, up) in [(0, 0), (step, 0), (0, step), (step, step)] {
                divide(column: column + right, row: row + up, size: step, among: own)
            }
        }
    }

    private enum Decision {
        case inside
        case outside
        case undecided(isMiddleInside: Bool)
    }

    /// Appends the candidates of a square to the list, and decides it where they agree.
    private mutating func select(from range: Range<Int>, at middle: PlanePoint, half: Double) -> Decision {
        let start = candidates.count
        var least = Double.infinity
        for i in range {
            let number = candidates[i].piece
            let foot = pieces[Int(number)].foot(middle)
            least = min(least, foot.squaredDistance)
            candidates.append(
                Candidate(piece: number, squaredDistance: foot.squaredDistance, fraction: foot.fraction))
        }
        let farthest = least.squareRoot() + 2 * half * 2.0.squareRoot() + 1e-6
        let farthestSquared = farthest * farthest
        var (lowest, highest) = (Double.infinity, -Double.infinity)
        var nearest = -Double.infinity
        var kept = start
        for i in start..<candidates.count where candidates[i].squaredDistance <= farthestSquared {
            let candidate = candidates[i]
            candidates[kept] = candidate
            kept += 1
            let piece = pieces[Int(candidate.piece)]
            let margin = piece.margin(
                at: candidate.squaredDistance.squareRoot(), joining: candidate.fraction, limits)
            if candidate.squaredDistance == least { nearest = max(nearest, margin) }
            let change = 2 * half * piece.groundPerPlane + 1e-6
            lowest = min(lowest, margin - change)
            highest = max(highest, margin + change)
        }
        candidates.removeLast(candidates.count - kept)
        if kept == start || highest < 0 { return .outside }
        return lowest > 0 ? .inside : .undecided(isMiddleInside: nearest >= 0)
    }

    /// Whether a place is in the circle, by the rule: the nearest piece decides, of equals the one that allows more.
    private func contains(_ p: PlanePoint, among range: Range<Int>) -> Bool {
        var (least, margin) = (Double.infinity, -Double.infinity)
        for i in range {
            let piece = pieces[Int(candidates[i].piece)]
            let foot = piece.foot(p)
            guard foot.squaredDistance <= least else { continue }
            let own = piece.margin(at: foot.squaredDistance.squareRoot(), joining: foot.fraction, limits)
            margin = foot.squaredDistance < least ? own : max(margin, own)
            least = foot.squaredDistance
        }
        return margin >= 0
    }

    private mutating func drawCell(column: Int, row: Int, among range: Range<Int>) {
        let inside = (
            contains(corner(column, row), among: range), contains(corner(column + 1, row), among: range),
            contains(corner(column + 1, row + 1), among: range),
            contains(corner(column, row + 1), among: range)
        )
        if inside.0 == inside.1 && inside.1 == inside.2 && inside.2 == inside.3 {
            let middle = PlanePoint(
                x: (Double(column) + 0.5) * spacing, y: (Double(row) + 0.5) * spacing)
            var others = OtherPlaces(isInside: inside.0)
            if let place = placeOnStreet(notIn: inside.0, middle: middle, among: range) {
                others.found(place)
            }
            look(for: &others, middle: middle, half: spacing / 2, among: range)
            if let place = others.place {
                contour.addRing(
                    around: place, for: others.extent, inColumn: column, row: row, isHole: inside.0)
            }
            return
        }
        // Sides counter-clockwise from the south; each is cut where its ends differ.
        let south = LatticeSide(column: column, row: row, isUpright: false)
        let east = LatticeSide(column: column + 1, row: row, isUpright: true)
        let north = LatticeSide(column: column, row: row + 1, isUpright: false)
        let west = LatticeSide(column: column, row: row, isUpright: true)
        let sides = [
            (south, inside.0, inside.1), (east, inside.1, inside.2), (north, inside.2, inside.3),
            (west, inside.3, inside.0),
        ]
        let cuts = sides.indices.filter { sides[$0].1 != sides[$0].2 }
        if cuts.count == 2 {
            // With the inside on its left the boundary comes in where, going round, the inside ends.
            let first = sides[cuts[0]].1 ? 0 : 1
            step(
                from: sides[cuts[first]].0, to: sides[cuts[1 - first]].0, inColumn: column, row: row,
                among: range)
            return
        }
        let middle = PlanePoint(x: (Double(column) + 0.5) * spacing, y: (Double(row) + 0.5) * spacing)
        let isMiddleInside = contains(middle, among: range)
        for k in 0..<4 {
            let isCornerInside = sides[k].1
            let before = sides[(k + 3) % 4].0
            let after = sides[k].0
            if isMiddleInside && !isCornerInside {
                step(from: before, to: after, inColumn: column, row: row, among: range)
            } else if !isMiddleInside && isCornerInside {
                step(from: after, to: before, inColumn: column, row: row, among: range)
            }
        }
    }

    private mutating func step(
        from: LatticeSide, to: LatticeSide, inColumn column: Int, row: Int, among range: Range<Int>
    ) {
        contour.add(from: from, cutAt: cut(of: from, among: range), to: to, inColumn: column, row: row)
    }

    /// Where the boundary cuts a side, from 0 at its western or southern end to 1: found by halving.
    private func cut(of side: LatticeSide, among range: Range<Int>) -> LatticeCut {
        let isFirstInside = contains(side.point(at: 0, spacing: spacing), among: range)
        var (low, high) = (0.0, 1.0)
        for _ in 0..<4 {
            let middle = (low + high) / 2
            if contains(side.point(at: middle, spacing: spacing), among: range) == isFirstInside {
                low = middle
            } else {
                high = middle
            }
        }
        return LatticeCut(fraction: (low + high) / 2, isFirstEndInside: isFirstInside)
    }

    /// A place of the other kind on a street that passes through a cell whose corners agree.
    ///
    /// On the street itself a narrow strip of the other kind is met however narrow it is.
    private func placeOnStreet(
        notIn isInside: Bool, middle: PlanePoint, among range: Range<Int>
    ) -> PlanePoint? {
        for i in range {
            let piece = pieces[Int(candidates[i].piece)]
            let place = SegmentFoot(of: middle, from: piece.a, to: piece.b).place
            if abs(place.x - middle.x) <= spacing / 2, abs(place.y - middle.y) <= spacing / 2,
                contains(place, among: range) != isInside
            {
                return place
            }
        }
        return nil
    }

    /// Looks for places of the other kind in a square, down to squares of less than a metre.
    private mutating func look(
        for others: inout OtherPlaces, middle: PlanePoint, half: Double, among range: Range<Int>
    ) {
        let start = candidates.count
        defer { candidates.removeLast(candidates.count - start) }
        let square = Envelope(at: middle).widened(by: half)
        let isMiddleInside: Bool
        switch select(from: range, at: middle, half: half) {
        case .undecided(let isInside): isMiddleInside = isInside
        case .inside where others.isInside, .outside where !others.isInside: return
        case .inside, .outside:
            others.found(middle)
            others.mayLie(in: square)
            return
        }
        if isMiddleInside != others.isInside { others.found(middle) }
        guard half > 0.5 else {
            others.mayLie(in: square)
            return
        }
        let own = start..<candidates.count
        for (right, up) in [(-0.5, -0.5), (0.5, -0.5), (-0.5, 0.5), (0.5, 0.5)] {
            let quarter = PlanePoint(x: middle.x + right * half, y: middle.y + up * half)
            look(for: &others, middle: quarter, half: half / 2, among: own)
        }
    }

    /// Places in a cell whose kind is not that of its corners.
    private struct OtherPlaces {
        /// Whether the corners are inside.
        let isInside: Bool
        /// One of the places, if there is any.
        private(set) var place: PlanePoint?
        private var box: Envelope<PlanePoint>?

        init(isInside: Bool) { self.isInside = isInside }

        /// A box around all such places.
        var extent: Envelope<PlanePoint> { box ?? Envelope(at: place ?? PlanePoint(x: 0, y: 0)) }

        mutating func found(_ p: PlanePoint) {
            if place == nil { place = p }
            mayLie(in: Envelope(at: p))
        }

        mutating func mayLie(in square: Envelope<PlanePoint>) {
            if box == nil { box = square } else { box?.extend(to: square) }
        }
    }
}
