internal import ArgumentParser
internal import Places

/// An amount of money on the command line, as in tables and scenarios: `3000000`, `300万`, `0.03亿`.
struct YuanOption: ExpressibleByArgument {
    /// How much, yuan.
    let yuan: Double

    init?(argument: String) {
        var (text, factor) = (argument, 1.0)
        for (word, times) in [("万", 1e4), ("亿", 1e8)] where text.hasSuffix(word) {
            text.removeLast()
            factor = times
        }
        guard let number = Double(text), number.isFinite else { return nil }
        yuan = number * factor
    }

    var defaultValueDescription: String { "\(yuan)" }
}
