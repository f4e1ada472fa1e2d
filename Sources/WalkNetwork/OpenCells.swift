internal import Geometry

/// Looks into cells whose corners agree, where not every place is proved to agree with them.
///
/// A cell is halved until every part is decided, or a line of the boundary passes within a cell's diagonal of all of it.
/// What is then left, down to half a metre, may be of the other kind and gets a small ring.
struct OpenCells {
    private let network: WalkNetwork
    private let faces: StreetFaces
    private var covers: ContiguousArray<CellFace> = []
    /// Which of the cell's faces may be nearest in the squares that are being halved: a stack.
    private var stack: ContiguousArray<Int32> = []
    private var distances: ContiguousArray<Double> = []
    private var lines: ContiguousArray<(a: PlanePoint, b: PlanePoint)> = []
    private var ringsByCell: [Int: [PlanePoint]] = [:]

    /// A face that may cover a part of the cell.
    private struct CellFace {
        let standing: CircleReach.Standing
        let piece: FacePiece
    }

    /// Prepares to look into cells.
    init(on network: WalkNetwork, faces: StreetFaces) { (self.network, self.faces) = (network, faces) }

    /// Small rings around what the boundary has missed.
    ///
    /// - Parameters:
    ///   - contour: The boundary with its open cells.
    ///   - boundary: Its rings.
    ///   - reach: What the circle reaches.
    /// - Returns: Rings in cells that no line passes, each in a cell of its own.
    mutating func rings(
        in contour: LatticeContour, beside boundary: ContourRings, _ reach: CircleReach
    ) -> [[PlanePoint]] {
        guard !contour.openCells.isEmpty else { return [] }
        var rings: [[PlanePoint]] = []
        ringsByCell.removeAll(keepingCapacity: true)
        for cell in contour.openCells {
            let origin = faces.corner(ofTile: Int(cell.tile))
            let (column, row) = (origin.column + Int(cell.cell) & 15, origin.row + Int(cell.cell) >> 4)
            collectLines(column, row, contour, boundary)
            let half = faces.spacing / 2
            let middle = PlanePoint(
                x: (Double(column) + 0.5) * faces.spacing, y: (Double(row) + 0.5) * faces.spacing)
            if isCovered(middle, half) { continue }
            collectFaces(cell, reach)
            stack.removeAll(keepingCapacity: true)
            for index in covers.indices { stack.append(Int32(index)) }
            if let place = place(
                notIn: cell.isInside, middle: middle, half: half, among: 0..<stack.count, reach)
            {
                let ring = ring(around: place, column, row, isHole: cell.isInside)
                ringsByCell[key(column, row)] = ring
                rings.append(ring)
            }
        }
        return rings
    }

    private func key(_ column: Int, _ row: Int) -> Int {
        LatticeSide(column: column, row: row, isUpright: false).number
    }

    private mutating func collectLines(
        _ column: Int, _ row: Int, _ contour: LatticeContour, _ boundary: ContourRings
    ) {
        var near: ContiguousArray<(a: PlanePoint, b: PlanePoint)> = []
        swap(&near, &lines)
        near.removeAll(keepingCapacity: true)
        boundary.forEachLine(nearColumn: column, row: row, of: contour) { near.append(($0, $1)) }
        if !ringsByCell.isEmpty {
            for k in 0..<9 {
                guard let ring = ringsByCell[key(column + k % 3 - 1, row + k / 3 - 1)] else { continue }
                for (a, b) in zip(ring, ring.dropFirst()) { near.append((a, b)) }
            }
        }
        swap(&near, &lines)
    }

    private mutating func collectFaces(_ cell: OpenCell, _ reach: CircleReach) {
        covers.removeAll(keepingCapacity: true)
        let first = Int(faces.faceOffsets[Int(cell.tile)])
        let corner = Int(cell.tile) * 256 + Int(cell.cell)
        var known = SIMD4<Int32>(repeating: -1)
        for k in 0..<4 {
            let face = Int32(faces.owners[corner + (k & 1) + (k >> 1) * 16])
            if face == known[0] || face == known[1] || face == known[2] { continue }
            known[k] = face
            add(first + Int(face), reach)
        }
        for i in Int(cell.firstFurther)..<Int(cell.lastFurther)
        where Int32(faces.further[i].cell) == cell.cell {
            add(first + Int(faces.further[i].face), reach)
        }
    }

