internal import Places

// Minutes and hours, months and years, 亩 and m² are of one kind and of several sizes: where several meet in a claim they
// are converted, and where one stands alone it is left as the source counts it.
extension ClaimArithmetic {
    /// The ways to read the units of the arithmetic behind a figure, the first the one that is meant unless another agrees.
    ///
    /// Where units of several sizes meet they are converted. A source may have done so itself, multiplying by 60 or dividing by
    /// 12: a number that is how often one size goes into the other then stands for the conversion alone. Or it may leave a unit
    /// out (“8 h × 20 yuan × 12 months” a year), so that the numbers as they stand are another reading.
    struct Readings {
        /// A reading: the arithmetic as it is shown, and as it is worked out.
        typealias Reading = (shown: ClaimArithmetic, worked: ClaimArithmetic)

        /// The readings; never none.
        let all: [Reading]
        /// Why no reading but one that agrees says anything: what is left in a unit that the figure is not in.
        let objection: ClaimReason?
    }

    /// Reads the units of the arithmetic behind a figure in a unit.
    func readings(as unit: ClaimUnit) -> Readings {
        let mentioned = units(beside: unit).flatMap { $0.above + $0.below }
        let met = Quantity.convertible.filter { family in
            // Lengths make areas, which are in m² as they stand and none in 亩.
            Set(mentioned.filter { $0.unit == family }).count > 1
                || family == .area && mentioned.contains(.mu) && mentioned.contains(.distance)
        }
        guard !met.isEmpty else { return Readings(all: [(self, self)], objection: nil) }
        let published = unit.figure ?? FigureUnit()
        let isLeft = met.contains { family in
            power(of: family, in: formula) != .some(.known(published.power(of: family)))
        }
        if isLeft {
            let first = units(beside: unit).first { unit in met.contains { unit.power(of: $0) != 0 } }
            return Readings(
                all: [(self, self)], objection: .mixedUnits(first ?? published, FigureUnit(published: unit)))
        }
        let converted = ClaimArithmetic(formula, of: inputs, converting: met)
        var ratios: Set<ExactDecimal> = []
        for family in met {
            let sizes = mentioned.filter { $0.unit == family }.map(\.size)
            for a in sizes {
                for b in sizes where a.of * b.over > b.of * a.over { ratios.insert(ratio(a, b)) }
            }
        }
        let byHand = formula.without(ratios, among: inputs)
        guard byHand != formula else { return Readings(all: [(converted, converted)], objection: nil) }
        let worked = ClaimArithmetic(byHand, of: inputs, converting: met)
        return Readings(all: [(converted, converted), (converted, worked)], objection: nil)
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
    /// The same with ones in the place of plain numbers that only convert one size to another.
    fileprivate func without(_ ratios: Set<ExactDecimal>, among inputs: [ClaimInput]) -> ClaimFormula {
        let one = ClaimFormula.number(ExactDecimal(1), isPercent: false)
        switch self {
        case .input(let index):
            let isRatio = inputs[index].unit == nil && inputs[index].value.map(ratios.contains) ?? false
            return isRatio ? one : self
        case .number(let number, isPercent: false): return ratios.contains(number) ? one : self
        case .number: return self
        case .negative(let part): return .negative(part.without(ratios, among: inputs))
        case .combined(let operation, let first, let second):
            return .combined(
                operation, first.without(ratios, among: inputs), second.without(ratios, among: inputs))
        }
    }
}

extension FigureUnit {
    /// In which power a quantity stands in it, in whatever size; of areas twice that, since lengths are half of one.
    fileprivate func power(of family: Quantity) -> Int {
        func power(_ quantity: Quantity) -> Int {
            above.count { $0.unit == quantity } - below.count { $0.unit == quantity }
        }
        return family == .area ? 2 * power(.area) + power(.distance) : power(family)
    }
}

extension Quantity {
    /// How many of ``unit`` one of it is.
    var share: ExactQuotient {
        get throws(ArithmeticFailure) { try ExactQuotient(size.of).divided(by: ExactQuotient(size.over)) }
    }
}
