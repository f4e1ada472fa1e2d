internal import Geometry
package import WalkNetwork

/// The kept streets as lines, to be drawn under a map.
package struct StreetFeatures: Sendable {
    /// How many streets stand in one feature.
    private static let streetsPerFeature = 1000

    private let network: WalkNetwork

    /// Makes the features of a network.
    package init(of network: WalkNetwork) { self.network = network }

    /// The finished file: lines of a thousand streets to a feature, which holds how many under `streets`.
    package var contents: [UInt8] {
        var features = GeoJSON()
        for first in stride(from: 0, to: network.edgeCount, by: Self.streetsPerFeature) {
            let edges = first..<min(first + Self.streetsPerFeature, network.edgeCount)
            features.append(
                lines: edges.map { edge in network.vertices(ofEdge: edge).map { network.vertexPlaces[$0] } },
                properties: [("streets", .whole(edges.count))])
        }
        return features.contents
    }
}
