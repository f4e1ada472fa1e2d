internal import Coverage
internal import Foundation
internal import Geodesy
internal import WalkNetwork
internal import Policy
internal import Places
internal import Reports
internal import Studies

/// What `validate` says when a study can be computed with: what was read, layer by layer.
struct ValidationSummary {
    let intake: StudyIntake
    /// The day of which it says what stands.
    let day: Day
    let files: OutputFolder

    private var countedCompounds: Int {
        deliveryStates(of: intake.study, on: day, ruleForNewFrom: intake.pack.newCompoundsFrom).count {
            $0.isCounted
        }
    }
    private var open: Int { intake.study.facilities.count { $0.isOpen(on: day) } }

    var json: JSONText {
        .object([
            ("study", .text(intake.study.name)), ("policy", .text(intake.pack.id)),
            ("working_plane", .text(intake.study.plane)),
            ("warnings", .whole(intake.warnings.count)),
            ("rejected", .whole(intake.reading.rejected.count)),
            ("layers", .list(intake.reading.layers.map(json))),
            (
                "streets",
                intake.streets.map {
                    .object([("nodes", .whole($0.nodeCount)), ("ways", .whole($0.wayCount))])
                } ?? .null
            ),
            ("date", .text(day.description)), ("compounds_counted", .whole(countedCompounds)),
            ("facilities_open", .whole(open)), ("out", .text(files.root.path)),
            ("files", .list(files.paths.map(JSONText.text))),
        ])
    }

    func words(_ say: Language) -> String {
        var lines = [
            say(
                "\(intake.study.name): can be computed with (\(counted(intake.warnings.count, "warning")), \(counted(intake.reading.rejected.count, "row")) set aside)",
                "\(intake.study.name)：可用于计算（提示 \(intake.warnings.count) 条，剔除 \(intake.reading.rejected.count) 行）"
            ),
            say(
                "policy \(intake.pack.id), working plane \(intake.study.plane)",
                "政策包 \(intake.pack.id)，工作平面 \(intake.study.plane)"), "",
        ]
        for layer in intake.reading.layers where layer.layer != .streets { lines.append(line(layer, say)) }
        if let streets = intake.streets {
            let names = MeasureWording(language: say)
            lines.append(
                "  " + padded(names.layer(.streets), names.layerWidth)
                    + say(
                        "\(counted(streets.wayCount, "walkable way")), \(counted(streets.nodeCount, "node"))",
                        "可步行道路 \(streets.wayCount) 条，节点 \(streets.nodeCount) 个"))
        }
        lines += [
            "",
            say(
                "as of \(day): \(countedCompounds) of \(counted(intake.study.compounds.count, "compound")) counted, \(open) of \(counted(intake.study.facilities.count, "facility")) open",
                "截至 \(day)：小区 \(intake.study.compounds.count) 个中计入 \(countedCompounds)，设施 \(intake.study.facilities.count) 处中开放 \(open)"
            ),
        ]
        if !files.paths.isEmpty {
            lines += ["", say("Written below \(files.root.path):", "已写入 \(files.root.path)：")]
            lines += files.paths.map { "  " + $0 }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ layer: LayerReport, _ say: Language) -> String {
        // Of a layer that is not read nobody has counted the rows.
        var notes = (layer.isUsed ? [say(counted(layer.rows, "row"), "\(layer.rows) 行")] : []) + [layer.file]
        if let encoding = layer.encoding { notes.append(encoding.name) }
        if layer.datum != .wgs84 { notes.append(layer.datum.rawValue) }
        if layer.rejected > 0 { notes.append(say("\(layer.rejected) set aside", "剔除 \(layer.rejected) 行")) }
        if layer.repaired > 0 { notes.append(say("\(layer.repaired) repaired", "修复 \(layer.repaired) 个")) }
        if !layer.ignoredColumns.isEmpty {
            notes.append(
                say(
                    "columns kept aside: \(layer.ignoredColumns.count)", "未用列 \(layer.ignoredColumns.count) 个"
                )
            )
        }
        if !layer.isUsed { notes.append(say("not used yet", "尚未使用")) }
        let names = MeasureWording(language: say)
        return "  " + padded(names.layer(layer.layer), names.layerWidth)
            + notes.joined(separator: say(", ", "，"))
    }

    private func json(_ layer: LayerReport) -> JSONText {
        .object([
            ("layer", .text(layer.layer.rawValue)), ("file", .text(layer.file)),
            ("rows", layer.isUsed ? .whole(layer.rows) : .null),
            ("rejected", .whole(layer.rejected)), ("repaired", .whole(layer.repaired)),
            ("encoding", .text(optional: layer.encoding?.name)), ("datum", .text(layer.datum.rawValue)),
            ("used", .flag(layer.isUsed)),
            ("ignored_columns", .list(layer.ignoredColumns.map(JSONText.text))),
        ])
    }
}
