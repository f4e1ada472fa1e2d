package import Claims
internal import Places
internal import Policy
internal import Yams

/// Published figures as they were read, and the file that they were read from.
package struct ClaimsReading: Sendable {
    /// The figures.
    package let ledger: ClaimsLedger
    /// The file.
    package let input: InputFile
    /// What is odd about it and keeps nothing from being computed.
    package let warnings: [Problem]
}

/// Reads ledgers of published figures.
package enum ClaimsReader {
    /// Reads a ledger.
    ///
    /// - Parameter path: the file, as the user wrote it.
    /// - Returns: its claims, in the file's order.
    /// - Throws: everything that is wrong with it, with line and key.
    package static func read(path: String) throws(Problems) -> ClaimsReading {
        let bytes: [UInt8]
        do throws(Fault) {
            bytes = try FileBytes.read(path: path)
        } catch {
            throw Problems([Problem(file: path, error)])
        }
        let root: Node
        do throws(Problem) {
            let text = try YAMLDocument.text(of: bytes, file: path)
            root = try YAMLDocument.root(of: ComputedText.quoted(text), file: path)
        } catch {
            throw Problems([error])
        }
        var problems: [Problem] = []
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let ledger = YAMLMapping<LedgerKey>(root, file: path, problems: &problems)
            .flatMap { Self.ledger($0, file: name, &problems) }
        guard let ledger, problems.allSatisfy({ $0.severity == .warning }) else { throw Problems(problems) }
        return ClaimsReading(
            ledger: ledger, input: InputFile(file: path, path: path), warnings: problems)
    }

    private static func ledger(
        _ fields: YAMLMapping<LedgerKey>, file: String, _ problems: inout [Problem]
    ) -> ClaimsLedger? {
        let isComplete = [LedgerKey.name, .citations, .claims].map { fields.required($0, &problems) }
            .allSatisfy(\.self)
        let name = fields.bilingual(.name, &problems)
        let before = problems.count
        let read = fields.list(.citations, of: CitationKey.self, &problems).compactMap {
            PackDraft.citation($0, &problems)
        }
        // Where a document cannot be read, it is not said again of each figure that names it.
        let citations = problems.count == before ? read : nil
        let units = LedgerUnits(own: fields.texts(.units, &problems))
        var claims: [PublishedClaim] = []
        var firstLines: [String: Int] = [:]
        for entry in fields.list(.claims, of: ClaimKey.self, &problems) {
            if let id = entry.text(.id, &problems) {
                if let first = firstLines[id] {
                    problems.append(
                        entry.problem(
                            .id,
                            .duplicateID(id: id, firstRow: SourceRow(file: fields.file, row: first))))
                } else {
                    firstLines[id] = entry.line(of: .id)
                }
            }
            if let claim = claim(entry, citations, units, &problems) { claims.append(claim) }
        }
        guard isComplete, let name else { return nil }
        return ClaimsLedger(name: name, file: file, claims: claims)
    }

    private static func claim(
        _ fields: YAMLMapping<ClaimKey>, _ citations: [Citation]?, _ units: LedgerUnits,
        _ problems: inout [Problem]
    ) -> PublishedClaim? {
        let isComplete = [ClaimKey.id, .value, .unit].map { fields.required($0, &problems) }
            .allSatisfy(\.self)
        let clause = clause(fields, citations, &problems)
        let says = fields.bilingual(.says, &problems)
        let reading = fields.bilingual(.reading, &problems)
        let isPrinted = fields.yesOrNo(.printed, &problems) ?? true
        let value = fields.decimal(.value, &problems)
        let unit = units.unit(fields, .unit, of: .value, &problems)
        let precision = precision(fields, &problems)
        let figure = unit.flatMap { Self.figure(fields, unit: $0, units, &problems) }
        guard isComplete, let clause, let value, let unit, let precision, let figure else { return nil }
        let scope = if case .arithmetic = figure { fields.text(.scope, &problems) } else { String?.none }
        return PublishedClaim(
            id: fields.node(.id)?.string?.trimmed ?? "", says: says, clause: clause, value: value,
            precision: precision, unit: unit, figure: figure, scope: scope, reading: reading,
            isPrinted: isPrinted)
    }

    private static func clause(
        _ fields: YAMLMapping<ClaimKey>, _ citations: [Citation]?, _ problems: inout [Problem]
    ) -> Clause? {
        guard let text = PackDraft.clause(fields, .clause, &problems), let citations else { return nil }
        guard let citation = citations.first(where: { $0.id == text.citation }) else {
            problems.append(
                Problem(
                    file: text.file, row: text.line, column: text.path,
                    .notOneOf(text: text.citation, allowed: citations.map(\.id))))
            return nil
        }
        return Clause(citation, part: text.part)
    }

    /// One unit of the last digit that is meant: `rounded_to`, else of the last digit as printed.
    private static func precision(
        _ fields: YAMLMapping<ClaimKey>, _ problems: inout [Problem]
    ) -> ExactDecimal? {
        if let step = fields.amount(.roundedTo, &problems) {
            // What is wrong with the value is said where it is read.
            var unread: [Problem] = []
            guard step > .zero else {
                problems.append(fields.problem(.roundedTo, .notPositive(text: "\(step)")))
                return nil
            }
            // What ours is rounded to could never be it.
            if let value = fields.decimal(.value, &unread), !value.isMultiple(of: step) {
                problems.append(fields.problem(.roundedTo, .noMultiple(value, of: step)))
                return nil
            }
            return step
        }
        guard let plain = fields.node(.value)?.string.flatMap(CellNumber.plain) else { return nil }
        let digits = plain.prefix { $0 != "e" }
        let decimals = digits.firstIndex(of: ".").map { digits[$0...].count - 1 } ?? 0
        // 40.76万 is 40.76e4: one unit of its last digit is 100.
        let power = Int(plain.dropFirst(digits.count + 1)) ?? 0
        return ExactDecimal(coefficient: 1, scale: max(-15, min(decimals - power, 9)))
    }

    private static func figure(
        _ fields: YAMLMapping<ClaimKey>, unit: ClaimUnit, _ units: LedgerUnits,
        _ problems: inout [Problem]
    ) -> PublishedClaim.Figure? {
        func refuses(_ others: some Sequence<ClaimKey>) -> Bool {
            let stray = others.filter { fields.has($0) }
            for key in stray {
                problems.append(
                    fields.problem(key, .unknownKey(name: key.rawValue, nearest: nil, of: .ledger)))
            }
            return !stray.isEmpty
        }
        if fields.has(.computed) {
            guard !refuses(ClaimKey.arithmetic + [.inputs, .scope] + ClaimKey.coverage) else { return nil }
            return ComputedText.figure(fields, .computed, &problems)
        }
        func lacksFormula() -> Bool {
            guard fields.has(.inputs) else { return false }
            // Inputs are what a formula is over.
            problems.append(fields.problem(.inputs, .missingKey(name: ClaimKey.formula.rawValue)))
            return true
        }
        let named = ClaimKey.arithmetic.filter { fields.has($0) }
        guard let key = named.first else {
            if lacksFormula() { return nil }
            return .coverage(ComputedText.coverage(fields.part(as: CoverageClaimKey.self), &problems))
        }
        guard !refuses(named.dropFirst() + ClaimKey.coverage) else { return nil }
        if key == .formula {
            return ArithmeticReading.formula(fields, units, &problems).map { .arithmetic($0) }
        }
        if fields.has(.inputs) {
            problems.append(fields.problem(.inputs, .inputsBesideList(key: key.rawValue)))
            return nil
        }
        return ArithmeticReading.list(fields, key, unit: unit, &problems).map { .arithmetic($0) }
    }
}
