internal import Geodesy
internal import Geometry
internal import Studies
internal import Topology

/// The buildings of an extract: those that people live in, why the others are not, and which of these could become care
/// sites.
struct Homes {
    /// The dwellings, by their labels' kind and number.
    private(set) var all: [Home] = []
    /// The buildings that could be converted, by their labels' kind and number.
    private(set) var convertible: [ConvertibleBuilding] = []
    /// How many buildings were refused for which reason.
    private(set) var refused: [BuildingRefusal: Int] = [:]
    /// How many features have a `building` tag.
    private(set) var buildings = 0

    init(
        _ features: [ExtractFeature], sites: [CareSite], rule: DwellingRule, plane: WorkingPlane,
        inside boundary: StudyBoundary?
    ) throws(TopologyFailure) {
        let grounds = try OtherGrounds(features)
        let careSites = Set(sites.filter { $0.verdict.isInstitution }.map(\.label))
        for feature in features where feature.tags["building"] != nil && feature.kind != .node {
            buildings += 1
            if feature.boundsRelation != nil {
                refused[.partOfRelation, default: 0] += 1
            } else if careSites.contains(feature.label) {
                refused[.careSite, default: 0] += 1
            } else {
                let (place, area) = try feature.placeAndArea()
                guard let place, let area else {
                    refused[.noArea, default: 0] += 1
                    continue
                }
                let footprint = Self.groundArea(area, at: place, on: plane)
                let otherwise = try refusal(
                    feature.tags, at: place, footprint: footprint, rule: rule, grounds: grounds,
                    boundary: boundary)
                if let otherwise {
                    refused[otherwise, default: 0] += 1
                    if let kind = CandidateRule.kind(feature.tags), try boundary?.holds(place) ?? true {
                        offer(feature, at: place, kind: kind, footprint: footprint)
                    }
                } else {
                    all.append(
                        Home(
                            label: feature.label, tags: feature.tags, place: place, footprint: footprint,
                            count: rule.dwellings(feature.tags, footprint: footprint)))
                }
            }
        }
    }

    private mutating func offer(
        _ feature: ExtractFeature, at place: GeographicPoint, kind: String, footprint: Double
    ) {
        let (area, areLevelsStated) = CandidateRule.area(feature.tags, footprint: footprint)
        guard area >= CandidateRule.smallestArea else { return }
        convertible.append(
            ConvertibleBuilding(
                label: feature.label, tags: feature.tags, place: place, kind: kind, area: area,
                areLevelsStated: areLevelsStated))
    }

    /// Leaves out buildings that no unit holds.
    mutating func drop(outside isOutside: (_ label: String) -> Bool) {
        let before = all.count
        all.removeAll { isOutside($0.label) }
        convertible.removeAll { isOutside($0.label) }
        if all.count < before { refused[.outside, default: 0] += before - all.count }
    }

    private func refusal(
        _ tags: [String: String], at place: GeographicPoint, footprint: Double, rule: DwellingRule,
        grounds: OtherGrounds, boundary: StudyBoundary?
    ) throws(TopologyFailure) -> BuildingRefusal? {
        let byUse = try rule.refusal(tags, footprint: footprint) { () throws(TopologyFailure) in
            try grounds.hold(place)
        }
        if let byUse { return byUse }
        return try boundary?.holds(place) ?? true ? nil : .outside
    }

    /// The area of a small polygon on the ground, in m²: on the plane over its areal scale there.
    private static func groundArea(
        _ area: MultiPolygon<GeographicPoint>, at place: GeographicPoint, on plane: WorkingPlane
    ) -> Double {
        let scale = plane.scale(at: place)
        return area.mapped(plane.project).area / (scale * scale)
    }
}

extension CareSite.Verdict {
    /// Whether the site is an institution of the study, or part of one.
    var isInstitution: Bool {
        switch self {
        case .taken, .same: true
        case .refused: false
        }
    }
}

/// The grounds of an extract on which a building of unstated kind is not lived in.
private struct OtherGrounds {
    private let index: PolygonIndex<GeographicPoint>

    init(_ features: [ExtractFeature]) throws(TopologyFailure) {
        var grounds: [MultiPolygon<GeographicPoint>] = []
        for feature in features where feature.tags["building"] == nil {
            guard DwellingRule.otherGrounds.contains(where: feature.carries),
                case .area(let area) = feature.shape
            else { continue }
            grounds.append(try area.repaired())
        }
        index = try PolygonIndex(grounds)
    }

    func hold(_ place: GeographicPoint) throws(TopologyFailure) -> Bool {
        try !index.containing(place).isEmpty
    }
}
