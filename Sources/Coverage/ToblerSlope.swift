internal import Glibc

/// Tobler's hiking function: how slopes change the pace of walkers.
///
/// W. Tobler, Three Presentations on Geographical Analysis and Modeling, NCGIA Technical Report 93-1 (1993): the
/// speed is 6 exp(−3.5 |s + 0.05|) km/h at a slope s, the rise per metre walked. Taken relative to its value on the
/// level, since the speed there is the walker's own. Downhill it is quicker than on the level down to a slope of
/// −0.1, quickest at −0.05.
package enum ToblerSlope {
    /// The steepest slope that is believed: steeper ones come from a raster's steps over short segments.
    package static let steepest = 0.4

    /// How many times as long a metre takes as on the level.
    package static func pace(on slope: Double) -> Double { exp(3.5 * (abs(slope + 0.05) - 0.05)) }
}
