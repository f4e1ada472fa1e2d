internal import Claims
internal import Compliance
internal import Places
internal import Policy
internal import Scenarios
internal import Yams

/// A figure of a study as a ledger names it: `coverage.within_15min(scope: city, basis: elders)`.
enum ComputedText {
    /// What a figure may be of.
    private static let rooms = ["coverage", "check", "facilities", "groups", "scenario"]

    /// The text of a ledger in which `computed: …` stands between quotation marks: what is in the brackets is
    /// YAML, but not as YAML would read it there.
    static func quoted(_ text: String) -> String {
        text.replacing(/computed:(?<gap> +)(?<figure>[A-Za-z][^'"()\n]*\([^()\n]*\))/) { match in
            "computed:\(match.gap)'\(match.figure.replacing("'", with: "''"))'"
        }
    }

    /// The figure that `computed` names, of a claim or of one of its inputs.
    static func figure<Key: YAMLKey>(
        _ fields: YAMLMapping<Key>, _ key: Key, _ problems: inout [Problem]
    ) -> PublishedClaim.Figure? {
        guard let written = fields.text(key, &problems) else { return nil }
        let text = PlainText.folded(written)
        let name = text.prefix { $0 != "(" }
        let brackets = text.dropFirst(name.count)
        guard let dot = name.firstIndex(of: "."), brackets.isEmpty || brackets.last == ")" else {
            problems.append(
                fields.problem(
                    key, .wrongType(expected: "figure such as coverage.within_15min(scope: city)")))
            return nil
        }
        let (room, measure) = (name[..<dot].trimmed, name[name.index(after: dot)...].trimmed)
        // On its own line, so that problems name it.
        let lines = String(repeating: "\n", count: fields.line(of: key) - 1)
        let words: Node
        do throws(Problem) {
            words = try YAMLDocument.root(
                of: lines + "{" + spaced(brackets.dropFirst().dropLast()) + "}", file: fields.file)
        } catch {
            problems.append(error)
            return nil
        }
        let frame = Frame(words: words, file: fields.file, path: fields.path(of: key))
        let before = problems.count
        let figure: PublishedClaim.Figure?
        switch room {
        case "coverage":
            let known = RateMeasure(rawValue: measure)
            if known == nil { problems.append(unknown(measure, RateMeasure.self, fields, key)) }
            figure = frame.mapping(of: CoverageClaimKey.self, &problems).flatMap { words in
                known.map { .coverage(coverage(words, measure: $0, &problems)) }
            }
        case "check":
            figure = frame.mapping(of: CheckClaimKey.self, &problems).map { words in
                .check(
                    CheckClaim(
                        rule: measure,
                        quantity: words.word(.quantity, as: CheckClaim.Quantity.self, &problems) ?? .count,
                        verdict: words.word(.verdict, as: Verdict.self, &problems),
                        isMetTogether: words.yesOrNo(.met, &problems),
                        subject: words.text(.subject, &problems) ?? words.text(.scopeID, &problems),
                        scope: words.word(.scope, as: FindingScope.self, &problems),
                        date: words.date(.date, &problems)))
            }
        case "facilities":
            let known = FacilityClaim.Quantity(rawValue: measure)
            if known == nil { problems.append(unknown(measure, FacilityClaim.Quantity.self, fields, key)) }
            figure = frame.mapping(of: FacilityClaimKey.self, &problems).flatMap { words in
                known.map { .facilities(facilities(words, $0, &problems)) }
            }
        case "groups":
            guard measure == "people" else {
                problems.append(fields.problem(key, .notOneOf(text: measure, allowed: ["people"])))
                return nil
            }
            figure = frame.mapping(of: GroupClaimKey.self, &problems).map { words in
                .groups(
                    GroupClaim(
                        group: words.text(.group, &problems),
                        scope: words.columnWord(.scope, ScopeWord.words, &problems)?.rawValue,
                        scopeID: words.text(.scopeID, &problems),
                        year: words.wholeNumber(.year, in: 1900...2200, &problems)))
            }
        case "scenario":
            guard let last = measure.lastIndex(of: ".") else {
                problems.append(
                    fields.problem(
                        key, .wrongType(expected: "figure such as scenario.NAME.beds(year: 2030)")))
                return nil
            }
            let name = measure[measure.index(after: last)...].trimmed
            if name == "money" {
                figure = frame.mapping(of: MoneyClaimKey.self, &problems).flatMap { words in
                    money(words, of: measure[..<last].trimmed, &problems).map { .money($0) }
                }
                break
            }
            let known = AnnualColumn(rawValue: name)
            if known == nil { problems.append(unknown(name, AnnualColumn.self, fields, key)) }
            figure = frame.mapping(of: ScenarioClaimKey.self, &problems).flatMap { words in
                known.map { column in
                    .scenario(
                        ScenarioClaim(
                            scenario: measure[..<last].trimmed, column: column,
                            year: words.wholeNumber(.year, in: 1900...2200, &problems),
                            scope: words.columnWord(.scope, ScopeWord.words, &problems)?.rawValue,
                            scopeID: words.text(.scopeID, &problems)))
                }
            }
        default:
            problems.append(
                fields.problem(key, .notOneOf(text: room, allowed: rooms)))
            return nil
        }
        return problems.count == before ? figure : nil
    }

    /// A figure of coverage, as far as it is said what of.
    static func coverage(
        _ fields: YAMLMapping<CoverageClaimKey>, measure: RateMeasure? = nil, _ problems: inout [Problem]
    ) -> CoverageClaim {
        CoverageClaim(
            quantity: fields.word(.quantity, as: CoverageClaim.Quantity.self, &problems) ?? .share,
            measure: measure ?? fields.word(.measure, as: RateMeasure.self, &problems),
            basis: fields.word(.basis, as: Basis.self, &problems),
            scope: fields.columnWord(.scope, ScopeWord.words, &problems)?.rawValue,
            scopeID: fields.text(.scopeID, &problems), date: fields.date(.date, &problems),
            counted: fields.text(.counted, &problems), radius: fields.amount(.radius, &problems),
            minutes: fields.amount(.minutes, &problems))
    }

    /// The words in the brackets with a space behind each colon, without which YAML sees none: what is written with a
    /// full-width colon has no space.
    private static func spaced(_ words: Substring) -> String {
        String(words).replacing(/(?<key>^|, *)(?<word>[a-z_0-9]+):(?<next>[^ ])/) { match in
            "\(match.key)\(match.word): \(match.next)"
        }
    }

    private static func facilities(
        _ fields: YAMLMapping<FacilityClaimKey>, _ quantity: FacilityClaim.Quantity,
        _ problems: inout [Problem]
    ) -> FacilityClaim {
        FacilityClaim(
            quantity: quantity, selector: fields.part(as: SelectorKey.self).selector(&problems),
            scope: fields.columnWord(.scope, ScopeWord.words, &problems)?.rawValue,
            scopeID: fields.text(.scopeID, &problems), date: fields.date(.date, &problems))
    }

    /// What is paid in a scenario's year; the sort of money cannot be left out, since sorts are never added up.
    private static func money(
        _ fields: YAMLMapping<MoneyClaimKey>, of scenario: String, _ problems: inout [Problem]
    ) -> MoneyClaim? {
        guard fields.has(.kind) else {
            problems.append(fields.problem(.kind, .missingKey(name: "kind")))
            return nil
        }
        return fields.word(.kind, as: MoneyLine.Kind.self, &problems).map { kind in
            MoneyClaim(
                scenario: scenario, kind: kind, payer: fields.word(.payer, as: Payer.self, &problems),
                rule: fields.text(.rule, &problems),
                year: fields.wholeNumber(.year, in: 1900...2200, &problems),
                scope: fields.columnWord(.scope, ScopeWord.words, &problems)?.rawValue,
                scopeID: fields.text(.scopeID, &problems))
        }
    }

    private static func unknown<Word: RawRepresentable<String> & CaseIterable, Key: YAMLKey>(
        _ word: String, _: Word.Type, _ fields: YAMLMapping<Key>, _ key: Key
    ) -> Problem {
        fields.problem(key, .notOneOf(text: word, allowed: Word.allCases.map(\.rawValue)))
    }

    /// The words in the brackets, and where they stand.
    private struct Frame {
        let words: Node
        let file: String
        let path: String

        func mapping<Key: YAMLKey>(
            of: Key.Type, _ problems: inout [Problem]
        ) -> YAMLMapping<Key>? {
            YAMLMapping<Key>(words, file: file, path: path, problems: &problems)
        }
    }
}
