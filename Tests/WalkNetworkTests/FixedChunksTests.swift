import Testing
import WalkNetwork

@Suite("Work in chunks")
struct FixedChunksTests {
    struct Refusal: Error, Equatable { let number: Int }

    @Test(
        "what is made of numbers is taken in their order, each once, by any number of jobs",
        arguments: [1, 2, 5])
    func inOrder(jobs: Int) async {
        for count in [0, 1, 2, 7, 200] {
            var taken: [Int] = []
            await FixedChunks.forEach(
                count: count, jobs: jobs,
                { number in
                    // Some take longer than those after them.
                    (0..<(number % 5) * 2_000).reduce(number * 3) { $0 &+ $1 &- $1 }
                }
            ) { taken.append($0) }
            #expect(taken == (0..<count).map { $0 * 3 })
        }
    }

    @Test("whoever refuses what is made ends the work", arguments: [1, 3])
    func refused(jobs: Int) async {
        var taken: [Int] = []
        await #expect(throws: Refusal(number: 5)) {
            try await FixedChunks.forEach(count: 1_000, jobs: jobs, { $0 }) { number throws(Refusal) in
                guard number < 5 else { throw Refusal(number: number) }
                taken.append(number)
            }
        }
        #expect(taken == [0, 1, 2, 3, 4])
    }
}
