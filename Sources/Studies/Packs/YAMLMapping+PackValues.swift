internal import Places
internal import Policy
internal import Yams

/// The values that packs are made of, read like every other value of a YAML file: what does not fit is
/// reported and gives nothing back.
extension YAMLMapping {
    /// A number above 0, exact: a rate or a least of 0 would ask for nothing.
    func positiveAmount(_ key: Key, _ problems: inout [Problem]) -> ExactDecimal? {
        guard let text = text(key, &problems) else { return nil }
        do {
            let amount = try CellNumber.amount(text)
            if amount > .zero { return amount }
            problems.append(problem(key, .notPositive(text: text)))
        } catch .negative(let text) {
            // Not “zero or more”: zero is refused, too.
            problems.append(problem(key, .notPositive(text: text)))
        } catch {
            problems.append(problem(key, error))
        }
        return nil
    }

    /// A share above 0 and up to 1.
    func share(_ key: Key, _ problems: inout [Problem]) -> ExactDecimal? {
        guard let text = text(key, &problems) else { return nil }
        do throws(Fault) {
            let share = try CellNumber.amount(text)
            if share > .zero && share <= ExactDecimal(1) { return share }
            problems.append(
                problem(key, share > .zero ? .wrongType(expected: "share 0–1") : .notPositive(text: text)))
        } catch {
            // Not any number will do, and a percentage is none.
            problems.append(problem(key, .wrongType(expected: "share 0–1")))
        }
        return nil
    }

    /// The id of an entry: letters (Latin, Chinese), digits, `-` and `_`, in parts that `.` or `@` joins.
    ///
    /// Ids stand in outputs, in command lines and in other packs, and some become names of columns.
    func id(_ key: Key, _ problems: inout [Problem]) -> String? {
        guard let text = text(key, &problems) else { return nil }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "@" }
        let isID = parts.allSatisfy { part in !part.isEmpty && part.unicodeScalars.allSatisfy(Self.isOfID) }
        guard isID else {
            problems.append(problem(key, .notAnID(text: text)))
            return nil
        }
        return text
    }

    private static func isOfID(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", "À"..."ɏ", "㐀"..."鿿": true
        default: false
        }
    }

    /// A date to the day.
    func day(_ key: Key, _ problems: inout [Problem]) -> Day? {
        guard let date = date(key, &problems) else { return nil }
        guard date.precision == .day else {
            problems.append(problem(key, .wrongType(expected: "date to the day")))
            return nil
        }
        return date.last
    }

    /// A text in two languages.
    func bilingual(_ key: Key, _ problems: inout [Problem]) -> BilingualText? {
        guard let fields = mapping(key, as: BilingualKey.self, &problems) else { return nil }
        guard fields.required(.en, &problems), fields.required(.zh, &problems),
            let en = fields.text(.en, &problems), let zh = fields.text(.zh, &problems)
        else { return nil }
        return BilingualText(en: en, zh: zh)
    }

    /// Words of a column, one or a list, in English or Chinese.
    func columnWords<Value>(
        _ key: Key, _ words: ColumnWords<Value>, _ problems: inout [Problem]
    ) -> [Value] {
        texts(key, &problems).compactMap { text in
            if let value = words.meaning(of: text) { return value }
            problems.append(problem(key, .notOneOf(text: text, allowed: words.allowed)))
            return nil
        }
    }

    /// Services by their codes, or by the names that sheets have for them.
    func services(_ key: Key, _ problems: inout [Problem]) -> [String] {
        texts(key, &problems).map(FacilityColumn.service(named:))
    }

    /// A selector: `any`, or its conditions.
    func selector(_ key: Key, _ problems: inout [Problem]) -> FacilitySelector? {
        guard let node = node(key) else { return nil }
        if let word = node.string {
            if word == "any" { return .any }
            problems.append(problem(key, .wrongType(expected: "any, or a mapping of conditions")))
            return nil
        }
        return mapping(key, as: SelectorKey.self, &problems)?.selector(&problems)
    }

    /// A selector of what must be open: of coverage, and of money.
    func openSelector(_ key: Key, _ problems: inout [Problem]) -> FacilitySelector? {
        let selector = selector(key, &problems)
        if let selector, !selector.statuses.isEmpty {
            problems.append(
                problem(
                    key, .unknownKey(name: SelectorKey.statuses.rawValue, nearest: nil, of: .policyPack)))
        }
        return selector
    }

    /// The mappings of a list, each with its place in it.
    func list<Inner: YAMLKey>(
        _ key: Key, of: Inner.Type, _ problems: inout [Problem]
    ) -> [YAMLMapping<Inner>] {
        guard let node = node(key) else { return [] }
        guard case .sequence(let items) = node else {
            problems.append(problem(key, .wrongType(expected: "list")))
            return []
        }
        var mappings: [YAMLMapping<Inner>] = []
        for (index, item) in items.enumerated() {
            let mapping = YAMLMapping<Inner>(
                item, file: file, path: "\(path(of: key))[\(index + 1)]", of: owner,
                problems: &problems)
            if let mapping { mappings.append(mapping) }
        }
        return mappings
    }
}

extension YAMLMapping<SelectorKey> {
    /// The selector of some conditions.
    func selector(_ problems: inout [Problem]) -> FacilitySelector {
        FacilitySelector(
            kinds: columnWords(.kinds, FacilityColumn.kinds, &problems),
            levels: columnWords(.levels, FacilityColumn.levels, &problems),
            networks: columnWords(.networks, FacilityColumn.networkRoles, &problems),
            grades: texts(.grades, &problems),
            operators: columnWords(.operators, FacilityColumn.runners, &problems),
            minimumArea: amount(.minimumArea, &problems),
            minimumBeds: amount(.minimumBeds, &problems),
            services: services(.services, &problems),
            statuses: columnWords(.statuses, FacilityColumn.statuses, &problems))
    }
}
