internal import Geometry

/// Which vertices of a line layer are one and the same, by nearness on the plane.
struct MeetingVertices {
    private var sets: DisjointSets

    /// Ties together all vertices that lie within a distance of each other, in metres of the plane.
    ///
    /// A hash grid with cells as wide as the distance: neighbours lie in the same cell or one beside it.
    init(_ locations: [PlanePoint], within distance: Double) {
        sets = DisjointSets(count: locations.count)
        var lastInCell: [Cell: Int32] = [:]
        lastInCell.reserveCapacity(locations.count)
        var earlier = [Int32](repeating: -1, count: locations.count)
        for (index, p) in locations.enumerated() where p.isFinite {
            let cell = Cell(
                column: Int((p.x / distance).rounded(.down)), row: Int((p.y / distance).rounded(.down)))
            for row in cell.row - 1...cell.row + 1 {
                for column in cell.column - 1...cell.column + 1 {
                    var other = lastInCell[Cell(column: column, row: row)] ?? -1
                    while other >= 0 {
                        if locations[Int(other)].distance(to: p) <= distance { sets.unite(Int(other), index) }
                        other = earlier[Int(other)]
                    }
                }
            }
            earlier[index] = lastInCell[cell] ?? -1
            // A vertex read again at the very same place adds nothing to its cell.
            if earlier[index] < 0 || locations[Int(earlier[index])] != p { lastInCell[cell] = Int32(index) }
        }
    }

    /// The vertex read first among those that are one with this.
    func first(of vertex: Int) -> Int { sets.representative(of: vertex) }

    private struct Cell: Hashable {
        let column: Int
        let row: Int
    }
}
