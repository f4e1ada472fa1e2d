internal import Geometry

/// Where the nodes of streets lie, as a saved network keeps them: in OpenStreetMap's own unit where all of them are
/// whole in it, which takes half the room, else in degrees.
struct SavedNodes {
    private var longitudes: ContiguousArray<Int32> = []
    private var latitudes: ContiguousArray<Int32> = []
    private var degrees: ContiguousArray<GeographicPoint> = []

    /// Takes the places of nodes.
    init(_ places: [GeographicPoint]) {
        longitudes.reserveCapacity(places.count)
        latitudes.reserveCapacity(places.count)
        for place in places {
            guard let longitude = Self.steps(place.longitude), let latitude = Self.steps(place.latitude)
            else {
                (longitudes, latitudes, degrees) = ([], [], ContiguousArray(places))
                return
            }
            longitudes.append(longitude)
            latitudes.append(latitude)
        }
    }

    /// Takes them from a file's columns; nothing where these do not fit together.
    init?(_ contents: NetworkFile.Contents) {
        (longitudes, latitudes) = (contents.nodeLongitudes, contents.nodeLatitudes)
        degrees = contents.nodePlaces
        guard longitudes.count == latitudes.count, degrees.isEmpty || longitudes.isEmpty else { return nil }
    }

    /// How many there are.
    var count: Int { max(longitudes.count, degrees.count) }

    /// The places, the same that were taken.
    var places: [GeographicPoint] {
        degrees.isEmpty
            ? zip(longitudes, latitudes).map {
                GeographicPoint(longitude: Self.degrees($0), latitude: Self.degrees($1))
            } : Array(degrees)
    }

    /// Fills the columns that they are saved in.
    func write(to contents: inout NetworkFile.Contents) {
        (contents.nodeLongitudes, contents.nodeLatitudes) = (longitudes, latitudes)
        contents.nodePlaces = degrees
    }

    /// OpenStreetMap's own unit: ten-millionths of a degree.
    private static func degrees(_ steps: Int32) -> Double { Double(steps) / 10_000_000 }

    /// The coordinate in that unit; nothing where it has no exact one.
    private static func steps(_ degrees: Double) -> Int32? {
        let steps = (degrees * 10_000_000).rounded()
        guard let whole = Int32(exactly: steps), Self.degrees(whole) == degrees else { return nil }
        return whole
    }
}
