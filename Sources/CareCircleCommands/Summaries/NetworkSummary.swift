internal import Geometry
internal import Reports
internal import Studies
internal import WalkNetwork

/// What `network build` and `network info` say: counts, lengths, what was dropped, and where the network is saved.
struct NetworkSummary {
    let study: String
    let streets: StudyStreets
    let report: NetworkReport
    /// Its stairs and crossings; nothing where no profile asks for them.
    let features: FeatureCounts?
    /// How long building and saving took; nothing where neither was done or asked for.
    let seconds: Double?

    private var savedState: String {
        switch streets.origin {
        case .saved: "used"
        case .built: streets.savedPath == nil ? "none" : seconds == nil ? "absent" : "written"
        }
    }

    var json: JSONText {
        .object(
            [
                ("study", .text(study)), ("street_nodes", .whole(streets.nodeCount)),
                ("street_ways", .whole(streets.wayCount)), ("nodes", .whole(report.nodes)),
                ("kept_nodes", .whole(report.keptNodes)), ("dropped_nodes", .whole(report.droppedNodes)),
                ("components", .whole(report.components)), ("kept_components", .whole(report.keptComponents)),
                ("dropped_components", .whole(report.droppedComponents)),
                ("largest_component", .whole(report.largestComponent)),
                ("junctions", .whole(report.junctions)), ("edges", .whole(report.edges)),
                ("segments", .whole(report.segments)),
                ("unplaceable_segments", .whole(report.unplaceableSegments)),
                ("length_m", .number(report.length.metres.value, decimals: 3)),
            ] + featureMembers + [
                ("saved", .text(savedState)), ("file", .text(optional: streets.savedPath)),
            ])
    }

    private var featureMembers: [(String, JSONText)] {
        guard let features else { return [] }
        return [
            ("stairs_m", .number(features.stairs.metres.value, decimals: 3)),
            ("crossings_signals", .whole(features.crossings[.signals] ?? 0)),
            ("crossings_unmarked", .whole(features.crossings[.unmarked] ?? 0)),
            ("crossings_other", .whole(features.crossings[.other] ?? 0)),
        ]
    }

    func words(_ say: Language) -> String {
        let length = NumberText.fixed(report.length.metres.value / 1000, decimals: 3)
        var lines = [
            say("\(study): walk network", "\(study)：步行网络"),
            say(
                "  streets     \(counted(streets.wayCount, "walkable way")), \(counted(streets.nodeCount, "node"))",
                "  街道        可步行道路 \(streets.wayCount) 条，节点 \(streets.nodeCount) 个"),
            say(
                "  kept        \(report.keptNodes) of \(counted(report.nodes, "node")) in \(report.keptComponents) of \(counted(report.components, "component")), \(length) km",
                "  保留        节点 \(report.keptNodes) / \(report.nodes)，连通分量 \(report.keptComponents) / \(report.components)，\(length) 公里"
            ),
            say(
                "  dropped     \(counted(report.droppedNodes, "node")) in \(counted(report.droppedComponents, "component")) too small to keep",
                "  舍弃        节点 \(report.droppedNodes) 个，位于 \(report.droppedComponents) 个过小的连通分量"),
            say(
                "  contracted  \(counted(report.junctions, "junction")), \(counted(report.edges, "edge")) of \(counted(report.segments, "segment"))",
                "  收缩后      路口 \(report.junctions) 个，边 \(report.edges) 条，线段 \(report.segments) 段"),
        ]
        if report.unplaceableSegments > 0 {
            lines.append(
                say(
                    "  left out    \(counted(report.unplaceableSegments, "segment")) without a place on the working plane",
                    "  未纳入      工作平面之外的线段 \(report.unplaceableSegments) 段"))
        }
        if let features {
            let stairs = NumberText.fixed(features.stairs.metres.value / 1000, decimals: 3)
            let counts = CrossingKind.allCases.map { features.crossings[$0] ?? 0 }
            lines.append(
                say(
                    "  profiles    \(stairs) km of stairs; crossings: \(counts[0]) with signals, \(counts[1]) unmarked, \(counts[2]) other",
                    "  步行人群    台阶 \(stairs) 公里；过街处：信号灯 \(counts[0]) 处，无标线 \(counts[1]) 处，其他 \(counts[2]) 处"))
        }
        let path = streets.savedPath ?? ""
        switch savedState {
        case "used": lines.append(say("  saved       \(path), used", "  已保存      \(path)，已使用"))
        case "written":
            let took = NumberText.fixed(seconds ?? 0, decimals: 2)
            lines.append(
                say(
                    "  saved       \(path), built and written in \(took) s",
                    "  已保存      \(path)，构建并写出用时 \(took) 秒"))
        case "absent":
            lines.append(
                say(
                    "  saved       not yet: carecircle network build",
                    "  已保存      尚无：carecircle network build"))
        default: lines.append(say("  saved       never: built anew in every run", "  已保存      不保存：每次运行重新构建"))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
