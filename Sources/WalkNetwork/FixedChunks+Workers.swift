internal import Synchronization

extension FixedChunks {
    /// Runs some work on every chunk of `0..<count`, each job with one workspace for all its chunks.
    ///
    /// - Parameters:
    ///   - count: How many items there are.
    ///   - size: How many items a chunk holds, at least 1.
    ///   - jobs: How many chunks run at once, at least 1.
    ///   - workspace: Makes a workspace; what a chunk comes to must not depend on what it was used for before.
    ///   - work: What is done with a chunk.
    /// - Returns: What each chunk came to, in order.
    package static func map<Workspace, Result: Sendable>(
        count: Int, size: Int, jobs: Int, workspace: @escaping @Sendable () -> Workspace,
        _ work: @escaping @Sendable (inout Workspace, Range<Int>) -> Result
    ) async -> [Result] {
        let chunks = (count + size - 1) / size
        let next = NextChunk()
        return await withTaskGroup(of: [(Int, Result)].self) { group in
            for _ in 0..<min(max(jobs, 1), chunks) {
                group.addTask {
                    var results: [(Int, Result)] = []
                    var own = workspace()
                    while let chunk = next.take(below: chunks) {
                        results.append(
                            (chunk, work(&own, chunk * size..<min((chunk + 1) * size, count))))
                    }
                    return results
                }
            }
            var results = [Result?](repeating: nil, count: chunks)
            for await part in group {
                for (chunk, result) in part { results[chunk] = result }
            }
            return results.compactMap { $0 }
        }
    }
}

/// Which chunk comes next, whoever asks.
private final class NextChunk: Sendable {
    private let next = Atomic<Int>(0)

    func take(below count: Int) -> Int? {
        let taken = next.wrappingAdd(1, ordering: .relaxed).oldValue
        return taken < count ? taken : nil
    }
}
