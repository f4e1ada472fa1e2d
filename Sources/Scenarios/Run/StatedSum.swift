internal import Places

/// The sum of a figure that some things state and others do not.
struct StatedSum {
    /// How many state none.
    private(set) var unstated = 0
    private var stated = 0
    private var sum = ExactDecimal.zero

    /// Adds what one of them states.
    mutating func add(_ figure: ExactDecimal?) {
        if let figure {
            stated += 1
            sum = sum + figure
        } else {
            unstated += 1
        }
    }

    /// The sum of what is stated; nothing where there is something to state and nobody does.
    var total: ExactDecimal? { stated == 0 && unstated > 0 ? nil : sum }
}
