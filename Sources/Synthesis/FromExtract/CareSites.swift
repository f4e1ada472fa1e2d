internal import Geodesy
internal import Geometry
internal import Places
internal import Studies
internal import Topology

/// Judges the tagged sites of an extract, one by one and then against each other.
struct CareSites {
    /// Sites of one name within this distance are one institution (its houses, or its point and its house).
    static let sameNameMetres = 250.0

    /// All tagged sites, by their labels' kind and number.
    private(set) var all: [CareSite] = []

    /// The sites that are facilities.
    var taken: [CareSite] {
        all.filter { if case .taken = $0.verdict { true } else { false } }
    }

    init(_ features: [ExtractFeature], inside boundary: StudyBoundary?) throws(TopologyFailure) {
        for feature in features where CareSiteRule.wanted.contains(where: feature.carries) {
            all.append(try CareSite(feature, inside: boundary))
        }
        refuseRepeated()
    }

    /// Of sites that are one institution the one with most ground stays.
    private mutating func refuseRepeated() {
        var order: [(index: Int, ground: Double)] = []
        for (index, site) in all.enumerated() {
            if case .taken = site.verdict { order.append((index, site.area?.area ?? 0)) }
        }
        order.sort { ($1.ground, $0.index) < ($0.ground, $1.index) }
        var kept: [Int] = []
        for (index, _) in order {
            if let first = kept.first(where: { isSame(all[$0], all[index]) }) {
                all[index].verdict = .same(as: all[first].label)
            } else {
                kept.append(index)
            }
        }
    }

    /// Whether a site is the institution of another, larger one: the same name near by, or no name and
    /// within its ground.
    private func isSame(_ larger: CareSite, _ site: CareSite) -> Bool {
        guard let place = site.place, let other = larger.place else { return false }
        if site.name.isEmpty { return larger.area?.contains(place) ?? false }
        return site.name == larger.name
            && Ellipsoid.wgs84.distance(place, other).value <= Self.sameNameMetres
    }
}

extension CareSite {
    /// Judges a feature by its tags and its place.
    fileprivate init(
        _ feature: ExtractFeature, inside boundary: StudyBoundary?
    ) throws(TopologyFailure) {
        label = feature.label
        tags = feature.tags
        (place, area) = try feature.placeAndArea()
        switch CareSiteRule.judge(feature.tags) {
        case .failure(let refusal): verdict = .refused(refusal)
        case .success(let kind):
            if let place {
                let inside = try boundary?.holds(place) ?? true
                verdict = inside ? .taken(kind) : .refused(.outside)
            } else {
                verdict = .refused(.noPlace)
            }
        }
    }
}
