/// Random numbers by their place in a table instead of one after another: the same place has the same number, whoever
/// asks and in whatever order, so that results do not depend on threads.
///
/// Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
package struct CounterRandom: Hashable, Sendable {
    private let key: (UInt32, UInt32)

    /// The table of a seed.
    package init(seed: UInt64) { key = (UInt32(truncatingIfNeeded: seed), UInt32(seed >> 32)) }

    /// A number from 0 up to, but not with, 1, of 53 bits.
    ///
    /// - Parameters:
    ///   - draw: which draw.
    ///   - quantity: which quantity of it.
    ///   - item: which of many things that have the quantity each of its own.
    /// - Returns: the number at that place.
    package func fraction(draw: UInt32, quantity: UInt32, item: UInt64 = 0) -> Double {
        let block = block((draw, quantity, UInt32(truncatingIfNeeded: item), UInt32(item >> 32)))
        let bits = UInt64(block.0) << 32 | UInt64(block.1)
        return Double(bits >> 11) * 0x1p-53
    }

    /// The four words at a counter, after ten rounds.
    package func block(_ counter: (UInt32, UInt32, UInt32, UInt32)) -> (UInt32, UInt32, UInt32, UInt32) {
        var (c, k) = (counter, key)
        for round in 0..<10 {
            if round > 0 {
                k.0 &+= 0x9E37_79B9
                k.1 &+= 0xBB67_AE85
            }
            let a = c.0.multipliedFullWidth(by: 0xD251_1F53)
            let b = c.2.multipliedFullWidth(by: 0xCD9E_8D57)
            c = (b.high ^ c.1 ^ k.0, b.low, a.high ^ c.3 ^ k.1, a.low)
        }
        return c
    }

    package static func == (a: Self, b: Self) -> Bool { a.key == b.key }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(key.0)
        hasher.combine(key.1)
    }
}
