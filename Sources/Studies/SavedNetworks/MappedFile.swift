internal import Glibc
internal import WalkNetwork

/// A file that lies in memory page by page as the system keeps it, to be read only.
///
/// Whoever holds it holds the pages, also of a file that was removed or replaced since. A file that is cut short while it
/// is mapped takes its pages away: ours never are, since each is written beside its place and renamed, and never
/// written to again.
final class MappedFile: PagedMemory {
    /// Nobody writes to the pages: all threads may read them.
    nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

    /// Maps all of an open file; nothing where it is empty, no plain file, or where the system will not.
    init?(_ descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0
        else { return nil }
        let base = mmap(nil, status.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let base, base != MAP_FAILED else { return nil }
        bytes = UnsafeRawBufferPointer(start: base, count: status.st_size)
    }

    /// Pages of a file that nobody has written to are the same when they are asked for again.
    func giveBack() {
        madvise(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count, MADV_DONTNEED)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
