internal import Geometry

/// Draws a circle's boundary tile by tile.
///
/// Corners are classed by the rule itself: by what is left to walk from the face that holds them. Between corners of
/// two kinds the boundary passes. A cell whose corners agree is left alone where it is proved to hold no place
/// of the other kind; where that cannot be proved it is left open for ``OpenCells``. So every place on the wrong side of what is drawn has the
/// boundary within the diagonal of a cell.
struct CircleBoundary {
    let network: WalkNetwork
    let faces: StreetFaces
    /// What the boundary looks like so far.
    var contour = LatticeContour()

    /// The tile at hand: its first face and its south-western corner.
    private var firstFace = 0
    private var origin: (column: Int, row: Int) = (0, 0)
    private var tile = 0
    /// How each face of the tile stands to the circle.
    private var standings: ContiguousArray<UInt8> = []
    private var pieceNumbers: ContiguousArray<UInt16> = []
    private var pieces: ContiguousArray<FacePiece> = []
    private var margins = ContiguousArray<Double>(repeating: 0, count: 256)
    private var rows = ContiguousArray(repeating: CornerRow(), count: 17)

    /// Prepares to draw.
    init(on network: WalkNetwork, faces: StreetFaces) {
        (self.network, self.faces) = (network, faces)
    }

    /// Sixteen corners of a row, a bit for each.
    struct CornerRow: BitwiseCopyable {
        var inside: UInt16 = 0
        /// Held by a face that the boundary may cross, which may do so within a diagonal.
        var near: UInt16 = 0
        var byStart: UInt16 = 0
        var byEnd: UInt16 = 0
        var atStart: UInt16 = 0
        var atEnd: UInt16 = 0
        var left: UInt16 = 0
        var far: UInt16 = 0
        var special: UInt16 = 0
    }

    /// Draws the boundary in one tile.
    mutating func draw(_ tile: Int, of reach: CircleReach) {
        self.tile = tile
        firstFace = Int(faces.faceOffsets[tile])
        origin = faces.corner(ofTile: tile)
        let count = Int(faces.faceOffsets[tile + 1]) - firstFace
        standings.removeAll(keepingCapacity: true)
        pieceNumbers.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        for face in firstFace..<firstFace + count {
            let standing = reach.standing(ofFace: face)
            standings.append(standing.rawValue)
            pieceNumbers.append(UInt16(truncatingIfNeeded: pieces.count))
            if standing == .partial { pieces.append(reach.piece(ofFace: face)) }
        }
        for row in 0..<16 { rows[row] = classed(row, reach) }
        var further = Int(faces.furtherOffsets[tile])
        let lastFurther = Int(faces.furtherOffsets[tile + 1])
        for row in 0..<15 {
            let (south, north) = (rows[row], rows[row + 1])
            let some = Self.any(south.inside, north.inside)
            let all = Self.all(south.inside, north.inside)
            let mixed = some & ~all & 0x7FFF
            var open = Self.any(south.near, north.near) & ~mixed & 0x7FFF
            if open != 0 { open &= ~proved(row, inside: all, outside: ~some) }
            let firstOfRow = further
            while further < lastFurther, Int(faces.further[further].cell) >> 4 == row {
                let entry = faces.further[further]
                let bit: UInt16 = 1 << (entry.cell & 15)
                let standing = standings[Int(entry.face)]
                let agrees = standing == 1 ? all & bit != 0 : standing == 0 && all & bit == 0
                if !agrees && mixed & bit == 0 { open |= bit }
                further += 1
            }
            var cells = mixed
            while cells != 0 {
                drawCell(cells.trailingZeroBitCount, row, reach)
                cells &= cells &- 1
            }
            while open != 0 {
                let column = open.trailingZeroBitCount
                open &= open &- 1
                examine(
                    column, row, isInside: all >> UInt16(column) & 1 == 1, further: firstOfRow..<further,
                    reach)
            }
        }
    }

    /// The bits of cells whose four corners have none or some of a trait.
    @inline(__always)
    private static func any(_ south: UInt16, _ north: UInt16) -> UInt16 {
        let both = south | north
        return both | both >> 1
    }

    /// The bits of cells whose four corners all have a trait.
    @inline(__always)
    private static func all(_ south: UInt16, _ north: UInt16) -> UInt16 {
        let both = south & north
        return both & both >> 1
    }

