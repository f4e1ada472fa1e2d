/// What a choice of sites is to achieve.
///
/// The names are the field's: Toregas et al. 1971 (LSCP), Church and ReVelle 1974 (MCLP), Hakimi 1964 (p-median
/// and p-center).
package enum SitingObjective: String, Hashable, Sendable, CaseIterable {
    /// Location set covering: as few sites as cover all demand, or a stated share of it.
    case lscp
    /// Maximal covering: as much demand covered as the sites or the budget allow.
    case mclp
    /// The least sum of weight times distance.
    case pMedian = "p-median"
    /// The least largest distance.
    case pCenter = "p-center"
}
