internal import Compliance
internal import Coverage
internal import Foundation
internal import Places
internal import Reports
internal import Scenarios

/// What `scenario sensitivity` says when it is done: the city's bands in the last year and every fifth.
struct SensitivitySummary {
    let study: Study
    let standard: CoverageStandard
    let result: SensitivityResult
    let seed: UInt64
    /// The bad rows that no figure counts.
    let setAside: SetAsideRows
    let files: OutputFolder

    private var cities: [SensitivityBand] {
        result.bands.filter { if case .city = $0.scope { true } else { false } }
    }

    var json: JSONText {
        let years = result.plain.years
        return .object([
            ("study", .text(study.name)), ("scenario", .text(result.plain.plan.scenario.name)),
            ("from", .whole(years.from)), ("to", .whole(years.to)),
            ("draws", .whole(result.draws.count)), ("seed", .number(String(seed))),
            ("set_aside", .whole(setAside.count)),
            ("standard", .object(StandardLine(standard: standard).parameters)),
            (
                "bands",
                .list(
                    cities.map {
                        .object([
                            ("year", .whole($0.year)), ("scope_id", .text($0.scope.identifier)),
                            ("measure", .text($0.measure.rawValue)), ("plain", .number($0.plain)),
                            ("p10", .number($0.tenth)), ("p50", .number($0.half)),
                            ("p90", .number($0.ninetieth)), ("draws", .whole($0.draws)),
                        ])
                    })
            ),
            (
                "targets",
                .list(
                    result.targets.map { target in
                        .object([
                            ("target", .text(target.target)),
                            ("due", .text(optional: target.due?.text)),
                            ("year", .whole(target.year)), ("scope_id", .text(target.scope.identifier)),
                            ("required", .number(target.required.double)), ("plain", .number(target.plain)),
                            ("verdict", .text(target.plainVerdict.rawValue)), ("met", .whole(target.met)),
                            ("unknown", .whole(target.unknown)),
                            ("draws", .whole(target.draws)), ("share_met", .number(target.share)),
                        ])
                    })
            ),
            ("out", .text(files.root.path)), ("files", .list(files.paths.map(JSONText.text))),
        ])
    }

    func words(_ say: Language) -> String {
        let (name, years) = (result.plain.plan.scenario.name, result.plain.years)
        let count = result.draws.count
        let names = MeasureWording(language: say)
        let width = say == .chinese ? 52 : 26
        var lines = [
            say(
                "\(study.name), scenario \(name), \(years.from) to \(years.to): \(counted(count, "draw")), seed \(seed)",
                "\(study.name)，方案 \(name)，\(years.from)—\(years.to) 年：抽样 \(count) 次，种子 \(seed)"),
            StandardLine(standard: standard).words(say),
        ]
        lines += setAside.lines(say, in: SensitivityReport(result: result).folder)
        lines += [
            "",
            "  " + padded(say("year", "年份"), 6) + padded(say("measure", "指标"), width)
                + leading(say("as it stands", "原方案"), 14) + leading("10 %", 14) + leading("50 %", 14)
                + leading("90 %", 14),
        ]
        var last: Int?
        for band in cities where isShown(band.year) && band.plain != nil {
            func figure(_ value: Double?) -> String {
                value.map { NumberText.fixed($0, decimals: isShare(band.measure) ? 4 : 1) } ?? "–"
            }
            if let last, last != band.year { lines.append("") }
            last = band.year
            lines.append(
                "  " + padded(String(band.year), 6) + padded(names.drawn(band.measure), width)
                    + leading(figure(band.plain), 14) + leading(figure(band.tenth), 14)
                    + leading(figure(band.half), 14) + leading(figure(band.ninetieth), 14))
        }
        lines += chances(say)
        lines += ["", say("Written below \(files.root.path):", "已写入 \(files.root.path)：")]
        lines += files.paths.map { "  " + $0 }
        return lines.joined(separator: "\n") + "\n"
    }

    /// How likely the city's targets are met by their due dates.
    private func chances(_ say: Language) -> [String] {
        let targets = result.targets.filter { if case .city = $0.scope { true } else { false } }
        guard !targets.isEmpty else { return [] }
        return [
            "",
            "  " + padded(say("by", "截至"), 6) + padded(say("target", "目标"), 40)
                + leading(say("as it stands", "原方案"), 14) + leading(say("draws that meet it", "达标抽样"), 20),
        ]
            + targets.map { target in
                "  " + padded(String(target.year), 6) + padded(target.target, 40)
                    + leading(VerdictWording(language: say).word(target.plainVerdict), 14)
                    + leading(
                        target.share.map { NumberText.fixed($0 * 100, decimals: 1) + " %" }
                            ?? say("unknown", "不明"),
                        20)
            }
    }

    private func isShare(_ measure: SensitivityMeasure) -> Bool {
        switch measure {
        case .elderShare1km, .elderShare15min, .householdShare15min: true
        default: false
        }
    }

    /// Every fifth year after the first, and the last.
    private func isShown(_ year: Int) -> Bool {
        let years = result.plain.years
        return year == years.to || (year % 5 == 0 && year > years.from)
    }
}
