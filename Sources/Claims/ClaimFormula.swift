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

    /// Makes an input of what the ledger says of it.
    package init(
        name: String? = nil, says: BilingualText? = nil, value: ExactDecimal?, unit: ClaimUnit? = nil,
        scope: String? = nil, computed: PublishedClaim.Figure? = nil
    ) {
        self.name = name
        self.says = says
        self.value = value
        self.unit = unit
        self.scope = scope
        self.computed = computed
    }

    /// How much it is: the number times what one of its unit is worth.
    func amount(of value: ExactDecimal) throws(ArithmeticFailure) -> ExactQuotient {
        let plain = try ExactQuotient(value)
        return try unit.map { unit throws(ArithmeticFailure) in try plain.times(ExactQuotient(unit.worth)) }
            ?? plain
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

    /// Makes a piece of arithmetic; every input of the formula is one of the inputs.
    package init(_ formula: ClaimFormula, of inputs: [ClaimInput]) {
        (self.formula, self.inputs) = (formula, inputs)
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
        var amounts = [ExactQuotient](repeating: ExactQuotient(0), count: inputs.count)
        for index in part.inputs {
            guard let value = inputs[index].value ?? stands[index] else { return nil }
            amounts[index] = try inputs[index].amount(of: value)
        }
        return try part.value(of: amounts)
    }

    /// The same arithmetic with the values of inputs that are figures of a study.
    func with(_ values: [Int: ExactDecimal]) -> ClaimArithmetic {
        let inputs = inputs.enumerated().map { index, input in
            ClaimInput(
                name: input.name, says: input.says, value: values[index] ?? input.value, unit: input.unit,
                scope: input.scope, computed: input.computed)
        }
        return ClaimArithmetic(formula, of: inputs)
    }

    /// The inputs that the formula needs and the source does not give, ascending.
    package var missing: [Int] { formula.inputs.filter { inputs[$0].value == nil }.sorted() }
}
