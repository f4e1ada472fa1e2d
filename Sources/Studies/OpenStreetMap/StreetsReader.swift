internal import COSM
internal import Geometry
package import WalkNetwork

/// What reading streets has met, beside the streets themselves.
package struct StreetsReport: Hashable, Sendable {
    /// Ways with a `highway` tag.
    package var highways = 0
    /// How many of them got which verdict.
    package var verdicts: [WalkingRule.Verdict: Int] = [:]
    /// References of walkable ways to nodes that the file lacks: each breaks its way.
    package var missingReferences = 0
    /// Walkable ways with such a reference.
    package var brokenWays = 0
    /// Nodes of the streets that let nobody pass.
    package var blockedNodes = 0
    /// Multipolygon relations with a `highway` tag: squares whose outline is not walked on, since the rule
    /// speaks of ways; their member ways are judged by their own tags.
    package var areaRelations = 0

    /// How many ways got a verdict.
    package func count(_ verdict: WalkingRule.Verdict) -> Int { verdicts[verdict] ?? 0 }
}

/// Reads the walkable ways of an OpenStreetMap file (.osm.pbf, .osm, .osm.gz, .osm.bz2).
///
/// Two passes: the ways first, then only the nodes that walkable ones use, so that the memory is that of
/// the streets and not of the extract. Node ids may stand in any order in the file; of a node that it
/// holds twice the last one counts.
package struct StreetsReader: Sendable {
    /// What is walkable.
    package var rule: WalkingRule
    /// How many threads decode the file; the result does not depend on it.
    package var jobs: Int
    /// What is read beside the streets themselves.
    package var extras: StreetExtras

    /// Makes a reader.
    package init(rule: WalkingRule = WalkingRule(), jobs: Int = 2, extras: StreetExtras = []) {
        self.rule = rule
        self.jobs = jobs
        self.extras = extras
    }

    /// Reads a file's streets: nodes ascending by their ids, ways in the file's order.
    package func read(_ path: String) throws(ExtractFailure) -> (streets: Streets, report: StreetsReport) {
        let ways = try HighwayWays(path: path, jobs: jobs, names: extras.contains(.names))
        // The handle is read before the shim is called with it, which must not be the owner's last use.
        defer { extendLifetime(ways) }
        var report = StreetsReport()
        report.areaRelations = ways.areaRelations
        let tagSets = ways.tagSets
        let walkable = tagSets.map { tagSet in
            let verdict = rule.verdict(on: tagSet.tags)
            report.highways += tagSet.ways
            report.verdicts[verdict, default: 0] += tagSet.ways
            return verdict == .walkable
        }
        guard report.count(.walkable) > 0 else { throw .noWalkableWay(highways: report.highways) }
        let streets = try ways.streets(
            walkable: walkable, tagSets: tagSets, jobs: jobs, features: extras.contains(.features),
            report: &report)
        // Ways all of whose nodes the file lacks leave nothing to walk on.
        guard streets.wayCount > 0 else { throw .noWalkableWay(highways: report.highways) }
        return (streets, report)
    }
}

/// Owns the first pass's ways.
private struct HighwayWays: ~Copyable {
    private let handle: OpaquePointer

    /// A combination of tags that ways carry, and how many carry it.
    typealias TagSet = (tags: WayTags, level: Int8, ways: Int)

    init(path: String, jobs: Int, names: Bool) throws(ExtractFailure) {
        var failure = cosm_failure()
        guard let handle = cosm_ways_read(path, Int32(clamping: jobs), names, &failure) else {
            throw ExtractFailure(failure)
        }
        self.handle = handle
    }

    deinit { cosm_ways_free(handle) }

