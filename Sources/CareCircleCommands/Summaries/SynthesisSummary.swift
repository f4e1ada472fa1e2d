internal import Reports
internal import Synthesis

/// What `synth` says when it is done.
struct SynthesisSummary {
    let report: SyntheticCityReport
    let folder: String

    var json: JSONText {
        .object([
            ("size", .text(report.size.rawValue)), ("seed", .number(String(report.seed))),
            ("communities", .whole(report.communities)), ("compounds", .whole(report.compounds)),
            ("phases", .whole(report.phases)), ("gates", .whole(report.gates)),
            ("facilities", .whole(report.facilities)), ("candidates", .whole(report.candidates)),
            ("street_nodes", .whole(report.streetNodes)), ("street_ways", .whole(report.streetWays)),
            ("bridges", .whole(report.bridges)), ("islands", .whole(report.islands)),
            ("out", .text(folder)), ("files", .list(report.files.map(JSONText.text))),
        ])
    }

    func words(_ say: Language) -> String {
        say(
            """
            A synthetic \(report.size.rawValue), seed \(report.seed): \(counted(report.communities, "community")), \
            \(counted(report.compounds, "compound")) in \(counted(report.phases, "phase")) with \(counted(report.gates, "gate")), \
            \(counted(report.facilities, "facility")), \(counted(report.candidates, "candidate")), \(counted(report.streetNodes, "street node")), \
            \(counted(report.bridges, "bridge")), \(counted(report.islands, "island")).
            Written to \(folder); next: carecircle coverage \(folder)

            """,
            """
            合成城市（\(report.size.rawValue)，种子 \(report.seed)）：社区 \(report.communities)，小区 \(report.compounds)，\
            分期 \(report.phases)，出入口 \(report.gates)，设施 \(report.facilities)，备选点 \(report.candidates)，\
            街道节点 \(report.streetNodes)，桥 \(report.bridges)，岛 \(report.islands)。
            已写入 \(folder)；下一步：carecircle coverage \(folder)

            """)
    }
}
