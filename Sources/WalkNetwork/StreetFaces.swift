package import Geometry

/// Which segment of the streets is nearest to each place: the faces of a Voronoi diagram of segments, on a lattice.
///
/// What is nearest does not depend on who walks, so that all circles of a network share one set of faces. The
/// lattice stands in square tiles of 15 by 15 cells. A tile knows for each of its 16 by 16 corners the nearest
/// segment, lists every face that enters it with how far its places there may lie from the street, and for each
/// cell the faces that may enter it without holding one of its corners. Where no list says otherwise, a cell
/// holds no place of any other face: however thin a face is, it is not overlooked.
///
/// All columns are plain integers. Tiles that no circle needs, or that are farther from any street than the
/// longest leg, are left out.
package struct StreetFaces: Sendable {
    /// How many cells a tile has on a side; it has one corner more, those on its rim being its neighbours' as well.
    static let tileCells = 15

    /// The side of a cell, in metres of the plane.
    package let spacing: Double
    /// How near to a circle's boundary a place may be on the wrong side, in metres on the ground.
    package let tolerance: Metres
    /// The tiles' columns and rows; a tile's south-western corner is that of the lattice at 15 times its own.
    let columns: Range<Int>
    let rows: Range<Int>
    /// The number of each tile, row by row; -1 for one left out.
    let tileNumbers: ContiguousArray<Int32>
    /// Where each tile stands in ``tileNumbers``.
    let tilePlaces: ContiguousArray<Int32>
    /// The faces of tile `t` are `faceOffsets[t]..<faceOffsets[t + 1]`, those that hold corners first.
    let faceOffsets: ContiguousArray<Int32>
    /// The segment of each face.
    let faceSegments: ContiguousArray<Int32>
    /// How far the places of each face lie from its segment within the tile.
    let faceLegs: ContiguousArray<LegSpan>
    /// The face that holds each corner, from the first of the tile's: 256 to a tile, row by row.
    let owners: ContiguousArray<UInt8>
    /// For each row of cells, whether one face alone fills a cell: a bit for each; 16 rows to a tile, the last empty.
    let uniform: ContiguousArray<UInt16>
    /// The further faces in cells of tile `t` are `furtherOffsets[t]..<furtherOffsets[t + 1]`, by cell.
    let furtherOffsets: ContiguousArray<Int32>
    /// Such a face, counted from the first of the tile's, and its cell (row times 16 plus column).
    let further: ContiguousArray<FurtherFace>
    /// The tiles that segment `v` has a face in are `entryOffsets[v]..<entryOffsets[v + 1]`.
    let entryOffsets: ContiguousArray<Int32>
    /// Those tiles.
    let entryTiles: ContiguousArray<Int32>
    /// How far the places of the face lie from the segment in that tile.
    let entryLegs: ContiguousArray<LegSpan>

    /// How many tiles there are.
    package var tileCount: Int { tilePlaces.count }

    /// A box around all tiles on the plane; nothing where there is none.
    package var extent: Envelope<PlanePoint>? {
        guard !tilePlaces.isEmpty else { return nil }
        let side = spacing * Double(Self.tileCells)
        return Envelope(
            west: Double(columns.lowerBound) * side, south: Double(rows.lowerBound) * side,
            east: Double(columns.upperBound) * side, north: Double(rows.upperBound) * side)
    }

    /// How many bytes the columns take.
    package var byteCount: Int {
        4 * (tileNumbers.count + tilePlaces.count + faceOffsets.count + faceSegments.count + faceLegs.count)
            + owners.count + 2 * uniform.count + 4 * (furtherOffsets.count + further.count)
            + 4 * (entryOffsets.count + entryTiles.count + entryLegs.count)
    }

    /// The lattice column and row of a tile's south-western corner.
    @inline(__always)
    func corner(ofTile tile: Int) -> (column: Int, row: Int) {
        let at = Int(tilePlaces[tile])
        return (
            (columns.lowerBound + at % columns.count) * Self.tileCells,
            (rows.lowerBound + at / columns.count) * Self.tileCells
        )
    }
}

/// A face in a cell of which it holds no corner.
struct FurtherFace: Sendable, BitwiseCopyable {
    /// The cell: its row in the tile times 16, plus its column.
    let cell: UInt16
    /// The face, counted from the first of the tile's.
    let face: UInt16
}

/// A range that legs on the ground lie in, in decimetres rounded outwards.
struct LegSpan: Sendable, BitwiseCopyable {
    private let low: UInt16
    private let high: UInt16

    /// Rounds a range in metres outwards; beyond 6.5 km there is no upper end.
    init(least: Double, greatest: Double) {
        low = UInt16(min(max((least * 10).rounded(.down), 0), 65_534))
        high = UInt16(min(max((greatest * 10).rounded(.up), 0), 65_535))
    }

    /// No leg is shorter, in metres.
    @inline(__always)
    var least: Float { Float(low) * 0.1 }

    /// No leg is longer, in metres.
    @inline(__always)
    var greatest: Float { high == 65_535 ? .infinity : Float(high) * 0.1 }
}
