/// Runs a check for many seeds; a failure inside says which seed it came from.
///
/// - Parameters:
///   - seeds: the seeds, such as `0..<500`.
///   - body: the check, given the seed (name it in the expectation's comment) and a generator started at it.
package func withEverySeed(
    _ seeds: Range<UInt64>, _ body: (UInt64, inout SeededGenerator) throws -> Void
) rethrows {
    for seed in seeds {
        var generator = SeededGenerator(seed: seed)
        try body(seed, &generator)
    }
}
