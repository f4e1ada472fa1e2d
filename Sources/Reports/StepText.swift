/// Degrees as text from whole ten-millionths of one: what a city's circles spend most of their text on.
enum StepText {
    /// The most bytes that a number takes.
    static let longest = 12
    /// Steps of a degree.
    private static let steps: UInt32 = 10_000_000

    /// Writes a number of degrees with seven decimals.
    ///
    /// - Parameters:
    ///   - count: How many ten-millionths of a degree.
    ///   - bytes: Where it is written.
    ///   - start: At which index; ``longest`` bytes from there on may be written to.
    /// - Returns: The index behind it.
    @inline(__always)
    static func write(_ count: Int32, to bytes: inout MutableRawSpan, at start: Int) -> Int {
        var at = start
        if count < 0 {
            bytes.storeBytes(of: UInt8(ascii: "-"), toByteOffset: at, as: UInt8.self)
            at += 1
        }
        let (units, decimals) = count.magnitude.quotientAndRemainder(dividingBy: steps)
        if units >= 10 {
            if units >= 100 {
                at = put(units / 100, to: &bytes, at: at)
            }
            at = put(units / 10 % 10, to: &bytes, at: at)
        }
        at = put(units % 10, to: &bytes, at: at)
        bytes.storeBytes(of: pointAndDecimals(decimals), toByteOffset: at, as: UInt64.self)
        return at + 8
    }

    @inline(__always)
    private static func put(_ digit: UInt32, to bytes: inout MutableRawSpan, at index: Int) -> Int {
        bytes.storeBytes(
            of: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit), toByteOffset: index, as: UInt8.self)
        return index + 1
    }

    /// A point and seven digits as eight bytes in the order of memory.
    ///
    /// All digits are found side by side in one word: halves of four, then of two, then of one.
    @inline(__always)
    private static func pointAndDecimals(_ decimals: UInt32) -> UInt64 {
        let halves = UInt64(decimals / 10_000) | UInt64(decimals % 10_000) << 32
        // n / 100 for n < 10,000, and n / 10 for n < 100, by a multiplication each.
        let hundreds = (halves &* 10_486) >> 20 & 0x0000_007F_0000_007F
        let pairs = hundreds | (halves &- 100 &* hundreds) << 16
        let tens = (pairs &* 103) >> 10 & 0x000F_000F_000F_000F
        let digits = tens | (pairs &- 10 &* tens) << 8
        // The first of eight digits is a zero, in the place of which the point stands.
        return (digits + 0x3030_3030_3030_302E).littleEndian
    }
}
