internal import Geodesy
internal import Geometry
internal import Places
internal import Topology

/// Communities whose areas overlap: what lies in both is in the area of both.
///
/// Boundaries that were drawn twice never agree to the metre, and such slivers are no matter. Two communities
/// overlap where they have more than 100 m² and more than a thousandth of the smaller one in common.
enum CommunityOverlaps {
    /// What two communities may have in common, m² on the working plane.
    private static let sliver = 100.0
    /// The same as a share of the smaller of the two.
    private static let sliverShare = 0.001

    /// Reports every pair that overlaps, in the row of the later one.
    static func report(
        _ communities: [Community], areas: CommunityReferents, in layer: LayerRows<CommunityColumn>,
        plane: WorkingPlane
    ) throws(TopologyFailure) {
        let overlaps = try areas.overlaps()
        guard !overlaps.isEmpty else { return }
        let rows = Dictionary(layer.rows.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
        for overlap in overlaps {
            let pair = [communities[overlap.first], communities[overlap.second]]
            let common = overlap.common.projected(on: plane).area
            let smaller = pair.compactMap { $0.area?.projected(on: plane).area }.min() ?? 0
            guard common > sliver, common > smaller * sliverShare else { continue }
            rows[pair[1].source]?.report(
                .overlaps(
                    id: pair[0].id, row: pair[0].source, squareMetres: common,
                    share: min(1, common / smaller)),
                severity: .warning)
        }
    }
}
