internal import Geometry

/// A cell of a lattice, by its south-western corner.
struct LatticeCell: Hashable, Sendable {
    let column: Int
    let row: Int
}

/// A place of one kind in a cell whose corners are of the other.
struct ContourSpot: Sendable {
    /// The cell.
    let cell: LatticeCell
    /// The place.
    let place: PlanePoint
    /// A box around all places of its kind in the cell.
    let extent: Envelope<PlanePoint>
    /// Whether the corners are inside and the place is not.
    let isHole: Bool

    /// A small ring around the place, within the cell.
    func ring(spacing: Double) -> [PlanePoint] {
        let x = min(max(place.x / spacing, Double(cell.column) + 0.15), Double(cell.column) + 0.85) * spacing
        let y = min(max(place.y / spacing, Double(cell.row) + 0.15), Double(cell.row) + 0.85) * spacing
        let r = 0.1 * spacing
        let ring = [
            PlanePoint(x: x + r, y: y), PlanePoint(x: x, y: y + r), PlanePoint(x: x - r, y: y),
            PlanePoint(x: x, y: y - r), PlanePoint(x: x + r, y: y),
        ]
        return isHole ? ring.reversed() : ring
    }
}

/// The lines of a boundary by the cells they pass, as far as they may come near some cells.
struct ContourLines {
    private var lines: [LatticeCell: [(a: PlanePoint, b: PlanePoint)]] = [:]

    /// Watches some cells and those beside them.
    init(around cells: [LatticeCell]) {
        for cell in cells {
            for beside in Self.neighbourhood(of: cell) { lines[beside] = [] }
        }
    }

    /// Notes a line that passes a cell.
    mutating func add(_ a: PlanePoint, _ b: PlanePoint, through cell: LatticeCell) {
        lines[cell]?.append((a, b))
    }

    /// Whether one line passes within a cell's diagonal of everything in a spot's extent.
    ///
    /// The distance from a line is a convex function, so the corners of the extent decide.
    func comeNear(_ spot: ContourSpot, spacing: Double) -> Bool {
        let reach = 2 * spacing * spacing
        let box = spot.extent
        let corners = [
            PlanePoint(x: box.west, y: box.south), PlanePoint(x: box.east, y: box.south),
            PlanePoint(x: box.west, y: box.north), PlanePoint(x: box.east, y: box.north),
        ]
        return Self.neighbourhood(of: spot.cell).contains { cell in
            (lines[cell] ?? []).contains { line in
                corners.allSatisfy { SegmentFoot(of: $0, from: line.a, to: line.b).squaredDistance <= reach }
            }
        }
    }

    private static func neighbourhood(of cell: LatticeCell) -> [LatticeCell] {
        (-1...1).flatMap { up in
            (-1...1).map { right in LatticeCell(column: cell.column + right, row: cell.row + up) }
        }
    }
}
