internal import Geodesy
internal import Geometry
internal import Topology

/// Communities where the extract has none: squares of the working plane, cut to the boundary.
struct SquareCells {
    /// A cut cell of less than this share of a square joins a neighbour, so that no sliver counts as a
    /// community.
    static let leastShare = 0.1

    let plane: WorkingPlane
    /// The side of a square in metres of the plane.
    let side: Double

    /// A square's place in the grid, counted from the plane's origin.
    private struct Slot: Hashable, Comparable {
        let column: Int
        let row: Int

        static func < (a: Slot, b: Slot) -> Bool { (a.column, a.row) < (b.column, b.row) }
        var neighbours: [Slot] {
            [(-1, 0), (1, 0), (0, -1), (0, 1)].map { Slot(column: column + $0.0, row: row + $0.1) }
        }
    }

    /// The cells of a boundary.
    func units(of boundary: MultiPolygon<PlanePoint>) throws(TopologyFailure) -> [PlanningUnit] {
        guard let extent = boundary.envelope else { return [] }
        var cells: [Slot: MultiPolygon<PlanePoint>] = [:]
        for column in number(extent.west)...number(extent.east) {
            let west = Double(column) * side
            let strip = try boundary.intersection(
                rectangle(west, extent.south - 1, west + side, extent.north + 1))
            guard let reach = strip.envelope else { continue }
            for row in number(reach.south)...number(reach.north) {
                let slot = Slot(column: column, row: row)
                let cell = try strip.intersection(square(slot))
                if !cell.polygons.isEmpty { cells[slot] = cell }
            }
        }
        return named(try joined(cells))
    }

    /// The whole squares that hold some places.
    func units(holding places: [PlanePoint]) -> [PlanningUnit] {
        let slots = Set(places.map { Slot(column: number($0.x), row: number($0.y)) })
        return named(Dictionary(uniqueKeysWithValues: slots.map { ($0, square($0)) }))
    }

    private func number(_ coordinate: Double) -> Int { Int((coordinate / side).rounded(.down)) }

    private func square(_ slot: Slot) -> MultiPolygon<PlanePoint> {
        let (west, south) = (Double(slot.column) * side, Double(slot.row) * side)
        return rectangle(west, south, west + side, south + side)
    }

    private func rectangle(
        _ west: Double, _ south: Double, _ east: Double, _ north: Double
    ) -> MultiPolygon<PlanePoint> {
        let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
        do {
            return MultiPolygon([Polygon(exterior: try Ring(corners.map { PlanePoint(x: $0.0, y: $0.1) }))])
        } catch { return MultiPolygon([]) }
    }

    /// Slivers joined to the largest neighbour that they share an edge with, the smallest slivers first.
    private func joined(
        _ cells: [Slot: MultiPolygon<PlanePoint>]
    ) throws(TopologyFailure) -> [Slot: MultiPolygon<PlanePoint>] {
        var cells = cells
        let slivers = cells.filter { $0.value.area < Self.leastShare * side * side }
            .map { (slot: $0.key, area: $0.value.area) }
            .sorted { ($0.area, $0.slot) < ($1.area, $1.slot) }
        for (slot, _) in slivers {
            guard let sliver = cells[slot] else { continue }
            let neighbours = slot.neighbours.filter { cells[$0] != nil }
                .sorted { (cells[$1]?.area ?? 0, $0) < (cells[$0]?.area ?? 0, $1) }
            for neighbour in neighbours {
                guard let other = cells[neighbour] else { continue }
                let both = try other.union(sliver)
                // Fewer parts than apart: an edge is shared, not a corner.
                guard both.polygons.count < other.polygons.count + sliver.polygons.count else { continue }
                cells[neighbour] = both
                cells[slot] = nil
                break
            }
        }
        return cells
    }

    /// Cells named by column and row, counted from the south-west.
    private func named(_ cells: [Slot: MultiPolygon<PlanePoint>]) -> [PlanningUnit] {
        let slots = cells.keys.sorted()
        guard let first = slots.first, let last = slots.last else { return [] }
        let rows = slots.map(\.row)
        let (south, north) = (rows.min() ?? 0, rows.max() ?? 0)
        let width = String(max(last.column - first.column, north - south) + 1).count
        func padded(_ number: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return slots.compactMap { slot in
            cells[slot].map { cell in
                let name = "C\(padded(slot.column - first.column + 1))-\(padded(slot.row - south + 1))"
                return PlanningUnit(
                    id: name, name: name, area: cell.mapped(plane.unproject), origin: .cell)
            }
        }
    }
}
