package import Places
package import Policy

/// A number that a source states beside the figure that follows from it.
package struct ClaimInput: Hashable, Sendable {
    /// What the formula calls it; nothing of a number that only has a place in a list.
    package let name: String?
    /// What it is; nothing where the ledger leaves it to the name.
    package let says: BilingualText?
    /// The number as printed; nothing where the source does not give it.
    package let value: ExactDecimal?
    /// Its unit; nothing: a plain number.
    package let unit: ClaimUnit?
    /// Whose number it is (a district, a year, registered people); nothing where the ledger does not say.
    package let scope: String?
    /// The figure of a study that it is; nothing of a number that the source states.
    package let computed: PublishedClaim.Figure?
    /// What the study's figure comes to, once it is computed.
    package let amount: ComputedAmount?

    /// Makes an input of what the ledger says of it.
    package init(
        name: String? = nil, says: BilingualText? = nil, value: ExactDecimal?, unit: ClaimUnit? = nil,
        scope: String? = nil, computed: PublishedClaim.Figure? = nil,
        amount: ComputedAmount? = nil
    ) {
        self.name = name
        self.says = says
        self.value = value
        self.unit = unit
        self.scope = scope
        self.computed = computed
        self.amount = amount
    }

    /// Whose number it is, as people call it; nothing where nobody says.
    package var owner: String? { numberOwner?.text }

    var numberOwner: NumberOwner? { scope.map { .stated($0) } ?? amount?.owner }

    /// How much it is: the number times what one of its unit is worth.
    ///
    /// - Parameters:
    ///   - value: the number.
    ///   - families: as for ``ClaimUnit/worth(converting:)``.
    /// - Returns: the amount.
    /// - Throws: ``ArithmeticFailure`` where its digits do not fit.
    func amount(
        of value: ExactDecimal, converting families: Set<Quantity>
    ) throws(ArithmeticFailure) -> ExactQuotient {
        let plain = try ExactQuotient(value)
        guard let unit else { return plain }
        return try plain.times(unit.worth(converting: families))
    }
}

/// How a figure follows from numbers beside it.
package indirect enum ClaimFormula: Hashable, Sendable {
    /// What two numbers are put together by.
    package enum Operation: String, Hashable, Sendable, CaseIterable {
        case plus = "+"
        case minus = "-"
        case times = "×"
        case over = "/"
    }

    /// An input, as an index into the claim's.
    case input(Int)
    /// A number of the formula's own (12 months), in percent or plain.
    case number(ExactDecimal, isPercent: Bool)
    /// The other sign.
    case negative(ClaimFormula)
    /// Two numbers put together.
    case combined(Operation, ClaimFormula, ClaimFormula)

    /// What it comes to.
    ///
    /// - Parameter inputs: the amounts of the inputs.
    /// - Returns: the amount, in no unit.
    /// - Throws: ``ArithmeticFailure`` where it comes to nothing that can be said exactly.
    package func value(of inputs: [ExactQuotient]) throws(ArithmeticFailure) -> ExactQuotient {
        switch self {
        case .input(let index): return inputs[index]
        case .number(let number, let isPercent):
            return try ExactQuotient(isPercent ? number.shifted(right: 2) : number)
        case .negative(let part): return try part.value(of: inputs).negated()
        case .combined(let operation, let first, let second):
            let (a, b) = (try first.value(of: inputs), try second.value(of: inputs))
            switch operation {
            case .plus: return try a.plus(b)
            case .minus: return try a.minus(b)
            case .times: return try a.times(b)
            case .over: return try a.divided(by: b)
            }
        }
    }

    /// The least and the most that it comes to, whatever each input is between its own.
    ///
    /// An input that stands in it twice is taken as two: what is between the ends may be more than can be, and is
    /// never less.
    package func bounds(
        of inputs: [(least: ExactQuotient, most: ExactQuotient)]
    ) throws(ArithmeticFailure) -> (least: ExactQuotient, most: ExactQuotient) {
        switch self {
        case .input(let index): return inputs[index]
        case .number:
            let value = try value(of: [])
            return (value, value)
        case .negative(let part):
            let bounds = try part.bounds(of: inputs)
            return (try bounds.most.negated(), try bounds.least.negated())
        case .combined(let operation, let first, let second):
            let (a, b) = (try first.bounds(of: inputs), try second.bounds(of: inputs))
            switch operation {
            case .plus: return (try a.least.plus(b.least), try a.most.plus(b.most))
            case .minus: return (try a.least.minus(b.most), try a.most.minus(b.least))
            case .times: return try Self.ends(a, b) { x, y throws(ArithmeticFailure) in try x.times(y) }
            case .over:
                // Between ends of two signs lies a nothing that it may be divided by.
                guard (b.least.numerator > 0) == (b.most.numerator > 0), b.least.numerator != 0,
                    b.most.numerator != 0
                else { throw .divisionByZero }
                return try Self.ends(a, b) { x, y throws(ArithmeticFailure) in try x.divided(by: y) }
            }
        }
    }

    /// The least and the most of what an operation makes of the ends of two numbers.
    private static func ends(
        _ a: (least: ExactQuotient, most: ExactQuotient), _ b: (least: ExactQuotient, most: ExactQuotient),
        by operation: (ExactQuotient, ExactQuotient) throws(ArithmeticFailure) -> ExactQuotient
    ) throws(ArithmeticFailure) -> (least: ExactQuotient, most: ExactQuotient) {
        let first = try operation(a.least, b.least)
        if a.least == a.most, b.least == b.most { return (first, first) }
        var (least, most) = (first, first)
        for (x, y) in [(a.least, b.most), (a.most, b.least), (a.most, b.most)] {
            let value = try operation(x, y)
            if try value.minus(least).numerator < 0 { least = value }
            if try value.minus(most).numerator > 0 { most = value }
        }
        return (least, most)
    }

    /// The inputs that stand in it, ascending.
    package var inputs: Set<Int> {
        switch self {
        case .input(let index): [index]
        case .number: []
        case .negative(let part): part.inputs
        case .combined(_, let first, let second): first.inputs.union(second.inputs)
        }
    }
}

