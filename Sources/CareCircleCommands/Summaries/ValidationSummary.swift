internal import Geodesy
internal import WalkNetwork
internal import Policy
internal import Places
internal import Reports
internal import Studies

/// What `validate` says when a study can be computed with: what was read, layer by layer.
struct ValidationSummary {
    let intake: StudyIntake

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
                    .object([("nodes", .whole($0.nodes.count)), ("ways", .whole($0.wayCount))])
                } ?? .null
            ),
        ])
    }

    func words(_ say: Language) -> String {
        var lines = [
            say(
                "\(intake.study.name): can be computed with (\(intake.warnings.count) warnings, \(intake.reading.rejected.count) rows set aside)",
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
                        "\(streets.wayCount) walkable ways, \(streets.nodes.count) nodes",
                        "可步行道路 \(streets.wayCount) 条，节点 \(streets.nodes.count) 个"))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ layer: LayerReport, _ say: Language) -> String {
        var notes = [say("\(layer.rows) rows", "\(layer.rows) 行"), layer.file]
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
            ("layer", .text(layer.layer.rawValue)), ("file", .text(layer.file)), ("rows", .whole(layer.rows)),
            ("rejected", .whole(layer.rejected)), ("repaired", .whole(layer.repaired)),
            ("encoding", .text(optional: layer.encoding?.name)), ("datum", .text(layer.datum.rawValue)),
            ("used", .flag(layer.isUsed)),
            ("ignored_columns", .list(layer.ignoredColumns.map(JSONText.text))),
        ])
    }
}