    /// The combinations of tags that the ways carry, and how many carry each.
    var tagSets: [TagSet] {
        (0..<cosm_ways_tag_sets(handle)).map { index in
            let raw = cosm_ways_tags(handle, index)
            let tags = WayTags(
                highway: raw.highway.map { String(cString: $0) } ?? "",
                foot: raw.foot.map { String(cString: $0) },
                access: raw.access.map { String(cString: $0) },
                area: raw.area.map { String(cString: $0) })
            let level = WayLevel.level(
                layer: raw.layer.map { String(cString: $0) }, bridge: raw.bridge.map { String(cString: $0) },
                tunnel: raw.tunnel.map { String(cString: $0) })
            return (tags, level, raw.ways)
        }
    }

    var areaRelations: Int { cosm_ways_area_relations(handle) }

    /// The second pass: the streets of the combinations that are walkable.
    func streets(
        walkable: [Bool], tagSets: [TagSet], jobs: Int, features: Bool, report: inout StreetsReport
    ) throws(ExtractFailure) -> Streets {
        var failure = cosm_failure()
        let marks = walkable.map { UInt8($0 ? 1 : 0) }
        guard let read = cosm_streets_read(handle, marks, Int32(clamping: jobs), features, &failure) else {
            throw ExtractFailure(failure)
        }
        defer { cosm_streets_free(read) }
        let columns = cosm_streets_columns(read)
        report.missingReferences = columns.missing_references
        report.brokenWays = columns.broken_ways

        let longitudes = UnsafeBufferPointer(start: columns.longitude, count: columns.node_count)
        let latitudes = UnsafeBufferPointer(start: columns.latitude, count: columns.node_count)
        let foot = UnsafeBufferPointer(start: columns.foot, count: columns.node_count)
        let values = (0..<columns.value_count).map { String(cString: cosm_streets_value(read, $0)) }
        let blocking = values.map { WalkingRule.blocks(foot: $0) }
        let blocked = foot.indices.filter { foot[$0] >= 0 && blocking[Int(foot[$0])] }.map { Int32($0) }
        report.blockedNodes = blocked.count
        let offsets = UnsafeBufferPointer(start: columns.way_offsets, count: columns.way_count + 1)
        let references = Int(offsets[columns.way_count])
        let tagSetOfWay = UnsafeBufferPointer(start: columns.way_tag_sets, count: columns.way_count)
        let ofWays = tagSetOfWay.map { tagSets[Int($0)].level }
        var found: StreetFeatures?
        if features {
            found = StreetFeatures(
                stairs: tagSetOfWay.indices.filter {
                    CrossingRule.isStairs(highway: tagSets[Int(tagSetOfWay[$0])].tags.highway)
                }.map { Int32($0) },
                crossings: Self.crossings(columns, values: values))
        }
        let names = columns.way_names.map { names in
            (0..<columns.way_count).map { way in
                names[way] < 0 ? nil : String(cString: cosm_ways_name(handle, Int(names[way])))
            }
        }
        return Streets(
            nodes: zip(longitudes, latitudes).map { GeographicPoint(longitude: $0, latitude: $1) },
            wayOffsets: Array(offsets),
            wayNodes: Array(UnsafeBufferPointer(start: columns.way_nodes, count: references)),
            wayIDs: Array(UnsafeBufferPointer(start: columns.way_ids, count: columns.way_count)),
            blocked: blocked, levels: ofWays.allSatisfy { $0 == 0 } ? [] : ofWays, features: found,
            wayNames: names)
    }

    /// The nodes that are crossings, by what they say of themselves.
    private static func crossings(
        _ columns: cosm_street_columns, values: [String]
    ) -> [StreetFeatures.Crossing] {
        guard let highway = columns.highway, let crossing = columns.crossing else { return [] }
        func value(_ index: Int32) -> String? { index < 0 ? nil : values[Int(index)] }
        return (0..<columns.node_count).compactMap { node in
            guard highway[node] >= 0 || crossing[node] >= 0 else { return nil }
            return CrossingRule.kind(highway: value(highway[node]), crossing: value(crossing[node])).map {
                StreetFeatures.Crossing(node: Int32(node), kind: $0)
            }
        }
    }
}
