/// What GEOS was asked to do when it failed.
package enum TopologyOperation: String, Hashable, Sendable {
    case construction, validity, makeValid, polygonize, pointOnSurface, union, intersection, difference, index
}

/// GEOS could not do what it was asked; `reason` is its own words.
package struct TopologyFailure: Error, Hashable, Sendable {
    /// What it was asked.
    package let operation: TopologyOperation
    /// What it said.
    package let reason: String

    /// Makes a failure of facts.
    package init(operation: TopologyOperation, reason: String) {
        self.operation = operation
        self.reason = reason
    }
}
