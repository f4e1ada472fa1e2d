internal import Geodesy
internal import Geometry
internal import Studies
internal import Topology

/// Communities from the administrative boundaries of an extract: the deepest level that covers the study.
struct AdministrativeUnits {
    /// How much of the study (of its boundary's area, else of its dwellings) a level must cover.
    static let leastCover = 0.95
    /// How much of the areas of a level may lie over each other.
    static let mostOverlap = 0.01
    /// The levels looked at: 11 is the deepest in use, those under 5 are larger than a city.
    static let levels = (5...11).reversed()

    let plane: WorkingPlane

    private struct Unit {
        let feature: ExtractFeature
        let area: MultiPolygon<PlanePoint>
    }

    /// The units of the deepest level that serves; nothing where none does.
    ///
    /// A level serves with at least two units that cover ``leastCover`` of the study and hardly overlap: one
    /// unit alone says nothing about where within it people live.
    /// - Parameters:
    ///   - features: the extract's features, boundaries among them.
    ///   - boundary: the study's boundary on the plane, where it has one.
    ///   - homes: the dwellings' places on the plane.
    /// - Returns: the units in the order of their ids.
    /// - Throws: what GEOS fails at.
    func units(
        _ features: [ExtractFeature], boundary: MultiPolygon<PlanePoint>?, homes: [PlanePoint]
    ) throws(TopologyFailure) -> [PlanningUnit]? {
        for level in Self.levels {
            let units = try units(of: level, features, inside: boundary)
            guard units.count >= 2 else { continue }
            let all = try MultiPolygon.union(of: units.map(\.area))
            let sum = units.reduce(0) { $0 + $1.area.area }
            guard sum - all.area <= Self.mostOverlap * all.area else { continue }
            if let boundary {
                guard all.area >= Self.leastCover * boundary.area else { continue }
            } else {
                let index = try PolygonIndex([all])
                var held = 0
                for home in homes where try !index.containing(home).isEmpty { held += 1 }
                guard Double(held) >= Self.leastCover * Double(homes.count) else { continue }
            }
            var made = units.map { unit in
                PlanningUnit(
                    id: unit.feature.label, name: unit.feature.tags["name"] ?? unit.feature.label,
                    area: unit.area.mapped(plane.unproject), origin: .administrative(level: level))
            }
            if let boundary, case let rest = try boundary.subtracting(all), !rest.polygons.isEmpty {
                made.append(
                    PlanningUnit(
                        id: "remainder", name: "Remainder", area: rest.mapped(plane.unproject),
                        origin: .remainder))
            }
            return made.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        }
        return nil
    }

    private func units(
        of level: Int, _ features: [ExtractFeature], inside boundary: MultiPolygon<PlanePoint>?
    ) throws(TopologyFailure) -> [Unit] {
        var units: [Unit] = []
        for feature in features {
            guard feature.tags["boundary"] == "administrative",
                feature.tags["admin_level"] == String(level), feature.boundsRelation == nil,
                case .area(let area) = feature.shape
            else { continue }
            var projected = try area.mapped(plane.project).repaired()
            if let boundary { projected = try projected.intersection(boundary) }
            // A neighbour that the boundary's line runs along leaves a thread of ground only.
            if projected.area > 1 { units.append(Unit(feature: feature, area: projected)) }
        }
        return units
    }
}
