internal import Geometry
internal import Places
internal import Topology

/// Finds the community of a facility that a programme opens.
struct CommunityLookup {
    private let study: Study
    private let indexOfID: [String: Int]
    private var indicesOfName: [String: [Int]] = [:]
    private let areas: PolygonIndex<GeographicPoint>
    /// The community of each area of the index.
    private let communityOfArea: [Int]
    private let ranks: [Int]

    init(_ study: Study) throws(ScenarioFailure) {
        self.study = study
        indexOfID = Dictionary(
            study.communities.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a }
        )
        for (index, community) in study.communities.enumerated() {
            indicesOfName[community.name, default: []].append(index)
        }
        ranks = byteOrderRanks(of: study.communities.map(\.id))
        communityOfArea = study.communities.indices.filter { study.communities[$0].area != nil }
        do {
            areas = try PolygonIndex(communityOfArea.compactMap { study.communities[$0].area })
        } catch {
            throw .topology(error)
        }
    }

    /// The community that an opening names, else the one it lies in: on a shared boundary that with the smaller
    /// id; nothing outside all.
    func community(
        of opening: FacilityOpening, faults: inout [ProgrammeFault]
    ) throws(ScenarioFailure) -> Int? {
        if let text = opening.community {
            if let index = indexOfID[text] { return index }
            let named = indicesOfName[text] ?? []
            switch named.count {
            case 0: faults.append(.unknownCommunity(text: text))
            case 1: return named[0]
            default:
                faults.append(.ambiguousCommunity(name: text, ids: named.map { study.communities[$0].id }))
            }
            return nil
        }
        do {
            return try areas.containing(opening.point).map { communityOfArea[$0] }
                .min { ranks[$0] < ranks[$1] }
        } catch {
            throw .topology(error)
        }
    }
}
