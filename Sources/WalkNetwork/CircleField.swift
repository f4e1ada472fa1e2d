/// How far a place may lie from the street and from the facility to be in a walk circle, in metres.
struct CircleLimits: Sendable {
    /// The longest leg.
    let leg: Double
    /// The longest walk, legs included.
    let walk: Double
}

/// The walks that a circle is drawn by: from every node, and from facilities that lie along edges.
struct CircleField: Sendable {
    /// The walk from each node, in micrometres; ``StreetSearch/unreached`` where there is none.
    let distances: ContiguousArray<Int64>
    /// The facilities on edges.
    let sources: FacilitiesOnEdges
}
