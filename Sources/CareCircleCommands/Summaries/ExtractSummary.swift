internal import Reports
internal import Synthesis

/// What `study from-osm` says when it is done: what was taken, refused and estimated.
struct ExtractSummary {
    let report: ExtractStudyReport
    let folder: String

    private var refusals: [(reason: CareSiteRefusal, count: Int)] {
        CareSiteRefusal.allCases.compactMap { reason in
            let count = report.sites.count { $0.verdict.refusal == reason }
            return count > 0 ? (reason, count) : nil
        }
    }

    var json: JSONText {
        .object([
            ("study", .text(report.name)), ("base_year", .whole(report.baseYear)),
            ("working_plane", .text(report.plane)), ("communities", .whole(report.units.count)),
            ("buildings", .whole(report.buildings)), ("compounds", .whole(report.compounds)),
            ("compounds_estimated", .whole(report.compoundsEstimated)),
            ("households", .whole(report.households)), ("population", .whole(report.population)),
            ("elders", .whole(report.elders)), ("care_sites", .whole(report.sites.count)),
            ("care_sites_taken", .whole(report.facilitiesLayer == nil ? report.facilities : 0)),
            ("care_sites_refused", .object(refusals.map { ($0.reason.rawValue, .whole($0.count)) })),
            ("candidates", .whole(report.candidates)),
            ("facilities", report.facilitiesLayer.map { .text($0) } ?? .null), ("out", .text(folder)),
        ])
    }

    /// What became of the care sites of the extract.
    private func sites(_ say: Language, refused: String) -> String {
        if let layer = report.facilitiesLayer {
            return say(
                "\(report.sites.count) tagged ones listed, none taken: facilities come from \(layer)",
                "标注 \(report.sites.count) 处，均未采用：设施取自 \(layer)")
        }
        return say(
            "\(report.facilities) of \(report.sites.count) tagged ones taken; refused: \(refused)",
            "标注 \(report.sites.count) 处，采用 \(report.facilities) 处；未采用：\(refused)")
    }

    func words(_ say: Language) -> String {
        let names = MeasureWording(language: say)
        let refused = refusals.map { "\(names.refusal($0.reason)) \($0.count)" }
            .joined(separator: say(", ", "，"))
        return say(
            """
            \(report.name), \(report.baseYear), working plane \(report.plane)
              communities  \(report.units.count)
              compounds    \(report.compounds) of \(counted(report.buildings, "building")), dwellings of \
            \(report.compoundsEstimated) estimated
              people       \(counted(report.households, "household")), \(counted(report.population, "person", "people")), \(counted(report.elders, "elder")), \
            all estimated
              care sites   \(sites(say, refused: refused))
              candidates   \(counted(report.candidates, "building")) that could be converted
            Written to \(folder); sites.csv there accounts for every site. Next: carecircle coverage \(folder)

            """,
            """
            \(report.name)，\(report.baseYear) 年，工作平面 \(report.plane)
              社区      \(report.units.count)
              小区      \(report.compounds)（建筑 \(report.buildings)），其中户数估算 \(report.compoundsEstimated)
              人口      \(report.households) 户，\(report.population) 人，老年人 \(report.elders)，均为估算
              养老设施  \(sites(say, refused: refused))
              候选点    可改造的建筑 \(report.candidates) 处
            已写入 \(folder)，sites.csv 逐处说明。下一步：carecircle coverage \(folder)

            """)
    }
}
