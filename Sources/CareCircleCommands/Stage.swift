/// The stages of a run, as timings and progress name them.
enum Stage: String {
    case read, network, join, coverage, profiles, access, faces, circles, proof, check, scenario, sensitivity,
        reach,
        siting, write,
        save,
        synthesise, extract

    func words(_ say: Language) -> String {
        switch self {
        case .read: say("reading the study", "读取资料")
        case .network: say("building the walk network", "构建步行网络")
        case .join: say("joining places to streets", "将地点接入街道")
        case .coverage: say("computing coverage", "计算覆盖")
        case .profiles: say("walking by profiles", "按步行人群计算")
        case .access: say("measuring access", "计算可达性")
        case .faces: say("finding the nearest streets", "查找各处最近街道")
        case .circles: say("drawing circles", "绘制服务圈")
        case .proof: say("holding circles against the rule", "核对服务圈")
        case .check: say("checking rules", "核查规则")
        case .scenario: say("running the scenario", "推演方案")
        case .sensitivity: say("drawing what is uncertain", "抽样推算")
        case .reach: say("working out who reaches what", "计算可达关系")
        case .siting: say("choosing sites", "选址")
        case .write: say("writing results", "写出结果")
        case .save: say("keeping the walk network", "保存步行网络")
        case .synthesise: say("making the city", "生成城市")
        case .extract: say("reading the extract", "读取 OSM 数据")
        }
    }
}
