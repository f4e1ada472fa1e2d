/// One community in one year of two scenarios.
package struct CommunityChange: Hashable, Sendable {
    package let year: Int
    /// The community, as an index into the study's.
    package let community: Int
    /// Elders of its counted compounds and its residual in the first scenario.
    package let eldersFirst: Double
    /// The same in the other.
    package let eldersOther: Double
    /// The elders within the radius.
    package let within1km: CoverageChange
    /// The elders within the walk.
    package let within15min: CoverageChange
    /// Its open facilities that count for `has_facility`, in the first scenario.
    package let facilitiesFirst: Int
    /// The same in the other.
    package let facilitiesOther: Int

    /// Whether anything differs.
    package var isChange: Bool {
        eldersFirst != eldersOther || facilitiesFirst != facilitiesOther || within1km.isChange
            || within15min.isChange
    }
}
