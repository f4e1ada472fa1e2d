package import Geometry

/// What became of the walkable ways: counts for the run's report.
///
/// Nodes are vertices of walkable ways before any contraction; a node that lets nobody pass counts once for
/// each segment that ends there.
package struct NetworkReport: Hashable, Sendable {
    /// All nodes, kept and dropped.
    package let nodes: Int
    /// All components, kept and dropped.
    package let components: Int
    /// Nodes in kept components.
    package let keptNodes: Int
    /// Nodes in dropped components.
    package let droppedNodes: Int
    /// Components kept: the largest, and each with at least one in a hundred of all nodes.
    package let keptComponents: Int
    /// Components dropped.
    package let droppedComponents: Int
    /// Nodes in the largest component.
    package let largestComponent: Int
    /// Nodes of the network after contraction.
    package let junctions: Int
    /// Edges of the network after contraction.
    package let edges: Int
    /// Segments that the edges consist of.
    package let segments: Int
    /// Segments left out because the working plane has no place for an end.
    package let unplaceableSegments: Int
    /// The length of all kept edges.
    package let length: Micrometres
}
