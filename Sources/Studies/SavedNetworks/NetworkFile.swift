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

/// A saved network, or the faces of its streets: one file with a head, and the columns one after the other, which are
/// used where they lie when the file is mapped.
///
/// The head names the format and the key that the network was built for, and says of each column how many bytes
/// it has and their checksum; it has a checksum itself. Head and columns begin at multiples of 64 bytes, and what is
/// between is zero. The format is that of this machine's memory: a file from another kind of machine has another mark
/// and is none of ours.
enum NetworkFile {
    /// What a saved network holds beside its columns.
    struct Contents: SavedColumns {
        var columns = NetworkColumns()
        /// Where the streets' nodes lie.
        var nodes = PlaceColumn()
        /// Counts that the reading of the streets came to.
        var facts: Column<Int64> = []

        mutating func visit<Visitor: NetworkColumnVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
            try columns.visit(&visitor)
            try nodes.visit(&visitor)
            try visitor.visit(&facts)
        }
    }

    /// The bytes of "CareNet" and the version of the format; read on a machine of the other byte order they differ.
    private static let mark: UInt64 = 0x4361_7265_4E65_7403
    /// Where anything begins is a multiple of this: a line of memory, and enough for any element.
    private static let alignment = 64
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

    /// Takes the columns of an open file where they lie.
    ///
    /// - Returns: The words of the key that it was saved under, and its contents; nothing where the file cannot be
    ///   mapped, is not whole or not ours.
    static func read<Contents: SavedColumns>(
        _ kind: Contents.Type, from descriptor: Int32
    ) -> (key: [UInt64], contents: Contents)? {
        var contents = Contents()
        var measure = Measure()
        contents.visit(&measure)
        let columnCount = measure.words.count / 2
        guard let file = MappedFile(descriptor) else { return nil }
        let size = headWords(columns: columnCount) * MemoryLayout<UInt64>.stride
        guard let bytes = file.bytes(from: 0, count: size) else { return nil }
        let head = bytes.bindMemory(to: UInt64.self)
        guard Checksum.of(UnsafeRawBufferPointer(rebasing: bytes.dropLast(8))) == head[head.count - 1],
            head[0] == mark, head[5] == UInt64(columnCount)
        else { return nil }
        var reader = Reader(file: file, words: Array(head[6..<head.count - 1])[...], next: size)
        do throws(Damage) {
            try reader.passPadding()
            try contents.visit(&reader)
        } catch {
            return nil
        }
        guard reader.next == file.bytes.count else { return nil }
        return (Array(head[1..<5]), contents)
    }

    /// That a column is not as the head says.
    private struct Damage: Error {}

    /// Notes the bytes and the checksum of every column.
    private struct Measure: NetworkColumnVisitor {
        var words: [UInt64] = []

        mutating func visit<Element: BitwiseCopyable & Sendable>(_ column: inout Column<Element>) {
            column.withUnsafeBytes { words += [UInt64($0.count), Checksum.of($0)] }
        }
    }

    private struct Writer: NetworkColumnVisitor {
        let descriptor: Int32
        var code: Int32 = 0

        mutating func visit<Element: BitwiseCopyable & Sendable>(_ column: inout Column<Element>) {
            column.withUnsafeBytes { write($0) }
        }

        /// Writes some bytes, and zeros up to where the next may begin.
        mutating func write(_ bytes: UnsafeRawBufferPointer) {
            writeAll(bytes)
            let padding = [UInt8](repeating: 0, count: NetworkFile.padding(after: bytes.count))
            padding.withUnsafeBytes { writeAll($0) }
        }

        private mutating func writeAll(_ bytes: UnsafeRawBufferPointer) {
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
        let file: MappedFile
        var words: ArraySlice<UInt64>
        /// Where the next column begins.
        var next: Int

        mutating func visit<Element: BitwiseCopyable & Sendable>(
            _ column: inout Column<Element>
        ) throws(Damage) {
            guard let size = words.popFirst(), let checksum = words.popFirst(),
                let count = Int(exactly: size), count % MemoryLayout<Element>.stride == 0,
                let bytes = file.bytes(from: next, count: count), Checksum.of(bytes) == checksum
            else { throw Damage() }
            // The whole file is gone through here, and later only what a run needs of it.
            file.giveBack()
            column = Column(bytes.bindMemory(to: Element.self), ownedBy: file)
            next += count
            try passPadding()
        }

        /// Goes on to where the next column may begin; what is between must be zero.
        mutating func passPadding() throws(Damage) {
            let count = NetworkFile.padding(after: next)
            guard let bytes = file.bytes(from: next, count: count), bytes.allSatisfy({ $0 == 0 }) else {
                throw Damage()
            }
            next += count
        }
    }

    /// How many bytes are left up to where the next may begin.
    private static func padding(after count: Int) -> Int { (alignment - count % alignment) % alignment }
}

extension MappedFile {
    /// Some of the file's bytes; nothing where it has not so many.
    fileprivate func bytes(from start: Int, count: Int) -> UnsafeRawBufferPointer? {
        guard count >= 0, start <= bytes.count, count <= bytes.count - start else { return nil }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<start + count])
    }
}
