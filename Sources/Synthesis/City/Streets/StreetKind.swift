/// What a way of the synthetic city is, with its OpenStreetMap tags.
enum StreetKind: UInt8, Sendable, CaseIterable {
    case primary, secondary, tertiary, unclassified, residential, livingStreet, service
    case footway, pedestrian, path, track, cycleway, steps
    case bridge
    case permissive
    // Not for walkers.
    case motorway, motorwayLink, privateStreet, closedService, vehiclesOnly

    /// The tags, in the order in which they are written.
    var tags: [(key: String, value: String)] {
        switch self {
        case .primary: [("highway", "primary")]
        case .secondary: [("highway", "secondary")]
        case .tertiary: [("highway", "tertiary")]
        case .unclassified: [("highway", "unclassified")]
        case .residential: [("highway", "residential")]
        case .livingStreet: [("highway", "living_street")]
        case .service: [("highway", "service")]
        case .footway: [("highway", "footway")]
        case .pedestrian: [("highway", "pedestrian")]
        case .path: [("highway", "path")]
        case .track: [("highway", "track")]
        case .cycleway: [("highway", "cycleway")]
        case .steps: [("highway", "steps")]
        case .bridge: [("bridge", "yes"), ("highway", "primary"), ("layer", "1")]
        case .permissive: [("access", "private"), ("foot", "permissive"), ("highway", "service")]
        case .motorway: [("bridge", "yes"), ("highway", "motorway"), ("layer", "2"), ("oneway", "yes")]
        case .motorwayLink: [("highway", "motorway_link"), ("oneway", "yes")]
        case .privateStreet: [("access", "private"), ("highway", "service")]
        case .closedService: [("access", "no"), ("highway", "service")]
        case .vehiclesOnly: [("foot", "no"), ("highway", "unclassified")]
        }
    }

    /// Whether people walk there: what the walking rule makes of the tags.
    var isWalkable: Bool { rawValue < StreetKind.motorway.rawValue }

    /// A street between communities, the wider the earlier the study area was halved there.
    static func border(halvings: Int, of maximum: Int) -> StreetKind {
        switch maximum - halvings {
        case 3...: .primary
        case 2: .secondary
        case 1: .tertiary
        default: .unclassified
        }
    }

    /// A street inside a community.
    static func inner(isUrban: Bool, random: inout SeededGenerator) -> StreetKind {
        isUrban
            ? random.pick(
                (.residential, 56), (.livingStreet, 9), (.unclassified, 10), (.service, 9), (.footway, 9),
                (.path, 2), (.cycleway, 2), (.pedestrian, 3))
            : random.pick((.unclassified, 30), (.track, 28), (.residential, 20), (.path, 14), (.tertiary, 8))
    }

    /// A short way that leads off into a block.
    static func spur(isUrban: Bool, random: inout SeededGenerator) -> StreetKind {
        isUrban
            ? random.pick(
                (.service, 42), (.footway, 36), (.path, 6), (.steps, 8), (.closedService, 5),
                (.vehiclesOnly, 3))
            : random.pick((.track, 60), (.path, 40))
    }
}

/// What a node of the synthetic city carries besides its place.
enum NodeKind: UInt8, Sendable {
    case gate, bollard, blocked

    /// The tags, in the order in which they are written.
    var tags: [(key: String, value: String)] {
        switch self {
        case .gate: [("barrier", "gate")]
        case .bollard: [("barrier", "bollard")]
        case .blocked: [("barrier", "gate"), ("foot", "no")]
        }
    }
}
