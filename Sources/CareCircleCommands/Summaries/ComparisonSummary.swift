internal import Compliance
internal import Coverage
internal import Foundation
internal import Places
internal import Policy
internal import Reports
internal import Scenarios

/// What `scenario compare` says when it is done: of each scenario beside the first the city's years, the targets that
/// come out otherwise, and the communities that gain and lose most.
struct ComparisonSummary {
    let study: Study
    let standard: CoverageStandard
    let comparisons: [ScenarioComparison]
    /// Of each comparison the access, where it is measured.
    let access: [[AccessChange]]
    /// The bad rows that no figure counts.
    let setAside: SetAsideRows
    let files: OutputFolder

    /// How many communities a summary names on each side.
    private static let named = 5

    private var years: ScenarioYears? { comparisons.first?.first.years }
    private var firstName: String { comparisons.first?.first.plan.scenario.name ?? "" }

    var json: JSONText {
        .object([
            ("study", .text(study.name)), ("first", .text(firstName)),
            ("from", years.map { .whole($0.from) } ?? .null), ("to", years.map { .whole($0.to) } ?? .null),
            ("set_aside", .whole(setAside.count)),
            ("standard", .object(StandardLine(standard: standard).parameters)),
            (
                "scenarios",
                .list(
                    comparisons.indices.map { index in
                        json(comparisons[index], access.indices.contains(index) ? access[index] : [])
                    })
            ),
            ("out", .text(files.root.path)), ("files", .list(files.paths.map(JSONText.text))),
        ])
    }

    func words(_ say: Language) -> String {
        guard let years else { return "" }
        var lines = [
            say(
                "\(study.name), scenarios beside \(firstName), \(years.from) to \(years.to)",
                "\(study.name)，各方案与 \(firstName) 相比，\(years.from)—\(years.to) 年"),
            StandardLine(standard: standard).words(say),
        ]
        lines += setAside.lines(say, in: ComparisonReport.folder)
        for (index, comparison) in comparisons.enumerated() {
            lines += words(of: comparison, say)
            if access.indices.contains(index) {
                lines += AccessChangeLine.ofCity(in: access[index]).map { "  " + $0.words(say) }
            }
        }
        lines += ["", say("Written below \(files.root.path):", "已写入 \(files.root.path)：")]
        lines += files.paths.map { "  " + $0 }
        return lines.joined(separator: "\n") + "\n"
    }

    // One scenario beside the first.

    private func cities(_ comparison: ScenarioComparison) -> [AnnualChange] {
        comparison.annual.filter { if case .city = $0.scope { true } else { false } }
    }

    /// Whom the summary speaks of: those within the walk, or within the radius where a study has no streets.
    private func change(_ row: AnnualChange) -> CoverageChange {
        isWalked(row) ? row.within15min : row.within1km
    }

    private func isWalked(_ row: AnnualChange) -> Bool {
        guard let rate = row.other.elders15min else { return false }
        return rate.unknown < rate.denominator
    }

    private func words(of comparison: ScenarioComparison, _ say: Language) -> [String] {
        let rows = cities(comparison)
        let walked = rows.contains(where: isWalked)
        let measure = MeasureWording(language: say).measure(
            (walked ? CoverageMeasure.within15min : .within1km).rawValue)
        var lines = [
            "",
            say(
                "\(comparison.other.plan.scenario.name): elders \(measure)",
                "\(comparison.other.plan.scenario.name)：\(measure) 老年人"),
            "  " + say("year", "年份") + leading(say("elders", "老年人"), 12)
                + leading(say("first", "基准方案"), 12) + leading(say("gained", "新增覆盖"), 11)
                + leading(say("lost", "失去覆盖"), 11) + leading(say("more yuan", "多支出（元）"), 16)
                + leading(say("yuan/elder", "元/人"), 13),
        ]
        for row in rows where isShown(row.year, comparison.other.years) {
            let change = change(row)
            lines.append(
                "  \(row.year)" + leading(amount(change.after), 12) + leading(amount(change.before), 12)
                    + leading(amount(change.gained), 11) + leading(amount(change.lost), 11)
                    + leading(row.cumulative.description, 16)
                    + leading(row.yuanPerNewlyCovered(change).map(amount) ?? "–", 13))
        }
        return lines + targets(comparison, say) + communities(comparison, walked: walked, say)
    }

    /// Every fifth year, and the last.
    private func isShown(_ year: Int, _ years: ScenarioYears) -> Bool {
        year == years.to || (year % 5 == 0 && year > years.from)
    }

    private func amount(_ value: Double) -> String { NumberText.fixed(value, decimals: 0) }

