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
}
