internal import Geometry
internal import Places
internal import Topology

/// The communities as other layers refer to them: by id, by a name that one of them bears, or by location.
final class CommunityReferents {
    private let communities: [Community]
    private let byID: Referents
    private let byName: [String: [Int]]
    private let rejectedNames: [String: [SourceRow]]
    private let areas: PolygonIndex<GeographicPoint>?
    /// The community of each area of the index.
    private let areaOwners: [Int]
    private let rank: [Int]
    /// Whether places outside all communities are worth a word.
    let tellsOutside: Bool
    /// Whether the study has communities at all.
    let isPresent: Bool
    private let settingAside: Bool

    /// Makes referents of the communities kept, and of the ids and names of those on bad rows.
    init(
        kept communities: [Community], rejected: [CommunityReading.Rejected], isPresent: Bool,
        isComplete: Bool,
        settingAside: Bool
    ) throws(TopologyFailure) {
        self.communities = communities
        self.isPresent = isPresent
        self.settingAside = settingAside
        byID = Referents(
            kept: communities.map(\.id),
            rejected: rejected.compactMap { bad in bad.id.map { ($0, bad.row) } },
            otherNames: communities.map(\.name), isComplete: isComplete)
        var byName: [String: [Int]] = [:]
        for (index, community) in communities.enumerated() {
            byName[community.name, default: []].append(index)
        }
        self.byName = byName
        var rejectedNames: [String: [SourceRow]] = [:]
        for bad in rejected { if let name = bad.name { rejectedNames[name, default: []].append(bad.row) } }
        self.rejectedNames = rejectedNames
        let owners = communities.indices.filter { communities[$0].area != nil }
        areaOwners = owners
        areas = owners.isEmpty ? nil : try PolygonIndex(owners.compactMap { communities[$0].area })
        rank = byteOrderRanks(of: communities.map(\.id))
        // Unless all of them are known, a place outside those kept may lie in another.
        tellsOutside = isComplete && !communities.isEmpty && (settingAside || rejected.isEmpty)
    }

    /// The community that a place lies in: on a shared boundary the one with the smaller id.
    func community(at point: GeographicPoint) throws(TopologyFailure) -> Int? {
        try holders(of: point).first
    }

    /// The communities that a place lies in or on the boundary of, the smallest id first.
    func holders(of point: GeographicPoint) throws(TopologyFailure) -> [Int] {
        guard let areas else { return [] }
        return try areas.containing(point).map { areaOwners[$0] }.sorted { rank[$0] < rank[$1] }
    }

    /// What pairs of communities have in common, as positions in the list of communities.
    func overlaps() throws(TopologyFailure) -> [AreaOverlap<GeographicPoint>] {
        guard let areas else { return [] }
        return try areas.overlaps().map {
            AreaOverlap(first: areaOwners[$0.first], second: areaOwners[$0.second], common: $0.common)
        }
    }

    /// The community that a text names; an unknown or an ambiguous one is reported.
    func community<Column>(named text: String, in column: Column, of row: SchemaRow<Column>) -> Int? {
        switch byID.answer(text) {
        case .found(let index): return index
        case .rejected(let bad):
            if settingAside { row.report(.refersToRejected(id: text, row: bad), in: column) }
            return nil
        case .unknown, .unavailable: break
        }
        let named = byName[text] ?? []
        let rejected = rejectedNames[text] ?? []
        if named.count + rejected.count > 1 {
            let ids = named.map { communities[$0].id }.sorted(by: precedesInByteOrder)
            row.report(.ambiguousCommunity(name: text, ids: ids), in: column)
            return nil
        }
        if let only = named.first { return only }
        if let bad = rejected.first {
            if settingAside { row.report(.refersToRejected(id: text, row: bad), in: column) }
            return nil
        }
        if case .unknown = byID.answer(text) {
            row.report(.unknownCommunity(text: text, nearest: byID.nearest(to: text)), in: column)
        }
        return nil
    }

    /// The community of a row: what its column says, else where it lies; outside all of them is reported.
    func community<Column>(of row: SchemaRow<Column>, column: Column) -> Int? {
        guard isPresent else { return nil }
        if let text = row.text(column) { return community(named: text, in: column, of: row) }
        guard let place = row.place else { return nil }
        do throws(TopologyFailure) {
            if let found = try community(at: place.point) { return found }
        } catch {
            row.report(.malformedGeometry(reason: error.reason))
            return nil
        }
        if tellsOutside, row.isSound { row.report(place: .outsideAllCommunities, severity: .warning) }
        return nil
    }
}
