internal import Places

// Minutes and hours, months and years, 亩 and m² are of one kind and of several sizes: where several meet in a claim they
// are converted, and where one stands alone it is left as the source counts it.
extension ClaimArithmetic {
    /// The ways to read the units of the arithmetic behind a figure, the first the one that is meant unless another agrees.
    ///
    /// Where units of several sizes meet they are converted. A source may have done so itself, multiplying by 12, or may
    /// leave a unit out (“8 h × 20 yuan × 12 months” a year), so that the numbers as they stand are another reading then.
    struct Readings {
        /// The arithmetic in each reading; none is empty.
        let all: [ClaimArithmetic]
        /// Why no reading but one that agrees says anything: what is left in a unit that the figure is not in.
        let objection: ClaimReason?
    }

    /// Reads the units of the arithmetic behind a figure in a unit.
    func readings(as unit: ClaimUnit) -> Readings {
        let mentioned = units(beside: unit).flatMap { $0.above + $0.below }
        let met = Quantity.convertible.filter { family in
            Set(mentioned.filter { $0.unit == family }).count > 1
        }
        guard !met.isEmpty else { return Readings(all: [self], objection: nil) }
        let published = unit.figure ?? FigureUnit()
        let isLeft = met.contains { family in
            power(of: family, in: formula) != .some(.known(published.power(of: family)))
        }
        if isLeft {
            let first = units(beside: unit).first { unit in met.contains { unit.power(of: $0) != 0 } }
            return Readings(
                all: [self], objection: .mixedUnits(first ?? published, FigureUnit(published: unit)))
        }
        let converted = ClaimArithmetic(formula, of: inputs, converting: met)
        let isByHand = met.contains { family in
            let sizes = mentioned.filter { $0.unit == family }.map(\.size)
            return sizes.contains { a in
                sizes.contains { b in a.of * b.over > b.of * a.over && plainNumbers.contains(ratio(a, b)) }
            }
        }
        return Readings(all: isByHand ? [converted, self] : [converted], objection: nil)
    }

    /// The units of the inputs that the formula needs, and that of the figure.
    private func units(beside published: ClaimUnit) -> [FigureUnit] {
        formula.inputs.sorted().compactMap { inputs[$0].amount?.unit ?? inputs[$0].unit?.figure }
            + [published.figure].compactMap { $0 }
    }

    /// How often a unit of one size goes into another: 60, 3600, 12; of 亩 what 15 to the hectare come to.
    private func ratio(_ a: (of: Int, over: Int), _ b: (of: Int, over: Int)) -> ExactDecimal {
        let (of, over) = (a.of * b.over, a.over * b.of)
        return of % over == 0 ? ExactDecimal(of / over) : ExactDecimal(15)
    }

    /// The numbers of the formula that have no unit.
    private var plainNumbers: Set<ExactDecimal> {
        Set(
            formula.numbers + formula.inputs.filter { inputs[$0].unit == nil }.compactMap { inputs[$0].value }
        )
    }

    /// In which power a quantity stands in what a part of the formula comes to.
    private enum Power: Equatable {
        case known(Int)
        /// A plain number, which may be of anything that it is added to.
        case any
    }

    /// The power of a quantity in a part of the formula; nothing where unlike ones are added up.
    private func power(of family: Quantity, in part: ClaimFormula) -> Power? {
        switch part {
        case .number: return .any
        case .negative(let inner): return power(of: family, in: inner)
        case .input(let index):
            guard let unit = inputs[index].amount?.unit ?? inputs[index].unit?.figure else {
                return inputs[index].unit == nil ? .any : .known(0)
            }
            return .known(unit.power(of: family))
        case .combined(let operation, let first, let second):
            guard let a = power(of: family, in: first), let b = power(of: family, in: second) else {
                return nil
            }
            switch (operation, a, b) {
            case (.plus, .any, let other), (.plus, let other, .any), (.minus, .any, let other),
                (.minus, let other, .any):
                return other
            case (.plus, _, _), (.minus, _, _): return a == b ? a : nil
            case (_, .any, .any): return .any
            case (.times, .known(let x), .known(let y)): return .known(x + y)
            case (.over, .known(let x), .known(let y)): return .known(x - y)
            case (.times, .any, let other), (_, let other, .any): return other
            case (.over, .any, .known(let y)): return .known(-y)
            }
        }
    }
}

extension ClaimFormula {
    /// Its own numbers, percentages left out.
    fileprivate var numbers: [ExactDecimal] {
        switch self {
        case .input, .number(_, isPercent: true): []
        case .number(let number, isPercent: false): [number]
        case .negative(let part): part.numbers
        case .combined(_, let first, let second): first.numbers + second.numbers
        }
    }
}

extension FigureUnit {
    /// In which power a quantity stands in it, in whatever size.
    fileprivate func power(of family: Quantity) -> Int {
        above.count { $0.unit == family } - below.count { $0.unit == family }
    }
}

extension Quantity {
    /// How many of ``unit`` one of it is.
    var share: ExactQuotient {
        get throws(ArithmeticFailure) { try ExactQuotient(size.of).divided(by: ExactQuotient(size.over)) }
    }
}
