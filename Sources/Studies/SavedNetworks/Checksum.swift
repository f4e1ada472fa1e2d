/// A checksum of 64 bits over bytes, fast enough that it costs less than reading them.
///
/// Four lanes take eight bytes each in turn by an exclusive or, a multiplication by an odd number and a rotation:
/// each of these steps can be undone, so that a change within any one word always changes the result.
struct Checksum {
    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let finish: UInt64 = 0xD6E8_FEB8_6659_FD93

    /// The checksum of some bytes.
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var (a, b, c, d) = (factor, factor &* 3, factor &* 5, factor &* 7)
        var at = 0
        while at + 32 <= bytes.count {
            a = mixed(a, bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            b = mixed(b, bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self))
            c = mixed(c, bytes.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self))
            d = mixed(d, bytes.loadUnaligned(fromByteOffset: at + 24, as: UInt64.self))
            at += 32
        }
        var sum = mixed(mixed(mixed(a, b), c), d)
        while at < bytes.count {
            sum = mixed(sum, UInt64(bytes[at]))
            at += 1
        }
        sum = mixed(sum, UInt64(bytes.count)) &* finish
        return sum ^ (sum >> 32)
    }

    @inline(__always)
    private static func mixed(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        let product = (lane ^ word) &* factor
        return (product << 29) | (product >> 35)
    }
}
