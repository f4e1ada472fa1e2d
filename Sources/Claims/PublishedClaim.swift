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

    /// Makes a claim of its parts.
    package init(
        id: String, says: BilingualText? = nil, clause: Clause, value: ExactDecimal, precision: ExactDecimal,
        unit: ClaimUnit, figure: Figure
    ) {
        self.id = id
        self.says = says
        self.clause = clause
        self.value = value
        self.precision = precision
        self.unit = unit
        self.figure = figure
    }
}

/// The unit of a published figure: `percent`, `per_1000`, `share` (0 to 1), or any other by its name.
package struct ClaimUnit: Hashable, Sendable {
    /// Its name, as the ledger writes it.
    package let name: String

    /// Makes a unit of its name.
    package init(_ name: String) { self.name = name }

    /// What a plain quotient is multiplied with to stand in this unit.
    package var factor: Int {
        switch name {
        case "percent": 100
        case "per_1000": 1000
        default: 1
        }
    }
}

/// What a source's own numbers are put together by.
package struct ClaimArithmetic: Hashable, Sendable {
    /// How.
    package enum Operation: String, Hashable, Sendable, CaseIterable {
        case quotient, sum, product
    }

    /// How they are put together.
    package let operation: Operation
    /// The numbers; nothing in the place of one that the source does not give.
    ///
    /// Of a quotient there are two.
    package let operands: [ExactDecimal?]

    /// Makes a piece of arithmetic.
    package init(_ operation: Operation, _ operands: [ExactDecimal?]) {
        (self.operation, self.operands) = (operation, operands)
    }

    /// The result; nothing where it is too large for exact numbers, or a division by nothing.
    func result(of numbers: [ExactDecimal]) -> ExactQuotient? {
        switch operation {
        case .sum: return ExactQuotient(numbers.reduce(.zero, +))
        case .quotient: return ExactQuotient(numbers[0], over: numbers[1])
        case .product:
            var product = ExactDecimal(1)
            for number in numbers {
                // Coefficients of a product of stated numbers fit 128 bits only so far.
                let (_, overflows) = product.coefficient.multipliedReportingOverflow(by: number.coefficient)
                if overflows { return nil }
                product = product * number
            }
            return ExactQuotient(product)
        }
    }
}

/// A published figure of coverage: of what measure, on which basis, where and when.
///
/// A source that leaves one of them out cannot be compared with anything.
package struct CoverageClaim: Hashable, Sendable {
    /// Which figure of a rate is meant.
    package enum Quantity: String, Hashable, Sendable, CaseIterable {
        case share, numerator, denominator
    }

    /// Which figure of the rate is meant.
    package let quantity: Quantity
    /// The measure.
    package let measure: CoverageMeasure?
    /// What it is counted in.
    package let basis: Basis?
    /// The scope, as the column `scope` of `summary.csv` names it.
    package let scope: String?
    /// Its id, as in `scope_id`; nothing: the only one of its kind.
    package let scopeID: String?
    /// When it held.
    package let date: PartialDate?
    /// Which facilities the source counts, as the column `counted` names them; nothing: as the pack counts.
    package let counted: String?
    /// The radius that the source means, m.
    package let radius: ExactDecimal?
    /// The minutes that the source means.
    package let minutes: ExactDecimal?

    /// Makes a claim about coverage of what its source states.
    package init(
        quantity: Quantity = .share, measure: CoverageMeasure?, basis: Basis?, scope: String?,
        scopeID: String? = nil, date: PartialDate?, counted: String? = nil, radius: ExactDecimal? = nil,
        minutes: ExactDecimal? = nil
    ) {
        self.quantity = quantity
        self.measure = measure
        self.basis = basis
        self.scope = scope
        self.scopeID = scopeID
        self.date = date
        self.counted = counted
        self.radius = radius
        self.minutes = minutes
    }
}

/// A ledger of published figures.
package struct ClaimsLedger: Hashable, Sendable {
    /// What it is called.
    package let name: BilingualText
    /// Its claims, in the file's order.
    package let claims: [PublishedClaim]

    /// Makes a ledger.
    package init(name: BilingualText, claims: [PublishedClaim]) { (self.name, self.claims) = (name, claims) }
}
