/// Which circles are to be drawn.
package struct CircleWishes: Sendable {
    /// Whether the single circles are wanted beside the dissolved ones.
    package var each: Bool
    /// How long the walks of walk circles are, in minutes; empty: as the study or its pack says.
    package var minutes: [Double]
    /// Whether each walk circle is drawn once more with the study's water taken out.
    package var onLand: Bool

    /// Says what is wanted.
    package init(each: Bool, minutes: [Double] = [], onLand: Bool = false) {
        (self.each, self.minutes, self.onLand) = (each, minutes, onLand)
    }
}
