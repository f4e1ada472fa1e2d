internal import Coverage
internal import Foundation
internal import Geodesy
internal import Geometry
internal import Places
internal import Reports
internal import Topology
internal import WalkNetwork

extension World {
    /// Walk circles, checked against the searches place by place.
    func circleCases(jobs: Int) -> [TimedCase] {
        let network = network
        let limit = limit
        return [
            TimedCase("nearest streets") {
                await network.streetFaces(snapLimit: standard.snapLimit, jobs: jobs)
            } answer: {
                [Quantity("faces", measure: Double($0.faceCount), tolerance: 0.0001)]
            },
            TimedCase("walk circles, 15 min, each") { runs in
                let faces = await network.streetFaces(snapLimit: standard.snapLimit, jobs: jobs)
                let folder = FileManager.default.temporaryDirectory.appending(
                    path: "walk-circles-\(ProcessInfo.processInfo.processIdentifier)")
                defer { _ = Result { try FileManager.default.removeItem(at: folder) } }
                let (areas, timing) = try await Timing.of(runs: runs) {
                    try await writeCircles(in: faces, to: folder, jobs: jobs)
                }
                let circles = await network.walkCircles(
                    of: facilities, limits: [limit], snapLimit: standard.snapLimit, in: faces, jobs: jobs
                ) { $0 }.map { $0?.first }
                let table = await network.reachTable(
                    from: facilities, to: compounds, within: limit, jobs: jobs)
                let broken = try areas.count { try $0.area.validity() != .valid }
                return TimedCase.Outcome(
                    timing: timing,
                    answer: self.areas(of: circles.compactMap { $0 }),
                    faults: misplaced(circles, table)
                        + (broken == 0 ? [] : ["\(name): \(broken) walk circles are not valid"]))
            },
            TimedCase("walk circles, 15 min, merged") {
                await network.mergedWalkCircle(
                    of: facilities, limit: limit, snapLimit: standard.snapLimit, jobs: jobs)
            } answer: {
                areas(of: [$0])
            },
        ]
    }

    /// Draws all circles as a file states them, and writes it.
    private func writeCircles(in faces: StreetFaces, to folder: URL, jobs: Int) async throws
        -> [GridRings]
    {
        guard let grid = faces.extent.flatMap({ UnprojectionGrid(of: plane, over: $0) }) else { return [] }
        let areas = try await network.walkCircles(
            of: facilities, limits: [limit], snapLimit: standard.snapLimit, in: faces, jobs: jobs
        ) { circle in
            Result { try RoundedArea(circle.outline, full: circle.area, by: grid.unproject).validRings() }
        }
        .compactMap { try $0?.first?.get() }
        let size = 32
        let pieces = OutputPieces(count: (areas.count + size - 1) / size) { piece in
            var features = GeoJSON()
            for index in piece * size..<min((piece + 1) * size, areas.count) {
                features.append(areas[index], properties: [])
            }
            return features.finished()
        }
        var output = OutputFolder(root: folder)
        output.add("circles.geojson", pieces: pieces)
        try await output.write(jobs: jobs)
        return areas
    }

    /// Drawing may change within its tolerance, so that areas have to be equal to half a percent only.
    private func areas(of circles: [WalkCircle]) -> [Quantity] {
        [
            Quantity("circles", circles.count),
            Quantity("m2", measure: circles.reduce(0) { $0 + $1.area.area }, tolerance: 0.005),
        ]
    }

    /// The compounds that lie on the wrong side of a circle by more than its tolerance.
    ///
    /// Compounds with gates start elsewhere than where they stand, so only those without are asked.
    private func misplaced(_ circles: [WalkCircle?], _ table: ReachTable) -> [String] {
        let gated = Set(study.gates.map(\.compound))
        let places = plane.project(compoundPoints)
        var wrong = 0
        for (facility, circle) in circles.enumerated() {
            guard let circle, let envelope = circle.area.envelope else { continue }
            let reached = Set(table.row(ofFacility: facility).map(\.0))
            for (compound, place) in places.enumerated() where !gated.contains(compound) {
                let isReached = reached.contains(Int32(compound))
                guard isReached || envelope.contains(place) else { continue }
                guard circle.area.contains(place) != isReached else { continue }
                let tolerance = WalkCircle.tolerance.value * 1.001
                if circle.area.distanceToBoundary(from: place) > tolerance { wrong += 1 }
            }
        }
        return wrong == 0 ? [] : ["\(name): \(wrong) pairs lie on the wrong side of a walk circle"]
    }
}

extension MultiPolygon<PlanePoint> {
    /// How far a place is from the nearest edge, in metres of the plane.
    func distanceToBoundary(from p: PlanePoint) -> Double {
        var least = Double.infinity
        for ring in polygons.flatMap(\.rings) {
            for (a, b) in zip(ring.positions, ring.positions.dropFirst()) {
                let (dx, dy) = (b.x - a.x, b.y - a.y)
                let square = dx * dx + dy * dy
                let t = square > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / square : 0
                let near = min(1, max(0, t))
                let foot = PlanePoint(x: a.x + near * dx, y: a.y + near * dy)
                least = min(least, foot.distance(to: p))
            }
        }
        return least
    }
}
