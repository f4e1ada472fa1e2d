internal import Coverage
internal import Geodesy
internal import Geometry
internal import Places

extension World {
    /// What is measured in straight lines.
    func straightCases() -> [TimedCase] {
        var cases = [
            TimedCase("straight line, nearest for compounds") {
                let index = GeodesicIndex(facilityPoints)
                return compoundPoints.map { index.nearest(to: $0) }
            } answer: { found in
                let distances = found.compactMap { $0?.distance }
                return [
                    Quantity("within", distances.filter { $0 <= standard.radius }.count),
                    Quantity("micrometres", distances.reduce(0) { $0 + Micrometres($1).count }),
                ]
            }
        ]
        guard !areas.isEmpty else { return cases }
        cases += [
            TimedCase("1 km share of areas, from the plane") {
                let union = DiscUnion(discs)
                return areas.map { union.coveredArea(of: $0) / $0.area }
            } answer: {
                [Quantity("shares", measure: $0.reduce(0, +))]
            },
            TimedCase("1 km share of areas, from degrees") {
                let grounds = CommunityAreas(study: study, plane: plane, radius: standard.radius)
                return grounds.covered(byFacilities: Array(study.facilities.indices))
            } answer: {
                [Quantity("m2", measure: $0.reduce(0) { $0 + ($1 ?? 0) })]
            },
        ]
        return cases
    }
}
