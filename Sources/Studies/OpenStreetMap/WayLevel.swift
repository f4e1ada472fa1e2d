/// How high ways of OpenStreetMap lie over or under the ground.
///
/// Only what may be a slip of drawing is judged by it: ways meet at shared nodes, whatever their level.
package enum WayLevel {
    /// The level of a way: what `layer` says (from -5 to 5 by the map's own rule), else 1 for a bridge and -1 for a
    /// tunnel, else 0.
    package static func level(layer: String?, bridge: String?, tunnel: String?) -> Int8 {
        if let layer, let level = Int8(layer) { return level }
        if let bridge, bridge != "no" { return 1 }
        if let tunnel, tunnel != "no" { return -1 }
        return 0
    }
}
