/// What a stream of random numbers is for: each layer has its own, so that a change in one leaves the others.
enum RandomStream: UInt64 {
    case ground = 1
    case estates, streets, curves, people, compounds, phases, facilities, candidates
}

/// A stream of pseudo-random numbers that depends on its seed alone.
///
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). Only
/// exact operations are made of it (no sine, logarithm or exponential), so that a seed gives the same city
/// everywhere.
struct SeededGenerator: Sendable {
    private var state: UInt64

    init(seed: UInt64, stream: RandomStream) {
        state = Self.mixed(seed &+ stream.rawValue &* 0xA076_1D64_78BD_642F)
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// A number in 0..<1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number between two others.
    mutating func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * unit() }

    /// A whole number in a range.
    mutating func whole(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// Whether something of a probability happens.
    mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    /// One of several things, each as likely as the others; nothing of none.
    mutating func pick<Thing>(_ things: [Thing]) -> Thing? {
        things.isEmpty ? nil : things[whole(0...things.count - 1)]
    }

    /// One of two or more things by weight, the first where the weights give out.
    mutating func pick<Thing>(_ first: (Thing, Double), _ others: (Thing, Double)...) -> Thing {
        let total = others.reduce(first.1) { $0 + $1.1 }
        var left = unit() * total - first.1
        if left < 0 { return first.0 }
        for other in others {
            left -= other.1
            if left < 0 { return other.0 }
        }
        return first.0
    }

    /// The things in a random order (Fisher and Yates).
    mutating func shuffled<Thing>(_ things: [Thing]) -> [Thing] {
        var things = things
        for i in stride(from: things.count - 1, to: 0, by: -1) { things.swapAt(i, whole(0...i)) }
        return things
    }

    /// SplitMix64's finalizer: spreads every bit over all others.
    static func mixed(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