/// The arithmetic behind a published figure: the inputs that its source states, and the formula over them.
package struct ClaimArithmetic: Hashable, Sendable {
    /// The numbers that the source states, in the ledger's order.
    package let inputs: [ClaimInput]
    /// How the figure follows from them.
    package let formula: ClaimFormula
    /// The quantities that units of several sizes are converted to.
    let converting: Set<Quantity>

    /// Makes a piece of arithmetic; every input of the formula is one of the inputs.
    package init(_ formula: ClaimFormula, of inputs: [ClaimInput]) {
        self.init(formula, of: inputs, converting: [])
    }

    init(_ formula: ClaimFormula, of inputs: [ClaimInput], converting: Set<Quantity>) {
        (self.formula, self.inputs, self.converting) = (formula, inputs, converting)
    }

    /// What the formula, or a part of it, comes to with the numbers as stated.
    ///
    /// - Parameters:
    ///   - part: a part of the formula; nothing: all of it.
    ///   - stands: numbers in the place of inputs that are not stated, in the inputs' units.
    /// - Returns: the amount, in no unit; nothing where an input is neither stated nor stood for.
    /// - Throws: ``ArithmeticFailure``.
    package func amount(
        of part: ClaimFormula? = nil, assuming stands: [Int: ExactDecimal] = [:]
    ) throws(ArithmeticFailure) -> ExactQuotient? {
        let part = part ?? formula
        return try amounts(of: part, assuming: stands).map { amounts throws(ArithmeticFailure) in
            try part.value(of: amounts)
        }
    }

    /// The amounts of the inputs that a part of the formula needs, others being 0; nothing where one is neither stated nor
    /// stood for.
    func amounts(
        of part: ClaimFormula, assuming stands: [Int: ExactDecimal]
    ) throws(ArithmeticFailure) -> [ExactQuotient]? {
        var amounts = [ExactQuotient](repeating: ExactQuotient(0), count: inputs.count)
        for index in part.inputs {
            if let amount = inputs[index].amount {
                amounts[index] = amount.least
                continue
            }
            guard let value = inputs[index].value ?? stands[index] else { return nil }
            amounts[index] = try inputs[index].amount(of: value, converting: converting)
        }
        return amounts
    }

    /// The least and the most that the formula comes to; nothing where an input is not stated.
    package func bounds() throws(ArithmeticFailure) -> (least: ExactQuotient, most: ExactQuotient)? {
        var amounts = [(least: ExactQuotient, most: ExactQuotient)](
            repeating: (ExactQuotient(0), ExactQuotient(0)), count: inputs.count)
        for index in formula.inputs {
            if let amount = inputs[index].amount {
                amounts[index] = (amount.least, amount.most)
                continue
            }
            guard let value = inputs[index].value else { return nil }
            let amount = try inputs[index].amount(of: value, converting: converting)
            amounts[index] = (amount, amount)
        }
        return try formula.bounds(of: amounts)
    }

    /// The same arithmetic with the amounts of inputs that are figures of a study; `values` is how these are shown.
    func with(_ amounts: [Int: ComputedAmount], shownAs values: [Int: ExactDecimal]) -> ClaimArithmetic {
        let inputs = inputs.enumerated().map { index, input in
            ClaimInput(
                name: input.name, says: input.says, value: values[index] ?? input.value,
                // A share of a study is what it is, in whatever unit it is shown.
                unit: amounts[index].map(\.isShare) == true ? nil : input.unit, scope: input.scope,
                computed: input.computed, amount: amounts[index])
        }
        return ClaimArithmetic(formula, of: inputs, converting: converting)
    }

    /// The inputs that the formula needs and the source does not give, ascending.
    package var missing: [Int] {
        formula.inputs.filter { inputs[$0].value == nil && inputs[$0].amount == nil }.sorted()
    }
}
