internal import ArgumentParser
internal import Foundation

/// On how many threads a command works.
struct ThreadOptions: ParsableArguments {
    // Unconditional, so that a number below 0 is refused as a number, not missed as an option.
    @Option(
        parsing: .unconditional,
        help: "How many threads to use (default: all cores). The results do not depend on it.")
    var jobs: Int?

    func validate() throws {
        if let jobs, jobs < 1 {
            throw ValidationError("--jobs takes a whole number from 1 up, not \(jobs).")
        }
    }

    /// The number of threads to use.
    var threads: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }
}
