/// Something to be timed: its work, and how its answer is known.
struct TimedCase {
    let name: String
    /// Does the work several times.
    ///
    /// - Returns: the times, the answer of the last run, and the peak memory where a process of its own ran.
    let run: (_ runs: Int) async throws -> Outcome

    struct Outcome {
        var timing: Timing
        var answer: [Quantity]
        var megabytes: Double?
        /// What is wrong with it whatever is stored.
        var faults: [String] = []
    }

    /// Work within this process; the answer is read off outside the timing.
    init<Value>(
        _ name: String, _ work: @escaping () async throws -> Value, answer: @escaping (Value) -> [Quantity]
    ) {
        self.name = name
        run = { runs in
            let (value, timing) = try await Timing.of(runs: runs, work)
            return Outcome(timing: timing, answer: answer(value))
        }
    }

    /// Work that times itself.
    init(_ name: String, run: @escaping (_ runs: Int) async throws -> Outcome) {
        self.name = name
        self.run = run
    }
}
