/// A number by which an answer is known: a count, or a sum that no single wrong part leaves as it is.
struct Quantity {
    let name: String
    let value: Double
    /// By what share it may differ from the number stored: 0 for whole numbers.
    let tolerance: Double

    /// A whole number, which has to be equal.
    init(_ name: String, _ whole: some BinaryInteger) {
        (self.name, value, tolerance) = (name, Double(whole), 0)
    }

    /// A measure, which may differ by rounding: by 1e-9 of itself unless said otherwise.
    init(_ name: String, measure: Double, tolerance: Double = 1e-9) {
        (self.name, value, self.tolerance) = (name, measure, tolerance)
    }

    /// As it is stored.
    var text: String {
        tolerance == 0 ? String(Int64(value)) : String(value)
    }

    /// Whether it is the number stored.
    func agrees(with stored: Double) -> Bool {
        abs(value - stored) <= tolerance * abs(stored)
    }
}
