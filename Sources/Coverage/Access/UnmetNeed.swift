/// What places lack against a norm.
package enum UnmetNeed {
    /// The capacity that people of one place lack: people · max(0, norm − access).
    ///
    /// What a place has beyond the norm makes up for nobody else: access already says who shares what with whom.
    ///
    /// - Parameters:
    ///   - people: how many live there.
    ///   - access: capacity per person that they have.
    ///   - norm: capacity per person that they ought to have.
    /// - Returns: capacity (beds, places).
    package static func of(_ people: Double, access: Double, norm: Double) -> Double {
        people * max(0, norm - access)
    }
}
