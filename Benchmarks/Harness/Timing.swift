/// How long some work took over several runs, in seconds.
struct Timing {
    /// Every run, ascending.
    let seconds: [Double]

    init(_ seconds: [Double]) { self.seconds = seconds.sorted() }

    var least: Double { seconds.first ?? 0 }
    var most: Double { seconds.last ?? 0 }
    /// The middle run; of an even number the later of the two in the middle.
    var median: Double { seconds.isEmpty ? 0 : seconds[seconds.count / 2] }

    /// Runs some work at least so many times, and short work until it has taken a second in all or 41 runs.
    ///
    /// - Returns: what the last run made, and the times of all.
    static func of<Value>(runs: Int, _ work: () async throws -> Value) async throws -> (Value, Timing) {
        var seconds: [Double] = []
        var value: Value?
        while value == nil || seconds.count < runs
            || (seconds.count < 41 && seconds.reduce(0, +) < 1)
        {
            // What a run made is freed before the next begins, so that two never stand beside each other.
            value = nil
            let start = ContinuousClock.now
            let made = try await work()
            seconds.append((ContinuousClock.now - start).inSeconds)
            value = made
        }
        guard let value else { throw CancellationError() }
        return (value, Timing(seconds))
    }
}

extension Duration {
    /// The duration in seconds.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
