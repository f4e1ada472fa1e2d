/// The care space (养老服务用房) of some compounds that has come, as far as it is stated.
package struct CareSpaceSum: Sendable {
    /// The sum, m²; nothing where some compounds count and nobody states any.
    package let total: Double?
    /// How many counted compounds state none, nor their phases.
    package let unstated: Int

    /// Adds up compounds.
    ///
    /// - Parameters:
    ///   - compounds: which, as indices into the study's.
    ///   - counted: whether a compound stands on the day.
    ///   - delivered: the care space of each that has come by then, m².
    ///   - stated: whether each states any, be it 0 m².
    package init(of compounds: [Int], counted: (Int) -> Bool, delivered: [Double], stated: [Bool]) {
        unstated = compounds.count { counted($0) && !stated[$0] }
        // Care space may come before its compound; until the compound counts, its silence says nothing.
        let speaks = compounds.contains { stated[$0] && (counted($0) || delivered[$0] > 0) }
        total = speaks || unstated == 0 ? compounds.reduce(0) { $0 + delivered[$1] } : nil
    }
}
