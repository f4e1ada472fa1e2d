internal import Geometry
internal import Studies
internal import Topology

extension ExtractFeature {
    /// Whether the feature carries a wanted tag.
    func carries(_ wanted: ExtractReader.Wanted) -> Bool {
        guard let value = tags[wanted.key] else { return false }
        return wanted.value == nil || wanted.value == value
    }

    /// Where the feature stands, and the ground it covers.
    ///
    /// Of an area the point on surface that GEOS gives (invalid rings repaired before), to seven decimals
    /// as it is written; of a line its middle vertex; nothing where the extract does not say.
    func placeAndArea() throws(TopologyFailure) -> (GeographicPoint?, MultiPolygon<GeographicPoint>?) {
        switch shape {
        case .point(let place): return (place, nil)
        case .line(let places): return (places.isEmpty ? nil : places[places.count / 2], nil)
        case .incomplete, .none: return (nil, nil)
        case .area(let area):
            let valid = try area.repaired()
            return (try valid.pointOnSurface()?.rounded, valid.polygons.isEmpty ? nil : valid)
        }
    }
}

extension MultiPolygon {
    /// The same area, put right where its rings break the rules.
    func repaired() throws(TopologyFailure) -> MultiPolygon {
        if case .valid = try validity() { return self }
        return try madeValid()
    }
}

extension GeographicPoint {
    /// The place as a file with seven decimals holds it.
    var rounded: GeographicPoint {
        GeographicPoint(
            longitude: (longitude * 1e7).rounded(.toNearestOrAwayFromZero) / 1e7,
            latitude: (latitude * 1e7).rounded(.toNearestOrAwayFromZero) / 1e7)
    }
}
