package import Places
package import Policy

/// A figure that somebody has published.
package struct PublishedClaim: Hashable, Sendable {
    /// What it is of.
    package enum Figure: Hashable, Sendable {
        /// Numbers that the source states itself.
        case arithmetic(ClaimArithmetic)
        /// A figure that coverage computes from a study.
        case coverage(CoverageClaim)
        /// How many subjects of a study have a verdict.
        case check(CheckClaim)
        /// The facilities of a study, or what they hold.
        case facilities(FacilityClaim)
        /// Entitled people of a study.
        case groups(GroupClaim)
        /// A figure of a scenario's year.
        case scenario(ScenarioClaim)
        /// What is paid in a scenario's year.
        case money(MoneyClaim)
    }

    /// What the ledger and outputs call it.
    package let id: String
    /// What it says, in the source's sense; nothing where the ledger leaves it to the id.
    package let says: BilingualText?
    /// Where it is published.
    package let clause: Clause
    /// The figure as printed, in its unit.
    package let value: ExactDecimal
    /// One unit of the last digit that the source means: what ours is rounded to before the two are compared.
    package let precision: ExactDecimal
    /// Its unit.
    package let unit: ClaimUnit
    /// What it is of.
    package let figure: Figure
    /// Whose figure it is said to be, of arithmetic; nothing where the ledger does not say.
    package let scope: String?
    /// How the source has to be read for the figure to be what the ledger takes it for; nothing where it says
    /// so itself.
    package let reading: BilingualText?
    /// Whether the source prints the figure; else it only follows from what the source prints.
    package let isPrinted: Bool

    /// Makes a claim of its parts.
    package init(
        id: String, says: BilingualText? = nil, clause: Clause, value: ExactDecimal, precision: ExactDecimal,
        unit: ClaimUnit, figure: Figure, scope: String? = nil, reading: BilingualText? = nil,
        isPrinted: Bool = true
    ) {
        self.id = id
        self.says = says
        self.clause = clause
        self.value = value
        self.precision = precision
        self.unit = unit
        self.figure = figure
        self.scope = scope
        self.reading = reading
        self.isPrinted = isPrinted
    }

    /// The figure with the decimals that it is printed with: 67.0 is not 67.
    package var printed: String {
        let text = value.description
        guard precision.coefficient == 1, precision.scale > 0 else { return text }
        let decimals = text.firstIndex(of: ".").map { text[$0...].count - 1 } ?? 0
        let missing = precision.scale - decimals
        guard missing > 0 else { return text }
        return text + (decimals == 0 ? "." : "") + String(repeating: "0", count: missing)
    }

    /// The same claim of another figure.
    func of(_ figure: Figure) -> PublishedClaim {
        PublishedClaim(
            id: id, says: says, clause: clause, value: value, precision: precision, unit: unit,
            figure: figure, scope: scope, reading: reading, isPrinted: isPrinted)
    }

    /// The quantities that its unit is converted from: of a figure of a study all, which are in hours, years and m².
    private var converting: Set<Quantity> {
        if case .arithmetic(let arithmetic) = figure { arithmetic.converting } else { Quantity.convertible }
    }

    /// An amount in the claim's unit, unrounded.
    func inUnit(_ amount: ExactQuotient) throws(ArithmeticFailure) -> ExactQuotient {
        try amount.divided(by: try unit.worth(converting: converting))
    }

    /// What a number of the claim's unit amounts to.
    func amount(inUnit number: ExactQuotient) throws(ArithmeticFailure) -> ExactQuotient {
        try number.times(try unit.worth(converting: converting))
    }

    /// An amount in the claim's unit, rounded as the source rounds; nothing where its digits do not fit.
    func rounded(_ amount: ExactQuotient) throws(ArithmeticFailure) -> ExactDecimal? {
        try inUnit(amount).rounded(toMultipleOf: precision)
    }
}

/// A ledger of published figures.
package struct ClaimsLedger: Hashable, Sendable {
    /// What it is called.
    package let name: BilingualText
    /// The name of its file.
    package let file: String
    /// Its claims, in the file's order.
    package let claims: [PublishedClaim]

    /// Makes a ledger.
    package init(name: BilingualText, file: String = "", claims: [PublishedClaim]) {
        self.name = name
        self.file = file
        self.claims = claims
    }
}
