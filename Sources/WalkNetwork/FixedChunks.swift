/// Work over a range in chunks of a fixed size, several at a time.
///
/// The chunks do not depend on how many run at once, and results come in their order: the same for any number of
/// jobs.
package enum FixedChunks {
    /// Runs some work on every chunk of `0..<count`.
    ///
    /// - Parameters:
    ///   - count: How many items there are.
    ///   - size: How many items a chunk holds, at least 1.
    ///   - jobs: How many chunks run at once, at least 1.
    ///   - work: What is done with a chunk.
    /// - Returns: What each chunk came to, in order.
    package static func map<Result: Sendable>(
        count: Int, size: Int, jobs: Int, _ work: @escaping @Sendable (Range<Int>) -> Result
    ) async -> [Result] {
        let chunks = stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
        return await withTaskGroup(of: (Int, Result).self) { group in
            var results = [Result?](repeating: nil, count: chunks.count)
            var next = 0
            while next < min(max(jobs, 1), chunks.count) {
                let index = next
                group.addTask { (index, work(chunks[index])) }
                next += 1
            }
            while let (index, result) = await group.next() {
                results[index] = result
                if next < chunks.count {
                    let index = next
                    group.addTask { (index, work(chunks[index])) }
                    next += 1
                }
            }
            return results.compactMap { $0 }
        }
    }
    /// Makes something of every number in `0..<count` and hands it on in order, few at a time.
    ///
    /// - Parameters:
    ///   - count: How many there are.
    ///   - jobs: How many are made at once, at least 1.
    ///   - make: What is made of a number; called from several threads.
    ///   - take: Takes it, one after the other.
    /// - Throws: What `take` does, which ends the work.
    package static func forEach<Result: Sendable, Failure: Error>(
        count: Int, jobs: Int, _ make: @escaping @Sendable (Int) -> Result,
        _ take: (Result) throws(Failure) -> Void
    ) async throws(Failure) {
        guard jobs > 1 else {
            for number in 0..<count { try take(make(number)) }
            return
        }
        var failure: Failure?
        await withTaskGroup(of: (Int, Result).self) { group in
            var ready: [Int: Result] = [:]
            var (next, due, underWay) = (0, 0, 0)
            func start(upTo end: Int) {
                while underWay < jobs, next < min(end, count) {
                    let number = next
                    group.addTask { (number, make(number)) }
                    (next, underWay) = (next + 1, underWay + 1)
                }
            }
            start(upTo: jobs)
            while let (number, result) = await group.next() {
                underWay -= 1
                ready[number] = result
                // What is made while others wait for their turn has its limits, too.
                start(upTo: due + 4 * jobs)
                while failure == nil, let result = ready.removeValue(forKey: due) {
                    do throws(Failure) { try take(result) } catch { failure = error }
                    due += 1
                }
                guard failure == nil else { return }
                start(upTo: due + 4 * jobs)
            }
        }
        if let failure { throw failure }
    }
}
