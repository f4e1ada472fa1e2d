extension ClaimArithmetic {
    private enum Finding: Error { case mixed(ClaimUnit, ClaimUnit) }

    /// Two units of different things that the formula adds up, or sets equal to the published figure.
    ///
    /// A product or a quotient is of another thing than its parts: nothing is held against it.
    ///
    /// - Parameter unit: the published figure's.
    /// - Returns: the two units; nothing where there are none, or a unit is not known.
    package func mixedUnits(as unit: ClaimUnit) -> (ClaimUnit, ClaimUnit)? {
        do throws(Finding) {
            if let own = try self.unit(of: formula) { try Self.hold(own, unit) }
            return nil
        } catch {
            switch error {
            case .mixed(let first, let second): return (first, second)
            }
        }
    }

    private func unit(of part: ClaimFormula) throws(Finding) -> ClaimUnit? {
        switch part {
        case .number: return nil
        case .negative(let inner): return try unit(of: inner)
        case .input(let index): return inputs[index].unit
        case .combined(let operation, let first, let second):
            let (a, b) = (try unit(of: first), try unit(of: second))
            guard operation == .plus || operation == .minus, let a, let b else {
                return operation == .plus || operation == .minus ? a ?? b : nil
            }
            try Self.hold(a, b)
            return a
        }
    }

    private static func hold(_ a: ClaimUnit, _ b: ClaimUnit) throws(Finding) {
        if let first = a.quantity, let second = b.quantity, first != second { throw .mixed(a, b) }
    }
}
