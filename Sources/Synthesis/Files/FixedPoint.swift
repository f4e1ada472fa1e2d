/// A number as text with so many decimals, rounded half away from zero, trailing zeros cut where asked.
///
/// Meant for degrees, metres and counts: magnitudes under 9e15 after scaling.
package func fixedPoint(_ value: Double, decimals: Int, trimmed: Bool = false) -> String {
    var power: Int64 = 1
    for _ in 0..<decimals { power *= 10 }
    let scaled = (value * Double(power)).rounded(.toNearestOrAwayFromZero)
    let magnitude = UInt64(abs(scaled))
    let (whole, part) = magnitude.quotientAndRemainder(dividingBy: UInt64(power))
    var text = scaled < 0 && magnitude > 0 ? "-\(whole)" : "\(whole)"
    guard decimals > 0 else { return text }
    let digits = String(part)
    var fraction = String(repeating: "0", count: decimals - digits.count) + digits
    if trimmed { while fraction.hasSuffix("0") { fraction.removeLast() } }
    if !fraction.isEmpty { text += "." + fraction }
    return text
}
