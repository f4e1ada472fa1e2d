internal import Foundation
internal import Geometry
internal import Reports
internal import WalkNetwork

/// What `network diagnose` says: how many places there are of each kind.
struct DiagnosisSummary {
    let study: String
    let diagnosis: NetworkDiagnosis
    let files: OutputFolder

    var json: JSONText {
        .object(
            [("study", .text(study)), ("within_m", .number(diagnosis.gapLimit.value))]
                + NetworkDiagnosis.Kind.allCases.map { ($0.rawValue, .whole(diagnosis.count($0))) }
                + [("out", .text(files.root.path)), ("files", .list(files.paths.map(JSONText.text)))])
    }

    func words(_ say: Language) -> String {
        let limit = NumberText.trimmed(diagnosis.gapLimit.value)
        let around = NumberText.trimmed(diagnosis.gapLimit.value * NetworkDiagnosis.detour)
        let (ends, misses) = (diagnosis.count(.deadEnd), diagnosis.count(.nearMiss))
        let (crossings, dropped) = (diagnosis.count(.crossing), diagnosis.count(.droppedComponent))
        var lines = [
            say("\(study): places in the streets to look at", "\(study)：街道中值得核查之处"),
            say(
                "  dead ends            \(ends)",
                "  断头路              \(ends)"),
            say(
                "  near misses          \(counted(misses, "end")) within \(limit) m of a street, no walk of \(around) m between them",
                "  疑似未接通          \(misses)（端点距另一街道不超过 \(limit) 米，而步行 \(around) 米内不能到达）"),
            say(
                "  crossings            \(crossings) without a common node, bridge or tunnel",
                "  疑似漏接的交叉      \(crossings)（平面相交而无公共节点、桥梁或隧道）"),
            say(
                "  dropped components   \(dropped), too small to be kept",
                "  舍弃的连通分量      \(dropped)（过小，未保留）"),
            say("Written below \(files.root.path):", "已写入 \(files.root.path)："),
        ]
        lines += files.paths.map { "  " + $0 }
        return lines.joined(separator: "\n") + "\n"
    }
}
