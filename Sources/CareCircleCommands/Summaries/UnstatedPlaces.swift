internal import Coverage
internal import Places
internal import Policy

/// What a summary says of places that are in no rate, since nobody states their figure: a share may stand too
/// high without them.
struct UnstatedPlaces {
    private let counts: [(scope: Scope, basis: Basis, count: Int)]
    private let namesScope: Bool

    /// Takes the counts of some rates, which are the same for every measure of a scope and basis.
    init(of rates: [Rate]) {
        var counts: [(scope: Scope, basis: Basis, count: Int)] = []
        for rate in rates where rate.unstated > 0 {
            guard !counts.contains(where: { $0.scope == rate.scope && $0.basis == rate.basis }) else {
                continue
            }
            counts.append((rate.scope, rate.basis, rate.unstated))
        }
        self.counts = counts
        namesScope = Set(rates.map(\.scope)).count > 1
    }

    /// A line for each basis on which some places state nothing.
    func lines(_ say: Language) -> [String] {
        counts.map { scope, basis, count in
            let place = namesScope ? say("\(scope.identifier): ", "\(scope.identifier)：") : ""
            return place + Self.line(count, basis, say)
        }
    }

    /// How many places a rate on some basis leaves out.
    static func line(_ count: Int, _ basis: Basis, _ say: Language) -> String {
        let (verb, state) = count == 1 ? ("is", "states") : ("are", "state")
        if basis == .area {
            return say(
                "\(count) \(count == 1 ? "community has" : "communities have") no area and \(verb) in no rate by area",
                "\(count) 个社区没有面积，不在按面积的比例中")
        }
        let word = MeasureWording(language: .chinese).plainBasis(basis)
        return say(
            "\(count) \(count == 1 ? "place" : "places") \(state) no \(basis.rawValue) and \(verb) in no rate by \(basis.rawValue)",
            "\(count) 处未列\(word)，不在按\(word)的比例中")
    }
}
