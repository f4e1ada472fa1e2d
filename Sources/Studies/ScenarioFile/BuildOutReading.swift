internal import Places
internal import Scenarios
internal import Siting
internal import Yams

/// The keys of a scenario's `build_out`.
enum BuildOutKey: String, ScenarioFileKey {
    case objective, method, within, basis, candidates
    case perYear = "per_year"
    case budget = "budget_yuan"
    case carryOver = "carry_over"
    case pays, targets, share, discount, set, capacity
}

/// The keys of a build-out's `capacity`.
enum CapacityKey: String, ScenarioFileKey {
    case of
    case perThousand = "per_1000"
}

extension YAMLMapping<BuildOutKey> {
    /// What the program is to build by itself; everything that does not fit is reported.
    func buildOut(_ problems: inout [Problem]) -> YearlyBuildOut {
        var wish = YearlyBuildOut(source: SourceRow(file: file, row: line))
        let known = problems.count
        for (part, key) in [(.candidates, .candidates), (.targets, .targets), (.within, .within)]
            as [(YearlyBuildOut.Part, BuildOutKey)]
        where has(key) { wish.lines[part] = line(of: key) }
        wish.objective = word(.objective, as: BuildOutProblem.Objective.self, &problems) ?? .mclp
        wish.method = word(.method, as: YearlyBuildOut.Method.self, &problems) ?? .rolling
        wish.basis = word(.basis, as: StudySiting.Basis.self, &problems) ?? .elders
        wish.pays = word(.pays, as: YearlyBuildOut.Pays.self, &problems) ?? .capital
        wish.carriesOver = flag(.carryOver, &problems) ?? false
        wish.perYear = wholeNumber(.perYear, in: 0...1_000_000, &problems)
        if let text = text(.within, &problems) {
            // A number alone could be minutes or metres.
            wish.within = Double(text) == nil ? SitingReach(text: text) : nil
            if wish.within == nil {
                problems.append(
                    problem(.within, .wrongType(expected: "a distance such as 800m, 1km or 15min")))
            }
        }
        if has(.candidates) {
            // Kinds of building by the words of the layer; any other text stands for itself.
            wish.candidates = texts(.candidates, &problems).map {
                CandidateColumn.kinds.meaning(of: $0) ?? $0
            }
        }
        wish.targets = texts(.targets, &problems)
        if let number = number(.discount, in: 0...1, expected: "a number from 0 to 1", &problems) {
            wish.discount = number
        }
        wish.budget = budget(&problems)
        wish.shares = shares(&problems)
        if let set = mapping(.set, as: FacilityKey.self, &problems) {
            wish.attributes = set.upgrade(&problems)
        }
        if let size = mapping(.capacity, as: CapacityKey.self, &problems), size.required(.of, &problems),
            let measure = size.word(.of, as: CapacityRule.Measure.self, &problems)
        {
            wish.capacity = CapacityRule(
                measure, perThousand: size.positiveNumber(.perThousand, &problems) ?? 1000)
        }
        guard problems.count == known else { return wish }
        switch wish.objective {
        case .mclp, .equity:
            // Without a limit everything of use would open at once.
            if wish.perYear == nil, wish.budget == nil {
                problems.append(missing(BuildOutKey.perYear.rawValue))
            }
        case .lscp:
            if wish.shares.isEmpty, wish.targets.isEmpty {
                problems.append(missing(BuildOutKey.share.rawValue))
            }
        case .targets: break
        }
        if wish.objective != .mclp, has(.capacity) {
            problems.append(problem(.capacity, .wrongType(expected: "objective mclp beside it")))
        }
        if wish.objective != .lscp, has(.share) {
            problems.append(problem(.share, .wrongType(expected: "objective lscp beside it")))
        }
        refuseIdleKeys(of: wish, &problems)
        return wish
    }

    /// Reports what would change nothing beside what else is asked for.
    private func refuseIdleKeys(of wish: YearlyBuildOut, _ problems: inout [Problem]) {
        if wish.discount < 1, wish.objective == .lscp || wish.objective == .targets {
            problems.append(problem(.discount, .wrongType(expected: "objective mclp or equity beside it")))
        }
        guard wish.budget == nil else { return }
        if wish.carriesOver {
            problems.append(problem(.carryOver, .wrongType(expected: "budget_yuan beside it")))
        }
        if wish.pays == .subsidies {
            problems.append(problem(.pays, .wrongType(expected: "budget_yuan beside it")))
        }
    }

    private func missing(_ name: String) -> Problem {
        Problem(file: file, row: line, column: path, .missingKey(name: name))
    }

    /// One amount for every year, or one for each that is named.
    private func budget(_ problems: inout [Problem]) -> YearlyBuildOut.Budget? {
        guard let node = node(.budget) else { return nil }
        guard case .mapping(let mapping) = node else {
            return amount(.budget, &problems).map { .each($0) }
        }
        var years: [Int: ExactDecimal] = [:]
        for (key, value) in mapping {
            guard let year = year(key, of: .budget, &problems) else { continue }
            do throws(Fault) {
                guard let text = value.string else { throw .wrongType(expected: "an amount in yuan") }
                years[year] = try CellNumber.amount(text)
            } catch {
                problems.append(
                    Problem(
                        file: file, row: value.mark?.line ?? line, column: "\(path(of: .budget)).\(year)",
                        error))
            }
        }
        return .years(years)
    }

    /// One share for the last year, or one for each year from which on it is to be covered.
    private func shares(_ problems: inout [Problem]) -> [Int: Double] {
        guard let node = node(.share) else { return [:] }
        let expected = "a share above 0 and up to 1, or one for each year"
        guard case .mapping(let mapping) = node else {
            let least = Double.leastNonzeroMagnitude
            let share = number(.share, in: least...1, expected: expected, &problems)
            return share.map { [YearlyBuildOut.lastYear: $0] } ?? [:]
        }
        var shares: [Int: Double] = [:]
        for (key, value) in mapping {
            guard let year = year(key, of: .share, &problems) else { continue }
            guard let share = value.float ?? value.int.map(Double.init), share > 0, share <= 1 else {
                problems.append(
                    Problem(
                        file: file, row: value.mark?.line ?? line, column: "\(path(of: .share)).\(year)",
                        .wrongType(expected: expected)))
                continue
            }
            shares[year] = share
        }
        return shares
    }

    private func year(_ node: Node, of key: BuildOutKey, _ problems: inout [Problem]) -> Int? {
        if let year = node.int, (1...9999).contains(year) { return year }
        problems.append(
            Problem(
                file: file, row: node.mark?.line ?? line, column: path(of: key), .wrongType(expected: "years")
            ))
        return nil
    }
}