    /// Classes the corners of one row.
    private mutating func classed(_ row: Int, _ reach: CircleReach) -> CornerRow {
        var classed = CornerRow()
        let first = tile * 256 + row * 16
        let y = Double(origin.row + row) * faces.spacing
        var column = 0
        while column < 16 {
            let owner = faces.owners[first + column]
            var end = column + 1
            while end < 16 && faces.owners[first + end] == owner { end += 1 }
            defer { column = end }
            let standing = standings[Int(owner)]
            guard standing != 0 else { continue }
            guard standing == 2 else {
                classed.inside |= UInt16(truncatingIfNeeded: (1 << end) - (1 << column))
                continue
            }
            let piece = pieces[Int(pieceNumbers[Int(owner)])]
            let band = piece.special < 0 ? 2 * faces.spacing * piece.ground + 0.01 : .infinity
            for at in column..<end {
                let p = PlanePoint(x: Double(origin.column + at) * faces.spacing, y: y)
                let view = piece.special < 0 ? piece.view(of: p) : reach.view(of: p, from: piece)
                margins[row * 16 + at] = view.margin
                let traits = UInt16(view.traits)
                let shift = UInt16(truncatingIfNeeded: at)
                classed.inside |= (view.margin >= 0 ? 1 : 0) << shift
                classed.near |= (abs(view.margin) < band ? 1 : 0) << shift
                classed.byStart |= (traits & 1) << shift
                classed.byEnd |= (traits >> 1 & 1) << shift
                classed.atStart |= (traits >> 2 & 1) << shift
                classed.atEnd |= (traits >> 3 & 1) << shift
                classed.left |= (traits >> 4 & 1) << shift
                classed.far |= (traits >> 5 & 1) << shift
                classed.special |= (traits >> 6 & 1) << shift
            }
        }
        return classed
    }

    /// The cells of one face alone that hold nothing but what their corners are; see ``PieceCorners``.
    private func proved(_ row: Int, inside: UInt16, outside: UInt16) -> UInt16 {
        let (s, n) = (rows[row], rows[row + 1])
        let someAtStart = Self.any(s.atStart, n.atStart)
        let someAtEnd = Self.any(s.atEnd, n.atEnd)
        let isIn = Self.all(s.byStart, n.byStart) & ~someAtEnd | Self.all(s.byEnd, n.byEnd) & ~someAtStart
        let oneSide = Self.all(s.left, n.left) | ~Self.any(s.left, n.left)
        let oneReason = Self.all(s.far, n.far) | ~Self.any(s.far, n.far)
        let isOut = ~someAtStart & ~someAtEnd & oneSide & oneReason
        return faces.uniform[tile * 16 + row] & (inside & isIn | outside & isOut)
            & ~Self.any(s.special, n.special)
    }

    /// A corner of the lattice.
    @inline(__always)
    func location(_ column: Int, _ row: Int) -> PlanePoint {
        PlanePoint(
            x: Double(origin.column + column) * faces.spacing, y: Double(origin.row + row) * faces.spacing)
    }

    /// Notes a cell whose corners agree, unless every face in it is proved to agree with them.
    private mutating func examine(
        _ column: Int, _ row: Int, isInside: Bool, further: Range<Int>, _ reach: CircleReach
    ) {
        let first = tile * 256 + row * 16 + column
        let (f, g) = (faces.owners[first], faces.owners[first + 1])
        let (h, i) = (faces.owners[first + 16], faces.owners[first + 17])
        var isOpen = mayDiffer(Int(f), column, row, isInside)
        if !isOpen && g != f { isOpen = mayDiffer(Int(g), column, row, isInside) }
        if !isOpen && h != f && h != g { isOpen = mayDiffer(Int(h), column, row, isInside) }
        if !isOpen && i != f && i != g && i != h { isOpen = mayDiffer(Int(i), column, row, isInside) }
        for entry in further where !isOpen && Int(faces.further[entry].cell) == row * 16 + column {
            isOpen = mayDiffer(Int(faces.further[entry].face), column, row, isInside)
        }
        guard isOpen else { return }
        contour.add(
            OpenCell(
                tile: Int32(tile), cell: Int32(row * 16 + column), firstFurther: Int32(further.lowerBound),
                lastFurther: Int32(further.upperBound), isInside: isInside))
    }

    /// Whether some of a cell may be of another kind than its corners, as far as one face covers it.
    @inline(__always)
    private func mayDiffer(_ face: Int, _ column: Int, _ row: Int, _ isInside: Bool) -> Bool {
        switch standings[face] {
        case 0: return isInside
        case 1: return !isInside
        default:
            let piece = pieces[Int(pieceNumbers[face])]
            guard piece.special < 0 else { return true }
            return !PieceCorners(of: piece, low: location(column, row), side: faces.spacing)
                .agree(inside: isInside)
        }
    }
}

