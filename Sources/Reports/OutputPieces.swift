internal import WalkNetwork

/// The contents of a file in pieces, each made when its turn to be written comes.
///
/// So a file that is larger than all it is made from never lies in memory as a whole.
package struct OutputPieces: Sendable {
    /// How many there are.
    let count: Int
    /// Makes a piece; on any thread, and the same each time.
    let make: @Sendable (Int) -> [UInt8]

    /// Pieces that are there already.
    package init(_ pieces: [[UInt8]]) { self.init(count: pieces.count) { pieces[$0] } }

    /// Pieces to be made.
    package init(count: Int, _ make: @escaping @Sendable (Int) -> [UInt8]) {
        (self.count, self.make) = (count, make)
    }

    /// All of them as one.
    package func whole(jobs: Int) async -> [UInt8] {
        var bytes: [UInt8] = []
        await FixedChunks.forEach(count: count, jobs: jobs, make) { bytes += $0 }
        return bytes
    }
}
