internal import Claims
internal import Places
internal import Yams

/// Reads the arithmetic behind a published figure: named inputs and a formula, or a plain list of numbers.
enum ArithmeticReading {
    /// A formula over named inputs.
    static func formula(
        _ fields: YAMLMapping<ClaimKey>, _ units: LedgerUnits, _ problems: inout [Problem]
    ) -> ClaimArithmetic? {
        guard let inputs = inputs(fields, units, &problems), let text = fields.text(.formula, &problems)
        else {
            return nil
        }
        do throws(FormulaFault) {
            let formula = try FormulaText.formula(text, over: inputs.map { $0.name ?? "" })
            let used = formula.inputs
            for (index, input) in inputs.enumerated() where !used.contains(index) {
                problems.append(
                    fields.problem(.inputs, .unusedInput(name: input.name ?? ""), severity: .warning))
            }
            return ClaimArithmetic(formula, of: inputs)
        } catch {
            problems.append(fields.problem(.formula, .formula(error)))
            return nil
        }
    }

    /// A quotient, a sum or a product of a list of numbers: `~` stands for one that the source does not give.
    ///
    /// The numbers of a sum are in the unit of the figure; so is the first of a quotient or product, unless the
    /// figure is a rate.
    static func list(
        _ fields: YAMLMapping<ClaimKey>, _ key: ClaimKey, unit: ClaimUnit, _ problems: inout [Problem]
    ) -> ClaimArithmetic? {
        let isQuotient = key == .quotient
        let expected = isQuotient ? "two numbers: numerator and denominator" : "list of numbers"
        guard case .sequence(let nodes)? = fields.node(key), isQuotient ? nodes.count == 2 : !nodes.isEmpty
        else {
            problems.append(fields.problem(key, .wrongType(expected: expected)))
            return nil
        }
        var inputs: [ClaimInput] = []
        for (index, node) in nodes.enumerated() {
            let hasUnit = key == .sum || (index == 0 && !unit.isRate)
            do throws(Fault) {
                inputs.append(
                    ClaimInput(value: try number(node, expected: expected), unit: hasUnit ? unit : nil))
            } catch {
                problems.append(
                    Problem(
                        file: fields.file, row: node.mark?.line ?? fields.line(of: key),
                        column: fields.path(of: key), error))
                return nil
            }
        }
        let operation: ClaimFormula.Operation = isQuotient ? .over : key == .sum ? .plus : .times
        return ClaimArithmetic(combined(inputs.indices, by: operation), of: inputs)
    }

    /// All inputs of a range put together, halved again and again so that long lists are not deep.
    private static func combined(_ range: Range<Int>, by operation: ClaimFormula.Operation) -> ClaimFormula {
        guard range.count > 1 else { return .input(range.lowerBound) }
        let middle = range.lowerBound + range.count / 2
        return .combined(
            operation, combined(range.lowerBound..<middle, by: operation),
            combined(middle..<range.upperBound, by: operation))
    }

    /// The number of a node; nothing of `~`.
    private static func number(_ node: Node, expected: String) throws(Fault) -> ExactDecimal? {
        if node.null != nil { return nil }
        guard case .scalar(let scalar) = node else { throw .wrongType(expected: expected) }
        return try CellNumber.decimal(scalar.string)
    }

    /// The inputs by name, in the file's order; none where the formula needs none.
    private static func inputs(
        _ fields: YAMLMapping<ClaimKey>, _ units: LedgerUnits, _ problems: inout [Problem]
    ) -> [ClaimInput]? {
        guard let node = fields.node(.inputs) else { return [] }
        guard case .mapping(let mapping) = node else {
            problems.append(fields.problem(.inputs, .wrongType(expected: "mapping")))
            return nil
        }
        var inputs: [ClaimInput] = []
        let before = problems.count
        for (key, value) in mapping {
            let name = PlainText.folded(key.string ?? "").trimmed
            let path = "\(fields.path(of: .inputs)).\(name)"
            if case .mapping = value {
                guard
                    let stated = YAMLMapping<InputKey>(
                        value, file: fields.file, path: path, problems: &problems)
                else { continue }
                inputs.append(
                    ClaimInput(
                        name: name, says: stated.bilingual(.says, &problems),
                        value: stated.decimal(.value, &problems),
                        unit: units.unit(stated, .unit, of: .value, &problems),
                        scope: stated.text(.scope, &problems), computed: computed(stated, &problems)))
                continue
            }
            do throws(Fault) {
                inputs.append(
                    ClaimInput(name: name, value: try number(value, expected: "number, or a mapping")))
            } catch {
                problems.append(
                    Problem(
                        file: fields.file, row: value.mark?.line ?? fields.line(of: .inputs), column: path,
                        error))
            }
        }
        return problems.count == before ? inputs : nil
    }

    /// The figure of a study that an input is.
    private static func computed(
        _ fields: YAMLMapping<InputKey>, _ problems: inout [Problem]
    ) -> PublishedClaim.Figure? {
        guard fields.has(.computed) else { return nil }
        if fields.has(.value) {
            problems.append(
                fields.problem(.value, .unknownKey(name: "value", nearest: nil, of: .ledger)))
        }
        return ComputedText.figure(fields, .computed, &problems)
    }
}
