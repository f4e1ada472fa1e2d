package import Geometry

/// How people walk in a study; what is left out comes from the policy pack.
package struct WalkingChoice: Hashable, Sendable {
    package var minutes: Double?
    /// The headline speed, m/s.
    package var speed: Double?
    package var snapLimit: Metres?
    /// Whether ways with `access=no|private` are let in.
    package var privateWays: Bool
    /// Whether lines of a line layer also meet where they cross without a shared vertex.
    package var splitCrossings: Bool
    /// The profiles measured beside the headline speed; nothing: the pack's.
    package var profiles: [WalkingProfile]?

    /// Makes a choice; nothing chosen by default.
    package init(
        minutes: Double? = nil, speed: Double? = nil, snapLimit: Metres? = nil, privateWays: Bool = false,
        splitCrossings: Bool = false, profiles: [WalkingProfile]? = nil
    ) {
        self.minutes = minutes
        self.speed = speed
        self.snapLimit = snapLimit
        self.privateWays = privateWays
        self.splitCrossings = splitCrossings
        self.profiles = profiles
    }
}

/// Everything that a planner's folder says, read once and never changed.
///
/// Rows stand in the order in which they were read; what refers to a community or a compound does so by index.
package struct Study: Sendable {
    package var name: String
    package var baseYear: Int
    /// The working plane, as PROJ names it (`EPSG:4547`).
    package var plane: String
    package var walking: WalkingChoice
    /// The radius in a straight line, where the study overrides the pack's.
    package var radius: Metres?
    package var communities: [Community]
    package var compounds: [Compound]
    package var phases: [Phase]
    package var gates: [Gate]
    package var facilities: [Facility]
    package var candidates: [Candidate]
    /// Water: not drawn over.
    package var water: [MultiPolygon<GeographicPoint>]
    /// What offices publish of areas as a whole.
    package var totals: [AreaTotal]
    /// People entitled to services.
    package var groups: [EntitledGroup]
    /// Written exceptions from rules.
    package var waivers: [Waiver]

    /// Makes a study; layers left out are empty.
    package init(
        name: String, baseYear: Int, plane: String, walking: WalkingChoice = WalkingChoice(),
        radius: Metres? = nil, communities: [Community] = [], compounds: [Compound] = [],
        phases: [Phase] = [],
        gates: [Gate] = [], facilities: [Facility] = [], candidates: [Candidate] = [],
        water: [MultiPolygon<GeographicPoint>] = [], totals: [AreaTotal] = [],
        groups: [EntitledGroup] = [], waivers: [Waiver] = []
    ) {
        self.name = name
        self.baseYear = baseYear
        self.plane = plane
        self.walking = walking
        self.radius = radius
        self.communities = communities
        self.compounds = compounds
        self.phases = phases
        self.gates = gates
        self.facilities = facilities
        self.candidates = candidates
        self.water = water
        self.totals = totals
        self.groups = groups
        self.waivers = waivers
    }

    /// The city's name: what the communities' column `city` says where they agree, else the study's name.
    package var cityName: String {
        let named = Set(communities.compactMap(\.city))
        return named.count == 1 ? named.first ?? name : name
    }
}

/// The position of each id in byte order: what ties between facilities are decided by.
package func byteOrderRanks(of ids: [String]) -> [Int] {
    let order = ids.indices.sorted { precedesInByteOrder(ids[$0], ids[$1]) }
    var ranks = [Int](repeating: 0, count: ids.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    return ranks
}

/// Whether one text comes before another by the bytes of its UTF-8.
package func precedesInByteOrder(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
}
