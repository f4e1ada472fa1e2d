internal import Geodesy
internal import Geometry

extension WorkingPlane {
    /// Where many places lie on the plane, worked out on several threads, each with a plane of its own.
    ///
    /// - Parameters:
    ///   - places: The places.
    ///   - jobs: How many threads to use; the locations do not depend on it.
    /// - Returns: The locations, in the order of the places.
    func locations(of places: [GeographicPoint], jobs: Int) async -> ContiguousArray<PlanePoint> {
        // A plane takes a millisecond to make, as long as some thousand places.
        let parts = min(jobs, places.count / 10_000)
        guard parts > 1 else { return ContiguousArray(project(places)) }
        let definition = definition
        let chunks = await FixedChunks.map(
            count: places.count, size: (places.count + parts - 1) / parts, jobs: parts
        ) { range -> [PlanePoint]? in
            do throws(GeodesyFailure) {
                return try WorkingPlane(definition: definition).project(Array(places[range]))
            } catch {
                return nil
            }
        }
        var locations = ContiguousArray<PlanePoint>()
        locations.reserveCapacity(places.count)
        for case let chunk? in chunks { locations.append(contentsOf: chunk) }
        // A text that has made one plane makes another; were it not so, the one at hand would do.
        return locations.count == places.count ? locations : ContiguousArray(project(places))
    }
}
