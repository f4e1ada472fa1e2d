internal import Places

extension ClaimFormula {
    /// How often an input stands in it.
    func occurrences(of input: Int) -> Int {
        switch self {
        case .input(let index): index == input ? 1 : 0
        case .number: 0
        case .negative(let part): part.occurrences(of: input)
        case .combined(_, let first, let second):
            first.occurrences(of: input) + second.occurrences(of: input)
        }
    }

    /// What an input that stands in it once has to be for it to come to a value, the other inputs being as they are.
    fileprivate func input(
        _ input: Int, for value: ExactQuotient, of inputs: [ExactQuotient]
    ) throws(ArithmeticFailure) -> ExactQuotient {
        switch self {
        case .input, .number: return value
        case .negative(let part): return try part.input(input, for: value.negated(), of: inputs)
        case .combined(let operation, let first, let second):
            if first.occurrences(of: input) == 1 {
                let other = try second.value(of: inputs)
                let part: ExactQuotient =
                    switch operation {
                    case .plus: try value.minus(other)
                    case .minus: try value.plus(other)
                    case .times: try value.divided(by: other)
                    case .over: try value.times(other)
                    }
                return try first.input(input, for: part, of: inputs)
            }
            let other = try first.value(of: inputs)
            let part: ExactQuotient =
                switch operation {
                case .plus: try value.minus(other)
                case .minus: try other.minus(value)
                case .times: try value.divided(by: other)
                case .over: try other.divided(by: value)
                }
            return try second.input(input, for: part, of: inputs)
        }
    }
}

extension ClaimArithmetic {
    /// What the one input that is missing has to be, in its unit, for the formula to come to a value; it stands there once.
    ///
    /// - Returns: nothing where another input is missing, too.
    /// - Throws: ``ArithmeticFailure`` where nothing in its place comes to that.
    func value(of input: Int, for value: ExactQuotient) throws(ArithmeticFailure) -> ExactQuotient? {
        guard let amounts = try amounts(of: formula, assuming: [input: ExactDecimal(1)]) else { return nil }
        // The amount of a one is what one of the unit is worth.
        return try formula.input(input, for: value, of: amounts).divided(by: amounts[input])
    }
}
