/// What a walking rule looks at on a way; nothing where the way has no such tag.
package struct WayTags: Hashable, Sendable {
    /// What kind of way it is.
    package var highway: String
    /// Who may walk there.
    package var foot: String?
    /// Who may go there at all.
    package var access: String?
    /// Whether a closed way stands for the area inside it.
    package var area: String?

    /// Makes the tags of a way.
    package init(highway: String, foot: String? = nil, access: String? = nil, area: String? = nil) {
        self.highway = highway
        self.foot = foot
        self.access = access
        self.area = area
    }
}

/// Which ways people walk on: the one place that says so (docs/walking-rule.md gives the reasons).
///
/// The rule reads `highway`, `foot` and `access` as they stand, letter by letter: a list of values such as
/// `yes;designated` is none of the values below. `oneway` is for vehicles and is not looked at. An
/// `area=yes` way is judged like any other; what is walked then is its outline.
package struct WalkingRule: Hashable, Sendable {
    /// Counted up whenever the rule judges any way or node otherwise than before: networks saved under another
    /// version are built anew.
    static let version = 1

    /// Whether ways with `access=no` or `access=private` are walked on too.
    package var privateWays: Bool

    /// Makes the rule; `privateWays` is the study's `walking: {private_ways: true}`.
    package init(privateWays: Bool = false) { self.privateWays = privateWays }

    /// Why a way is or is not walked on; the first that holds.
    package enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// People walk here.
        case walkable
        /// The kind of way is not for walking, or none that is known.
        case kind
        /// A motorway on which `foot` does not invite walkers.
        case motorway
        /// `foot=no` or `foot=private`.
        case foot
        /// `access=no` or `access=private`, and `foot` does not open it.
        case access
    }

    /// The kinds of way that people walk on unless something forbids it.
    package static let walkableKinds: Set<String> = [
        "residential", "living_street", "unclassified",
        "tertiary", "tertiary_link", "secondary", "secondary_link", "primary", "primary_link",
        "trunk", "trunk_link", "service", "track", "road",
        "pedestrian", "footway", "path", "steps", "cycleway", "bridleway", "corridor",
    ]
    /// The kinds of way that need ``motorwayInvitations``.
    package static let motorwayKinds: Set<String> = ["motorway", "motorway_link"]
    /// The values of `foot` that let walkers onto a motorway.
    package static let motorwayInvitations: Set<String> = ["yes", "designated"]
    /// The values of `foot` that forbid walking.
    package static let footForbidden: Set<String> = ["no", "private"]
    /// The values of `access` that forbid walking unless `foot` is one of ``footOpens``.
    package static let accessForbidden: Set<String> = ["no", "private"]
    /// The values of `foot` that open a way whose `access` is forbidden.
    package static let footOpens: Set<String> = ["yes", "designated", "permissive"]

    /// Judges a way.
    package func verdict(on way: WayTags) -> Verdict {
        let foot = way.foot ?? ""
        if Self.motorwayKinds.contains(way.highway) {
            guard Self.motorwayInvitations.contains(foot) else { return .motorway }
        } else if !Self.walkableKinds.contains(way.highway) {
            return .kind
        }
        if Self.footForbidden.contains(foot) { return .foot }
        if let access = way.access, Self.accessForbidden.contains(access), !privateWays,
            !Self.footOpens.contains(foot)
        {
            return .access
        }
        return .walkable
    }

    /// Whether people walk on a way.
    package func admits(_ way: WayTags) -> Bool { verdict(on: way) == .walkable }

    /// Whether a node lets nobody pass: only `foot=no` does, other barriers do not stop a walker.
    package static func blocks(foot: String?) -> Bool { foot == "no" }
}
