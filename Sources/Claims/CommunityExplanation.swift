package import Compliance
package import Coverage

/// The chain behind the row of one community: its places, and the facilities in it.
package struct CommunityExplanation: Sendable {
    /// The community, as an index into the study's.
    package let community: Int
    /// Its figures.
    package let coverage: CommunityCoverage
    /// Its compounds and its residual, in the order in which they are added up.
    package let places: [PlaceExplanation]
    /// The open facilities in it that count for `has_facility`, as indices into the study's.
    package let facilities: [Int]
    /// What the pack's rules say of it; none where one measure is asked.
    package let findings: [Finding]
    /// The one measure that is asked; nothing: everything.
    package let focus: PlaceFocus?
}
