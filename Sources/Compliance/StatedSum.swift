package import Places

/// The sum of a figure that some things state and others do not.
package struct StatedSum: Sendable {
    /// How many state none.
    package private(set) var unstated = 0
    private var stated = 0
    private var sum = ExactDecimal.zero

    /// Starts with nothing.
    package init() {}

    /// Adds what one of them states.
    package mutating func add(_ figure: ExactDecimal?) {
        if let figure {
            stated += 1
            sum = sum + figure
        } else {
            unstated += 1
        }
    }

    /// The sum of what is stated; nothing where there is something to state and nobody does.
    package var total: ExactDecimal? { stated == 0 && unstated > 0 ? nil : sum }
}
