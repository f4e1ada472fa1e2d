package import Geometry

/// The walkable ways of a place as columns: what a walk network is built from.
///
/// Ways are lists of node indices in the order they are drawn; two ways meet where they hold the same
/// node. A way that is broken by a missing node stands here as two ways with one source id.
package struct Streets: Sendable, Equatable {
    /// The nodes, each once, in degrees.
    package let nodes: [GeographicPoint]
    /// Where each way begins in ``wayNodes``; one entry more than there are ways.
    package let wayOffsets: [Int32]
    /// Node indices of all ways, one way after the other, each of at least two.
    package let wayNodes: [Int32]
    /// The source's id of each way.
    package let wayIDs: [Int64]
    /// Ascending indices of the nodes that let nobody pass (`foot=no`).
    package let blocked: [Int32]
    /// How high each way lies over (or, below 0, under) the ground, in the source's own steps; empty where all of
    /// them lie on it, or nothing says.
    package let levels: [Int8]
    /// Stairs and crossings; nothing where nobody asked for them.
    package let features: StreetFeatures?
    /// What each way is called; nothing where nobody asked.
    package let wayNames: [String?]?

    /// Makes streets of columns that fit together as the properties say.
    package init(
        nodes: [GeographicPoint], wayOffsets: [Int32], wayNodes: [Int32], wayIDs: [Int64], blocked: [Int32],
        levels: [Int8] = [], features: StreetFeatures? = nil, wayNames: [String?]? = nil
    ) {
        self.nodes = nodes
        self.wayOffsets = wayOffsets
        self.wayNodes = wayNodes
        self.wayIDs = wayIDs
        self.blocked = blocked
        self.levels = levels
        self.features = features
        self.wayNames = wayNames
    }

    /// How many ways there are.
    package var wayCount: Int { wayIDs.count }

    /// How high a way lies over the ground.
    package func level(ofWay way: Int) -> Int8 { levels.isEmpty ? 0 : levels[way] }

    /// The positions of a way's node indices in ``wayNodes``.
    package func nodeRange(ofWay way: Int) -> Range<Int> { Int(wayOffsets[way])..<Int(wayOffsets[way + 1]) }
}
