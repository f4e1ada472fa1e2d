internal import Places
internal import Topology

/// Compounds that name one community and lie in the area of another.
///
/// The column wins, so that nothing is wrong with them; but a slip of the pen and a slip of a coordinate look alike.
enum MisplacedCompounds {
    /// Warns of each.
    static func report(
        _ compounds: [Compound], _ traces: [CompoundReading.Trace], in communities: [Community],
        as referents: CommunityReferents
    ) {
        for (compound, trace) in zip(compounds, traces) where trace.statesCommunity {
            guard let stated = compound.community else { continue }
            let holders: [Int]
            do throws(TopologyFailure) {
                holders = try referents.holders(of: compound.point)
            } catch {
                trace.row.report(.malformedGeometry(reason: error.reason))
                continue
            }
            guard let holder = holders.first, !holders.contains(stated) else { continue }
            let (one, other) = (communities[stated], communities[holder])
            let isAlike = one.name == other.name
            trace.row.report(
                .liesInAnotherCommunity(
                    stated: isAlike ? one.id : one.name, holder: isAlike ? other.id : other.name),
                in: .community, severity: .warning)
        }
    }
}
