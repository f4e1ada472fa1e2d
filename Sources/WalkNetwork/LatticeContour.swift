internal import Geometry

/// A side of a cell: between a corner of the lattice and the next to the east or to the north.
struct LatticeSide: Hashable, Sendable, BitwiseCopyable {
    /// Column, row and direction in one number: those of neighbouring sides differ little.
    let number: Int

    /// Names a side by the column and row of its western or southern end.
    @inline(__always)
    init(column: Int, row: Int, isUpright: Bool) {
        number = (row << 32 + column) << 1 | (isUpright ? 1 : 0)
    }

    /// The column of its western or southern end.
    @inline(__always) var column: Int { Int(Int32(truncatingIfNeeded: number >> 1)) }
    /// The row of its western or southern end.
    @inline(__always) var row: Int { (number >> 1 - column) >> 32 }
    /// Whether it leads north.
    @inline(__always) var isUpright: Bool { number & 1 == 1 }

    /// A place on it, from 0 at its western or southern end to 1.
    @inline(__always)
    func point(at fraction: Double, spacing: Double) -> PlanePoint {
        isUpright
            ? PlanePoint(x: Double(column) * spacing, y: (Double(row) + fraction) * spacing)
            : PlanePoint(x: (Double(column) + fraction) * spacing, y: Double(row) * spacing)
    }
}

/// A step of a boundary from side to side of a cell, the inside on its left.
struct ContourStep: Sendable, BitwiseCopyable {
    let from: LatticeSide
    let to: LatticeSide
    /// The cell's column and row.
    let column: Int32
    let row: Int32
    /// Where it cuts the side that it comes from: 0 at its western or southern end, 1 at the other.
    let fraction: Float
    /// Whether the western or southern end of that side lies inside.
    let isFirstEndInside: Bool
}

/// A cell whose corners are all of one kind, where not every place is proved to be.
struct OpenCell: Sendable, BitwiseCopyable {
    /// The tile.
    let tile: Int32
    /// The cell's row in the tile times 16, plus its column.
    let cell: Int32
    /// Among which further faces those of the cell are.
    let firstFurther: Int32
    let lastFurther: Int32
    /// Whether its corners are inside.
    let isInside: Bool
}

/// The boundary of an area as steps through a lattice's cells, and cells where it may have missed something.
struct LatticeContour: Sendable {
    private(set) var steps: ContiguousArray<ContourStep> = []
    private(set) var openCells: ContiguousArray<OpenCell> = []

    /// Adds a step.
    @inline(__always)
    mutating func add(_ step: ContourStep) { steps.append(step) }

    /// Notes a cell whose corners agree, but which may hold a place of the other kind.
    mutating func add(_ cell: OpenCell) { openCells.append(cell) }

    /// Adds what another contour of the same lattice holds.
    mutating func append(_ other: LatticeContour) {
        steps += other.steps
        openCells += other.openCells
    }

    /// Forgets everything.
    mutating func removeAll() {
        steps.removeAll(keepingCapacity: true)
        openCells.removeAll(keepingCapacity: true)
    }
}
