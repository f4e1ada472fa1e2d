/// A length in metres, as measured or as asked for.
package struct Metres: Hashable, Sendable, Comparable, BitwiseCopyable {
    /// How many metres.
    package var value: Double

    /// Makes a length from a number of metres.
    @inlinable
    package init(_ value: Double) { self.value = value }

    @inlinable
    package static func < (a: Metres, b: Metres) -> Bool { a.value < b.value }
}

/// A length in whole micrometres: what walks are added up in, so that a sum does not depend on its order
/// and a path of a thousand edges is still right to a millimetre.
package struct Micrometres: Hashable, Sendable, Comparable, BitwiseCopyable {
    /// How many micrometres.
    package var count: Int64

    /// Makes a length from a count of micrometres.
    @inlinable
    package init(_ count: Int64) { self.count = count }

    /// The whole micrometre nearest to a length (half away from zero).
    @inlinable
    package init(_ length: Metres) { self.count = Int64((length.value * 1e6).rounded()) }

    /// The same length in metres.
    @inlinable package var metres: Metres { Metres(Double(count) / 1e6) }

    /// The whole millimetre nearest to this length (half away from zero): what ties are judged by.
    @inlinable
    package var wholeMillimetres: Int64 { (count + (count < 0 ? -500 : 500)) / 1000 }

    @inlinable
    package static func < (a: Micrometres, b: Micrometres) -> Bool { a.count < b.count }
    @inlinable
    package static func + (a: Micrometres, b: Micrometres) -> Micrometres { Micrometres(a.count + b.count) }
    @inlinable
    package static func - (a: Micrometres, b: Micrometres) -> Micrometres { Micrometres(a.count - b.count) }
    /// Nothing.
    package static let zero = Micrometres(0)
}
