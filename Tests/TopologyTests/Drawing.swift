import Geometry

/// A ring through corners written as "x y, x y, …", closed by itself.
func ring(_ corners: String) throws -> Ring<PlanePoint> {
    var positions = corners.split(separator: ",").map { corner in
        let numbers = corner.split(separator: " ").compactMap { Double($0) }
        return PlanePoint(x: numbers[0], y: numbers[1])
    }
    if let first = positions.first { positions.append(first) }
    return try Ring(positions)
}

/// An area of one polygon, its corners as in ``ring(_:)``.
func area(_ exterior: String, holes: [String] = []) throws -> MultiPolygon<PlanePoint> {
    MultiPolygon([Polygon(exterior: try ring(exterior), holes: try holes.map { try ring($0) })])
}
