internal import Geometry

/// Places sorted into the squares of a grid of degrees.
struct PlaceGrid: Sendable {
    private let box: Envelope<GeographicPoint>
    private let side: Int
    private let offsets: [Int32]
    private let places: [Int32]

    /// Sorts places, some four to a square.
    init(_ points: [GeographicPoint]) {
        let box =
            Envelope(around: points) ?? Envelope(west: 0, south: 0, east: 1, north: 1)
        let side = max(1, min(Int((Double(points.count) / 4).squareRoot()), 2_000))
        (self.box, self.side) = (box, side)
        let cells = points.map {
            Self.line($0.latitude, box.south, box.north, side) * side
                + Self.line($0.longitude, box.west, box.east, side)
        }
        var offsets = [Int32](repeating: 0, count: side * side + 1)
        for cell in cells { offsets[cell + 1] += 1 }
        for cell in 0..<side * side { offsets[cell + 1] += offsets[cell] }
        var next = offsets
        var places = [Int32](repeating: 0, count: points.count)
        for (place, cell) in cells.enumerated() {
            places[Int(next[cell])] = Int32(place)
            next[cell] += 1
        }
        (self.offsets, self.places) = (offsets, places)
    }

    private static func line(_ value: Double, _ low: Double, _ high: Double, _ side: Int) -> Int {
        high > low ? min(max(Int((value - low) / (high - low) * Double(side)), 0), side - 1) : 0
    }

    /// Every place in squares that meet an envelope.
    func forEachPlace(in area: Envelope<GeographicPoint>, _ body: (Int32) -> Void) {
        let columns =
            Self.line(area.west, box.west, box.east, side)...Self.line(area.east, box.west, box.east, side)
        let rows =
            Self.line(
                area.south, box.south, box.north, side)...Self.line(
                area.north, box.south, box.north, side)
        for row in rows {
            for place in places[
                Int(
                    offsets[row * side + columns.lowerBound])..<Int(
                        offsets[row * side + columns.upperBound + 1])]
            {
                body(place)
            }
        }
    }
}
