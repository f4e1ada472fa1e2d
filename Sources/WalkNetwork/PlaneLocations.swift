package import Geodesy
package import Geometry

extension WorkingPlane {
    /// Where many places lie on the plane, worked out on several threads, each with a plane of its own.
    ///
    /// - Parameters:
    ///   - places: The places.
    ///   - jobs: How many threads to use; the locations do not depend on it.
    /// - Returns: The locations, in the order of the places.
    package func locations(of places: [GeographicPoint], jobs: Int) async -> ContiguousArray<PlanePoint> {
        await moved(places, jobs: jobs) { $0.project($1) }
    }

    /// Where many locations of the plane lie on the ground, likewise.
    ///
    /// - Parameters:
    ///   - locations: The locations.
    ///   - jobs: How many threads to use; the places do not depend on it.
    /// - Returns: The places, in the order of the locations.
    package func places(at locations: [PlanePoint], jobs: Int) async -> ContiguousArray<GeographicPoint> {
        await moved(locations, jobs: jobs) { $0.unproject($1) }
    }

    private func moved<From: Sendable, To: Sendable>(
        _ places: [From], jobs: Int, _ move: @escaping @Sendable (WorkingPlane, [From]) -> [To]
    ) async -> ContiguousArray<To> {
        // A plane takes a millisecond to make, as long as some thousand places.
        let parts = min(jobs, places.count / 10_000)
        guard parts > 1 else { return ContiguousArray(move(self, places)) }
        let definition = definition
        let chunks = await FixedChunks.map(
            count: places.count, size: (places.count + parts - 1) / parts, jobs: parts
        ) { range -> [To]? in
            do throws(GeodesyFailure) {
                return move(try WorkingPlane(definition: definition), Array(places[range]))
            } catch {
                return nil
            }
        }
        var there = ContiguousArray<To>()
        there.reserveCapacity(places.count)
        for case let chunk? in chunks { there.append(contentsOf: chunk) }
        // A text that has made one plane makes another; were it not so, the one at hand would do.
        return there.count == places.count ? there : ContiguousArray(move(self, places))
    }
}