extension CircleBoundary {
    /// Draws the boundary through a cell whose corners differ.
    fileprivate mutating func drawCell(_ column: Int, _ row: Int, _ reach: CircleReach) {
        // Corners counter-clockwise from the south-west; the side after each corner.
        let inside = (
            isInside(column, row), isInside(column + 1, row), isInside(column + 1, row + 1),
            isInside(column, row + 1)
        )
        let isCut = (
            inside.0 != inside.1, inside.1 != inside.2, inside.2 != inside.3, inside.3 != inside.0
        )
        if isCut.0 && isCut.1 && isCut.2 && isCut.3 {
            let half = faces.spacing / 2
            let low = location(column, row)
            let isMiddleInside = contains(
                PlanePoint(x: low.x + half, y: low.y + half), column, row, reach)
            for k in 0..<4 {
                let isCornerInside = k & 1 == 0 ? inside.0 : inside.1
                let (before, after) = ((k + 3) & 3, k)
                if isMiddleInside && !isCornerInside {
                    step(from: before, to: after, column, row)
                } else if !isMiddleInside && isCornerInside {
                    step(from: after, to: before, column, row)
                }
            }
            return
        }
        // With the inside on its left the boundary comes in where, going round, the inside ends.
        let from = isCut.0 && inside.0 ? 0 : isCut.1 && inside.1 ? 1 : isCut.2 && inside.2 ? 2 : 3
        let to = isCut.0 && !inside.0 ? 0 : isCut.1 && !inside.1 ? 1 : isCut.2 && !inside.2 ? 2 : 3
        step(from: from, to: to, column, row)
    }

    @inline(__always)
    private func isInside(_ column: Int, _ row: Int) -> Bool {
        rows[row].inside >> UInt16(column) & 1 == 1
    }

    /// Whether a place in a cell is in the circle: the nearest of the faces at its corners decides.
    private func contains(_ p: PlanePoint, _ column: Int, _ row: Int, _ reach: CircleReach) -> Bool {
        var (least, nearest) = (Double.infinity, 0)
        for k in 0..<4 {
            let face = Int(faces.owners[tile * 256 + (row + (k >> 1)) * 16 + column + (k & 1)])
            let v = Int(faces.faceSegments[firstFace + face])
            let squared = SegmentFoot(
                of: p, from: network.vertexLocations[v], to: network.vertexLocations[v + 1]
            ).squaredDistance
            if squared < least { (least, nearest) = (squared, face) }
        }
        switch standings[nearest] {
        case 0: return false
        case 1: return true
        default: return reach.view(of: p, from: pieces[Int(pieceNumbers[nearest])]).margin >= 0
        }
    }

    /// Adds a step from side to side of a cell: 0 is its south, 1 its east, 2 its north, 3 its west.
    private mutating func step(from: Int, to: Int, _ column: Int, _ row: Int) {
        let side = Self.side(from, column, row)
        let first = side.row * 16 + side.column
        let second = side.isUpright ? first + 16 : first + 1
        let isFirstInside = isInside(side.column, side.row)
        let fraction = cut(first, second)
        let other = Self.side(to, column, row)
        contour.add(
            ContourStep(
                from: LatticeSide(
                    column: origin.column + side.column, row: origin.row + side.row,
                    isUpright: side.isUpright),
                to: LatticeSide(
                    column: origin.column + other.column, row: origin.row + other.row,
                    isUpright: other.isUpright),
                column: Int32(origin.column + column), row: Int32(origin.row + row),
                fraction: Float(fraction), isFirstEndInside: isFirstInside))
    }

    @inline(__always)
    private static func side(_ k: Int, _ column: Int, _ row: Int) -> (
        column: Int, row: Int, isUpright: Bool
    ) {
        switch k {
        case 0: (column, row, false)
        case 1: (column + 1, row, true)
        case 2: (column, row + 1, false)
        default: (column, row, true)
        }
    }

    /// About where the boundary cuts a side between two corners of different kinds, from 0 at the first to 1.
    ///
    /// Where one face holds both, what is left to walk is interpolated; else the place is where both faces are
    /// equally near.
    private func cut(_ first: Int, _ second: Int) -> Double {
        let (f, g) = (
            Int(faces.owners[tile * 256 + first]), Int(faces.owners[tile * 256 + second])
        )
        if f == g {
            let (m, n) = (margins[first], margins[second])
            return m / (m - n)
        }
        let (p, q) = (location(first & 15, first >> 4), location(second & 15, second >> 4))
        let (v, w) = (Int(faces.faceSegments[firstFace + f]), Int(faces.faceSegments[firstFace + g]))
        func distance(_ p: PlanePoint, _ v: Int) -> Double {
            SegmentFoot(of: p, from: network.vertexLocations[v], to: network.vertexLocations[v + 1]).distance
        }
        let m = distance(p, w) - distance(p, v)
        let n = distance(q, v) - distance(q, w)
        return m + n > 0 ? m / (m + n) : 0.5
    }
}
