/// Sorts keys digit by digit from the lowest up (Seward 1954): stable, and in time that grows with their number.
///
/// Digits are of eleven bits; one in which all keys agree costs nothing but its count.
enum RadixSort {
    private static let bits = 11
    private static let size = 1 << bits

    /// Sorts keys in ascending order.
    ///
    /// - Parameters:
    ///   - keys: The keys.
    ///   - lowest: The lowest bit that the order depends on; keys that agree from there up stay as they are.
    static func sort(_ keys: inout ContiguousArray<UInt64>, fromBit lowest: Int = 0) {
        guard keys.count > 1 else { return }
        let digits = (64 - lowest + bits - 1) / bits
        var counts = ContiguousArray<Int32>(repeating: 0, count: digits * size)
        do {
            var counts = counts.mutableSpan
            let keys = keys.span
            for i in keys.indices {
                var rest = keys[i] >> UInt64(lowest)
                var at = 0
                while rest != 0 {
                    counts[at + Int(rest & UInt64(size - 1))] += 1
                    rest >>= UInt64(bits)
                    at += size
                }
            }
        }
        var other = ContiguousArray<UInt64>(repeating: 0, count: keys.count)
        for digit in 0..<digits {
            // Keys that ended below this digit have not been counted: they are the zeros.
            var sum = 0
            for value in 1..<size { sum += Int(counts[digit * size + value]) }
            guard sum > 0, counts[digit * size..<(digit + 1) * size].allSatisfy({ $0 != keys.count }) else {
                continue
            }
            var next = Int32(keys.count - sum)
            counts[digit * size] = 0
            for value in 1..<size {
                let count = counts[digit * size + value]
                counts[digit * size + value] = next
                next += count
            }
            scatter(keys.span, into: &other, by: UInt64(lowest + digit * bits), digit * size, &counts)
            swap(&keys, &other)
        }
    }

    private static func scatter(
        _ keys: Span<UInt64>, into other: inout ContiguousArray<UInt64>, by shift: UInt64, _ first: Int,
        _ counts: inout ContiguousArray<Int32>
    ) {
        var target = other.mutableSpan
        var next = counts.mutableSpan
        for i in keys.indices {
            let key = keys[i]
            let value = first + Int((key >> shift) & UInt64(size - 1))
            target[Int(next[value])] = key
            next[value] += 1
        }
    }
}
