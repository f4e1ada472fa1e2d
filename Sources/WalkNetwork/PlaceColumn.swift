package import Geometry

/// Places on WGS 84, one after the other: in OpenStreetMap's own unit where all of them are whole in it, which takes
/// half the room, else in degrees.
package struct PlaceColumn: Sendable, Equatable {
    /// Longitudes and latitudes in ten-millionths of a degree; empty where not all places are whole in them.
    private(set) var steps: Column<SIMD2<Int32>> = []
    /// The places in degrees; empty where they are in steps.
    private(set) var degrees: Column<GeographicPoint> = []

    /// No places, to be filled.
    package init() {}

    /// Takes places by their numbers; each may be asked for twice.
    package init(count: Int, _ place: (Int) -> GeographicPoint) {
        var steps = ContiguousArray<SIMD2<Int32>>()
        steps.reserveCapacity(count)
        for index in 0..<count {
            guard let step = Self.steps(place(index)) else {
                degrees = Column(ContiguousArray((0..<count).map(place)))
                return
            }
            steps.append(step)
        }
        self.steps = Column(steps)
    }

    /// Whether the columns fit together.
    package var isSound: Bool { steps.isEmpty || degrees.isEmpty }

    /// Shows both columns to a visitor, always in the same order; what it makes of them stays.
    package mutating func visit<Visitor: NetworkColumnVisitor>(
        _ visitor: inout Visitor
    ) throws(Visitor.Failure) {
        try visitor.visit(&steps)
        try visitor.visit(&degrees)
    }

    private static let stepsOfDegree = 10_000_000.0

    /// A place in steps; nothing where it has no exact ones.
    private static func steps(_ place: GeographicPoint) -> SIMD2<Int32>? {
        guard let longitude = Int32(exactly: (place.longitude * stepsOfDegree).rounded()),
            let latitude = Int32(exactly: (place.latitude * stepsOfDegree).rounded())
        else { return nil }
        let again = Self.place(SIMD2(longitude, latitude))
        // To the bit, so that whoever builds a network and whoever reads a saved one compute with the same numbers.
        guard again.longitude.bitPattern == place.longitude.bitPattern,
            again.latitude.bitPattern == place.latitude.bitPattern
        else { return nil }
        return SIMD2(longitude, latitude)
    }

    private static func place(_ steps: SIMD2<Int32>) -> GeographicPoint {
        GeographicPoint(
            longitude: Double(steps.x) / stepsOfDegree, latitude: Double(steps.y) / stepsOfDegree)
    }
}

extension PlaceColumn: RandomAccessCollection {
    package var startIndex: Int { 0 }

    package var endIndex: Int { degrees.isEmpty ? steps.count : degrees.count }

    /// A place, the same that was taken.
    package subscript(index: Int) -> GeographicPoint {
        degrees.isEmpty ? Self.place(steps[index]) : degrees[index]
    }
}
