internal import Geometry
internal import Places
internal import Topology

/// A row that names its community, and where its place is.
struct StatedMembership<Column: SchemaColumn> {
    let row: SchemaRow<Column>
    /// The column that names the community.
    let column: Column
    let point: GeographicPoint
    /// The community that it names.
    let community: Int
}

/// Compounds and facilities that name one community and lie in the area of another.
///
/// The column wins, so that nothing is wrong with them; but a slip of the pen and a slip of a coordinate look alike.
enum MisplacedRows {
    /// Warns of each.
    static func report<Column>(
        _ memberships: [StatedMembership<Column>], in communities: [Community],
        as referents: CommunityReferents
    ) {
        for membership in memberships {
            let holders: [Int]
            do throws(TopologyFailure) {
                holders = try referents.holders(of: membership.point)
            } catch {
                membership.row.report(.malformedGeometry(reason: error.reason))
                continue
            }
            guard let holder = holders.first, !holders.contains(membership.community) else { continue }
            let (one, other) = (communities[membership.community], communities[holder])
            let isAlike = one.name == other.name
            membership.row.report(
                .liesInAnotherCommunity(
                    stated: isAlike ? one.id : one.name, holder: isAlike ? other.id : other.name),
                in: membership.column, severity: .warning)
        }
    }
}