    private func targets(_ comparison: ScenarioComparison, _ say: Language) -> [String] {
        let pairs = zip(comparison.first.targetHistories, comparison.other.targetHistories)
        func isMet(_ history: TargetHistory) -> Bool { history.last.verdict == .pass }
        let (before, after) = (pairs.count { isMet($0.0) }, pairs.count { isMet($0.1) })
        let all = comparison.other.targetHistories.count
        guard all > 0 else { return [] }
        let to = comparison.other.years.to
        var lines = [
            "",
            say(
                "  Targets met in \(to): \(after) of \(all) (\(firstName): \(before))",
                "  \(to) 年达标目标：\(after) / \(all)（\(firstName)：\(before)）"),
        ]
        for (first, other) in pairs where first.metToTheEndFrom != other.metToTheEndFrom {
            func year(_ history: TargetHistory) -> String {
                history.metToTheEndFrom.map { say("from \($0)", "自 \($0) 年") } ?? say("not met", "未达标")
            }
            lines.append(
                "    \(other.target), \(other.scope.identifier): "
                    + say(
                        "\(year(other)), not \(year(first))",
                        "\(year(other))（原为\(year(first))）"))
        }
        return lines
    }

    private func extremes(_ comparison: ScenarioComparison, walked: Bool) -> (
        gain: [CommunityChange], lose: [CommunityChange]
    ) {
        let last = comparison.communities(of: comparison.other.years.to)
        func difference(_ change: CommunityChange) -> Double {
            (walked ? change.within15min : change.within1km).difference
        }
        let sorted = last.sorted {
            difference($0) == difference($1)
                ? $0.community < $1.community : difference($0) > difference($1)
        }
        return (
            Array(sorted.prefix { difference($0) >= 0.05 }.prefix(Self.named)),
            Array(sorted.reversed().prefix { difference($0) <= -0.05 }.prefix(Self.named))
        )
    }

    private func communities(
        _ comparison: ScenarioComparison, walked: Bool, _ say: Language
    ) -> [String] {
        let (gain, lose) = extremes(comparison, walked: walked)
        func line(_ change: CommunityChange) -> String {
            let community = study.communities[change.community]
            let part = walked ? change.within15min : change.within1km
            let difference = NumberText.fixed(part.difference, decimals: 1)
            return "    " + padded("\(community.name) (\(community.id))", 32)
                + leading(part.difference > 0 ? "+" + difference : difference, 10)
        }
        var lines: [String] = []
        if !gain.isEmpty {
            lines += ["", say("  Communities that gain most:", "  增加最多的社区：")] + gain.map(line)
        }
        if !lose.isEmpty {
            lines += ["", say("  Communities that lose most:", "  减少最多的社区：")] + lose.map(line)
        }
        return lines
    }
}

extension ComparisonSummary {
    private func json(_ comparison: ScenarioComparison, _ access: [AccessChange]) -> JSONText {
        let walked = cities(comparison).contains(where: isWalked)
        let (gain, lose) = extremes(comparison, walked: walked)
        return .object([
            ("scenario", .text(comparison.other.plan.scenario.name)),
            ("years", .list(cities(comparison).map(json))),
            (
                "targets",
                .list(
                    zip(comparison.first.targetHistories, comparison.other.targetHistories).map {
                        first, other in
                        .object([
                            ("target", .text(other.target)), ("scope_id", .text(other.scope.identifier)),
                            ("verdict", .text(other.last.verdict.rawValue)),
                            ("verdict_first", .text(first.last.verdict.rawValue)),
                            ("first_met", other.firstMet.map { .whole($0) } ?? .null),
                            ("first_met_first", first.firstMet.map { .whole($0) } ?? .null),
                        ])
                    })
            ),
            ("gain_most", .list(gain.map(json))), ("lose_most", .list(lose.map(json))),
            ("access", .list(AccessChangeLine.ofCity(in: access).map(\.json))),
        ])
    }

    private func json(_ row: AnnualChange) -> JSONText {
        .object([
            ("year", .whole(row.year)), ("scope_id", .text(row.scope.identifier)),
            ("within_1km", json(row.within1km, row)), ("within_15min", json(row.within15min, row)),
            ("cumulative_yuan", .number(row.other.money.cumulative.description)),
            ("cumulative_yuan_first", .number(row.first.money.cumulative.description)),
            ("cumulative_yuan_difference", .number(row.cumulative.description)),
        ])
    }

    private func json(_ change: CoverageChange, _ row: AnnualChange) -> JSONText {
        .object([
            ("elders", .number(change.after)), ("elders_first", .number(change.before)),
            ("newly_covered", .number(change.difference)), ("gained", .number(change.gained)),
            ("lost", .number(change.lost)), ("grown", .number(change.grown)),
            ("yuan_per_newly_covered", .number(row.yuanPerNewlyCovered(change), decimals: 2)),
        ])
    }

    private func json(_ change: CommunityChange) -> JSONText {
        .object([
            ("id", .text(study.communities[change.community].id)),
            ("name", .text(study.communities[change.community].name)),
            ("newly_covered_1km", .number(change.within1km.difference)),
            ("newly_covered_15min", .number(change.within15min.difference)),
        ])
    }
}