    private mutating func add(_ face: Int, _ reach: CircleReach) {
        covers.append(CellFace(standing: reach.standing(ofFace: face), piece: reach.piece(ofFace: face)))
    }

    /// Whether a line passes within a cell's diagonal of all of a square.
    ///
    /// The distance from a line is a convex function, so the corners of the square decide.
    private func isCovered(_ middle: PlanePoint, _ half: Double) -> Bool {
        let reach = 2 * faces.spacing * faces.spacing
        for (a, b) in lines {
            var isNear = true
            for k in 0..<4 where isNear {
                let p = PlanePoint(
                    x: middle.x + (k & 1 == 1 ? half : -half), y: middle.y + (k & 2 == 2 ? half : -half))
                isNear = SegmentFoot(of: p, from: a, to: b).squaredDistance <= reach
            }
            if isNear { return true }
        }
        return false
    }

    /// A place of a square that may be of the other kind, and that no line passes near.
    ///
    /// Of the faces only such can hold a place of the square as lie no farther from its middle than the nearest
    /// does, plus its diagonal. How much a place may still walk changes by at most √2 metres for a metre that
    /// the place moves; so where every face leaves enough to spare, or lacks enough, at the middle, the square is
    /// decided.
    private mutating func place(
        notIn isInside: Bool, middle: PlanePoint, half: Double, among range: Range<Int>, _ reach: CircleReach
    ) -> PlanePoint? {
        let start = stack.count
        defer { stack.removeLast(stack.count - start) }
        distances.removeAll(keepingCapacity: true)
        var least = Double.infinity
        for i in range {
            let piece = covers[Int(stack[i])].piece
            let distance = SegmentFoot(of: middle, from: piece.a, to: piece.b).distance
            distances.append(distance)
            least = min(least, distance)
        }
        let farthest = least + 2 * half * 2.0.squareRoot() + 1e-6
        var (lowest, highest) = (Double.infinity, -Double.infinity)
        for i in range where distances[i - range.lowerBound] <= farthest {
            let cover = covers[Int(stack[i])]
            stack.append(stack[i])
            switch cover.standing {
            case .outside: lowest = -.infinity
            case .inside: highest = .infinity
            case .partial:
                let change = 2 * half * cover.piece.ground + 1e-3
                let margins = reach.margins(around: middle, within: change, of: cover.piece)
                (lowest, highest) = (min(lowest, margins.lowerBound), max(highest, margins.upperBound))
            }
        }
        if lowest > 0 || highest < 0 { return (lowest > 0) == isInside ? nil : middle }
        guard half > 0.5 else { return middle }
        let own = start..<stack.count
        for (right, up) in [(-0.5, -0.5), (0.5, -0.5), (-0.5, 0.5), (0.5, 0.5)] {
            let quarter = PlanePoint(x: middle.x + right * half, y: middle.y + up * half)
            if isCovered(quarter, half / 2) { continue }
            if let found = place(
                notIn: isInside, middle: quarter, half: half / 2, among: own, reach)
            {
                return found
            }
        }
        return nil
    }

    /// A small ring around a place, within its cell.
    private func ring(around place: PlanePoint, _ column: Int, _ row: Int, isHole: Bool) -> [PlanePoint] {
        let spacing = faces.spacing
        let x = min(max(place.x / spacing, Double(column) + 0.15), Double(column) + 0.85) * spacing
        let y = min(max(place.y / spacing, Double(row) + 0.15), Double(row) + 0.85) * spacing
        let r = 0.1 * spacing
        let ring = [
            PlanePoint(x: x + r, y: y), PlanePoint(x: x, y: y + r), PlanePoint(x: x - r, y: y),
            PlanePoint(x: x, y: y - r), PlanePoint(x: x + r, y: y),
        ]
        return isHole ? ring.reversed() : ring
    }
}

extension CircleReach {
    /// How a place is seen from a piece.
    @inline(__always)
    func view(of p: PlanePoint, from piece: FacePiece) -> PieceView {
        piece.special < 0 ? piece.view(of: p) : specials[Int(piece.special)].view(of: p, from: piece)
    }

    /// Between what margins lie within a way, in metres of walk, of a place.
    func margins(around p: PlanePoint, within change: Double, of piece: FacePiece) -> ClosedRange<Double> {
        if piece.special >= 0 {
            return specials[Int(piece.special)].range(around: p, within: change, of: piece)
        }
        let margin = piece.view(of: p).margin
        return margin - change...margin + change
    }
}
