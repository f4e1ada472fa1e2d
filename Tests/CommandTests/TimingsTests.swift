import Foundation
import Testing

/// The line of `--timings`.
@Suite struct TimingsTests {
    private struct Timings: Decodable {
        struct Stage: Decodable {
            let stage: String
            let seconds: Double
        }
        let stages: [Stage]
        let seconds: Double
    }

    @Test("Stages add up to the total, from the start of the process to what is left over")
    func sum() throws {
        let hamlet = try HamletStudy()
        let (_, stderr, status) = try hamlet.run("coverage", ["--timings", "--no-network-cache"])
        #expect(status == 0)
        let timings = try JSONDecoder().decode(Timings.self, from: Data(stderr.utf8))
        #expect(
            timings.stages.map(\.stage)
                == [
                    "start", "read", "network", "join", "coverage", "faces", "circles", "write", "save",
                    "other",
                ])
        let sum = timings.stages.reduce(0) { $0 + $1.seconds }
        // Each figure is rounded to a tenth of a millisecond.
        #expect(abs(sum - timings.seconds) <= 0.00005 * Double(timings.stages.count + 1) + 1e-9)
        #expect(timings.stages.allSatisfy { $0.seconds >= 0 })
    }
}
