import Geodesy
import Geometry
import TestWorlds
import Testing
import WalkNetwork

@Suite("Street faces")
struct StreetFacesTests {
    /// How far a place is from a segment, on the plane.
    private func distance(_ p: PlanePoint, _ v: Int, _ network: WalkNetwork) -> Double {
        let (a, b) = (network.vertexLocations[v], network.vertexLocations[v + 1])
        let (ux, uy) = (b.x - a.x, b.y - a.y)
        let squared = ux * ux + uy * uy
        let t = squared == 0 ? 0 : min(max(((p.x - a.x) * ux + (p.y - a.y) * uy) / squared, 0), 1)
        return p.distance(to: PlanePoint(x: a.x + t * ux, y: a.y + t * uy))
    }

    /// All segments, by their first vertices.
    private func segments(of network: WalkNetwork) -> [Int] {
        (0..<network.edgeCount).flatMap { network.vertices(ofEdge: $0).dropLast() }
    }

    @Test("no street is nearer to a place of a face's outline than the face's own, on random streets")
    func nearest() async throws {
        let plane = try WorkingPlane(definition: StreetSketch.planeDefinition)
        var looked = 0
        for seed in UInt64(0)..<60 {
            var generator = SeededGenerator(seed: seed)
            let network = WalkNetwork(
                streets: RandomStreets(&generator, on: plane).streets, plane: plane)
            let faces = await network.streetFaces(snapLimit: Metres(120), jobs: 2)
            let all = segments(of: network)
            for v in all {
                for face in [2 * v, 2 * v + 1] {
                    for p in faces.outline(ofFace: face) {
                        let own = distance(p, v, network)
                        let least = all.map { distance(p, $0, network) }.min() ?? 0
                        // A centimetre apart is the same place, for either street.
                        #expect(own - least < 0.021, "seed \(seed) face \(face) \(p)")
                        looked += 1
                    }
                }
            }
        }
        #expect(looked > 10_000, "\(looked)")
    }

    @Test("the faces of all streets fill every place within the longest leg, once")
    func filling() async throws {
        let plane = try WorkingPlane(definition: StreetSketch.planeDefinition)
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<20 {
            let world = RandomStreets(&generator, on: plane)
            let network = WalkNetwork(streets: world.streets, plane: plane)
            let faces = await network.streetFaces(snapLimit: Metres(5000), jobs: 1)
            let all = segments(of: network)
            for _ in 0..<100 {
                let p = plane.project(world.point(&generator))
                let (v, least) = all.map { ($0, distance(p, $0, network)) }.min { $0.1 < $1.1 } ?? (0, 0)
                let rivals = all.filter { distance(p, $0, network) < least + 1 }
                guard rivals.count == 1 else { continue }
                // Beside the street, not around one of its ends.
                let (a, b) = (network.vertexLocations[v], network.vertexLocations[v + 1])
                let t = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y))
                guard t > 0, t < (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y) else { continue }
                let isLeft = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) > 0
                let far = faces.outline(ofFace: isLeft ? 2 * v : 2 * v + 1)
                let outline = (isLeft ? [a, b] : [b, a]) + far
                let ring = try Ring(outline + [outline[0]])
                #expect(ring.contains(p))
            }
        }
    }

    @Test("faces do not depend on the jobs")
    func jobs() async throws {
        let town = try GridTown(blocks: 12, spacing: 90, bends: 1)
        var drawn: Set<[[PlanePoint]]> = []
        for jobs in [1, 2, 5] {
            let faces = await town.network.streetFaces(snapLimit: Metres(300), jobs: jobs)
            drawn.insert((0..<faces.faceCount).map { faces.outline(ofFace: $0) })
        }
        #expect(drawn.count == 1)
    }
}
