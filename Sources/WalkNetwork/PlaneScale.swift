internal import Geodesy
package import Geometry

/// Metres on the working plane per metre on the ground, over the extent of a network.
///
/// Taken from the plane at the knots of a grid and interpolated between them: right to a millionth over a city.
package struct PlaneScale: Sendable {
    private static let knots = 9
    let envelope: Envelope<PlanePoint>
    let values: ContiguousArray<Double>

    /// The scale by its extent and its values at the knots; nothing where they do not fit.
    init?(extent: Column<Envelope<PlanePoint>>, values: Column<Double>) {
        guard extent.count == 1, values.count == Self.knots * Self.knots else { return nil }
        envelope = extent[0]
        self.values = ContiguousArray(values)
    }

    /// Samples a plane's scale over an extent; an empty extent has the scale 1.
    init(over extent: Envelope<PlanePoint>?, of plane: WorkingPlane) {
        guard let extent else {
            envelope = Envelope(west: 0, south: 0, east: 1, north: 1)
            values = ContiguousArray(repeating: 1, count: Self.knots * Self.knots)
            return
        }
        envelope = extent
        var samples: ContiguousArray<Double> = []
        for row in 0..<Self.knots {
            for column in 0..<Self.knots {
                let p = PlanePoint(
                    x: extent.west + (extent.east - extent.west) * Double(column) / Double(Self.knots - 1),
                    y: extent.south + (extent.north - extent.south) * Double(row) / Double(Self.knots - 1))
                let scale = plane.scale(at: plane.unproject(p))
                samples.append(scale.isFinite && scale > 0 ? scale : 1)
            }
        }
        values = samples
    }

    /// The least scale in the extent.
    package var least: Double { values.min() ?? 1 }

    /// The greatest scale in the extent.
    package var greatest: Double { values.max() ?? 1 }

    /// The scale at a place; outside the extent that of its edge.
    package func at(_ p: PlanePoint) -> Double {
        let u = position(p.x, envelope.west, envelope.east)
        let v = position(p.y, envelope.south, envelope.north)
        let (column, row) = (min(Int(u), Self.knots - 2), min(Int(v), Self.knots - 2))
        let (s, t) = (u - Double(column), v - Double(row))
        let at = row * Self.knots + column
        let lower = values[at] * (1 - s) + values[at + 1] * s
        let upper = values[at + Self.knots] * (1 - s) + values[at + Self.knots + 1] * s
        return lower * (1 - t) + upper * t
    }

    private func position(_ value: Double, _ low: Double, _ high: Double) -> Double {
        guard high > low, value > low else { return 0 }
        return min((value - low) / (high - low), 1) * Double(Self.knots - 1)
    }
}
