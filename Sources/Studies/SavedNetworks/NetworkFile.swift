internal import Geometry
internal import Glibc
internal import WalkNetwork

/// What can be saved: columns, shown one by one.
protocol SavedColumns {
    /// Nothing yet, to be filled.
    init()
    /// Shows every column to a visitor, always in the same order.
    mutating func visit<Visitor: NetworkColumnVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure)
}

extension StreetFaces: SavedColumns {}

/// A saved network, or the faces of its streets: one file with a head, and the columns one after the other.
///
/// The head names the format and the key that the network was built for, and says of each column how many bytes
/// it has and their checksum; it has a checksum itself. The format is that of this machine's memory: a file from
/// another kind of machine has another mark and is none of ours.
enum NetworkFile {
    /// What a saved network holds beside its columns.
    struct Contents: SavedColumns {
        var columns = NetworkColumns()
        /// The coordinates of the streets' nodes in ten-millionths of a degree.
        var nodeLongitudes: ContiguousArray<Int32> = []
        var nodeLatitudes: ContiguousArray<Int32> = []
        /// The same in degrees, where they are no whole steps: of lines.
        var nodePlaces: ContiguousArray<GeographicPoint> = []
        /// Counts that the reading of the streets came to.
        var facts: ContiguousArray<Int64> = []

        mutating func visit<Visitor: NetworkColumnVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
            try columns.visit(&visitor)
            try visitor.visit(&nodeLongitudes)
            try visitor.visit(&nodeLatitudes)
            try visitor.visit(&nodePlaces)
            try visitor.visit(&facts)
        }
    }

    /// The bytes of "CareNet" and the version of the format; read on a machine of the other byte order they differ.
    private static let mark: UInt64 = 0x4361_7265_4E65_7401
    /// The head: the mark, the key's four words, how many columns there are, two words for each, a checksum.
    private static func headWords(columns: Int) -> Int { 6 + 2 * columns + 1 }

    /// Writes columns into an open file.
    ///
    /// - Returns: The system's error number; 0 where all went well.
    static func write(_ contents: some SavedColumns, key: NetworkKey, to descriptor: Int32) -> Int32 {
        var contents = contents
        var measure = Measure()
        contents.visit(&measure)
        var head = [mark] + key.words + [UInt64(measure.words.count / 2)] + measure.words
        head.append(head.withUnsafeBytes { Checksum.of($0) })
        var writer = Writer(descriptor: descriptor)
        head.withUnsafeBytes { writer.write($0) }
        contents.visit(&writer)
        return writer.code
    }

    /// Reads columns from an open file.
    ///
    /// - Returns: The words of the key that it was saved under, and its contents; nothing where the file is not whole
    ///   or not ours.
    static func read<Contents: SavedColumns>(
        _ kind: Contents.Type, from descriptor: Int32
    ) -> (key: [UInt64], contents: Contents)? {
        var contents = Contents()
        var measure = Measure()
        contents.visit(&measure)
        var head = [UInt64](repeating: 0, count: headWords(columns: measure.words.count / 2))
        guard head.withUnsafeMutableBytes({ Reader.fill($0, from: descriptor) }),
            head.dropLast().withUnsafeBufferPointer({ Checksum.of(UnsafeRawBufferPointer($0)) })
                == head[head.count - 1],
            head[0] == mark, head[5] == UInt64(measure.words.count / 2)
        else { return nil }
        let words = head[6..<head.count - 1]
        // The file must be as long as its head says before any memory is set aside for it.
        var status = stat()
        let sizes = stride(from: words.startIndex, to: words.endIndex, by: 2).map { words[$0] }
        let total = sizes.reduce(UInt64(head.count * 8)) { $0.addingReportingOverflow($1).partialValue }
        guard fstat(descriptor, &status) == 0, UInt64(status.st_size) == total,
            sizes.allSatisfy({ $0 <= total })
        else { return nil }
        var reader = Reader(descriptor: descriptor, words: words)
        do throws(Damage) {
            try contents.visit(&reader)
        } catch {
            return nil
        }
        return (Array(head[1..<5]), contents)
    }

    /// That a column is not as the head says.
    private struct Damage: Error {}

    /// Notes the bytes and the checksum of every column.
    private struct Measure: NetworkColumnVisitor {
        var words: [UInt64] = []

        mutating func visit<Element: BitwiseCopyable>(_ column: inout ContiguousArray<Element>) {
            column.withUnsafeBytes { words += [UInt64($0.count), Checksum.of($0)] }
        }
    }

    private struct Writer: NetworkColumnVisitor {
        let descriptor: Int32
        var code: Int32 = 0

        mutating func visit<Element: BitwiseCopyable>(_ column: inout ContiguousArray<Element>) {
            column.withUnsafeBytes { write($0) }
        }

        mutating func write(_ bytes: UnsafeRawBufferPointer) {
            var done = 0
            while code == 0, done < bytes.count, let base = bytes.baseAddress {
                let put = Glibc.write(descriptor, base + done, bytes.count - done)
                if put > 0 {
                    done += put
                } else if put == 0 {
                    code = EIO
                } else if errno != EINTR {
                    code = errno
                }
            }
        }
    }

    private struct Reader: NetworkColumnVisitor {
        let descriptor: Int32
        var words: ArraySlice<UInt64>

        mutating func visit<Element: BitwiseCopyable>(
            _ column: inout ContiguousArray<Element>
        ) throws(Damage) {
            guard let size = words.popFirst(), let checksum = words.popFirst(),
                size % UInt64(MemoryLayout<Element>.stride) == 0
            else { throw Damage() }
            let count = Int(size) / MemoryLayout<Element>.stride
            let descriptor = descriptor
            column = ContiguousArray(unsafeUninitializedCapacity: count) { buffer, filled in
                let bytes = UnsafeMutableRawBufferPointer(
                    start: buffer.baseAddress, count: count * MemoryLayout<Element>.stride)
                Self.askForLargePages(bytes)
                filled = Self.fill(bytes, from: descriptor) ? count : 0
            }
            guard column.count == count, column.withUnsafeBytes({ Checksum.of($0) }) == checksum else {
                throw Damage()
            }
        }

        /// Asks for memory in large pages where they fit: a page of 4 kB costs more to get than to fill.
        private static func askForLargePages(_ bytes: UnsafeMutableRawBufferPointer) {
            let page = 1 << 21
            guard let base = bytes.baseAddress else { return }
            let first = base.alignedUp(toMultipleOf: page)
            let length = (base + bytes.count - first) / page * page
            // Where the system has none it goes on with small ones.
            if length > 0 { madvise(first, length, MADV_HUGEPAGE) }
        }

        /// Fills memory from a file; false where the file ends before.
        static func fill(_ bytes: UnsafeMutableRawBufferPointer, from descriptor: Int32) -> Bool {
            var done = 0
            while done < bytes.count, let base = bytes.baseAddress {
                let got = Glibc.read(descriptor, base + done, bytes.count - done)
                if got > 0 { done += got } else if got == 0 || errno != EINTR { return false }
            }
            return true
        }
    }
}
