package import Policy

/// What a target's figure is: the measure, what it is taken over, and what counts.
package struct FindingFigure: Hashable, Sendable {
    /// The measure's name, as packs have it.
    package let measure: String
    /// What numerator and denominator are counted in.
    package let basis: Basis
    /// Which facilities count, as the column `counted` names them; nothing where the figure is of none.
    package let counted: String?
    /// By which count the figure is meant, where sources count differently under one name.
    package let version: BilingualText?
    /// What a target's figure is by a pack.
    package init(of target: Target, in pack: PolicyPack) {
        measure = target.measure.name
        basis = target.basis
        version = target.version
        counted =
            switch target.measure {
            case .named(let measure): pack.rule(for: measure, of: target).text
            case .spacePer100Households, .compoundsWithCareSpace, .newCompoundsMeetSpace: nil
            default: pack.selector(for: target).text
            }
    }
}
