internal import Coverage
internal import Foundation
internal import Geometry
internal import Places
internal import Reports

/// What `verify` says when it is done: how many places were held against how many circles, and what did not hold.
struct ProofSummary {
    let study: Study
    let day: Day
    /// What came of it; nothing where the study gives no streets.
    let proof: CircleProof?
    let files: OutputFolder

    var json: JSONText {
        var members: [(String, JSONText)] = [
            ("study", .text(study.name)), ("date", .text(day.description)),
        ]
        if let proof {
            members += [
                ("circles", .whole(proof.circles)), ("single_circles", .whole(proof.singles)),
                ("places", .whole(proof.places.all)),
                ("seeded", .whole(proof.places.seeded)), ("dwellings", .whole(proof.places.dwellings)),
                ("by_streets", .whole(proof.places.byStreets)),
                ("beside_boundaries", .whole(proof.places.besideBoundaries)), ("pairs", .whole(proof.pairs)),
                ("reached", .whole(proof.reached)),
                ("inside_but_out_of_reach", .whole(proof.insideButOutOfReach)),
                ("outside_but_in_reach", .whole(proof.outsideButInReach)),
                ("beyond_tolerance", .whole(proof.faults.count)), ("left_open", .whole(proof.leftOpen)),
                ("missing_circles", .whole(proof.wrongCircles.count { $0.reason == .missing })),
                ("surplus_circles", .whole(proof.wrongCircles.count { $0.reason != .missing })),
                ("worst_m", .number(proof.worst.value, decimals: 2)), ("holds", .flag(proof.holds)),
            ]
        }
        members += [("out", .text(files.root.path)), ("files", .list(files.paths.map(JSONText.text)))]
        return .object(members)
    }

    func words(_ say: Language) -> String {
        guard let proof else {
            return say(
                "\(study.name) gives no streets: there are no walk circles to prove.\n",
                "\(study.name)未给出街道：没有可核对的步行服务圈。\n")
        }
        let worst = NumberText.fixed(proof.worst.value, decimals: 2)
        var lines = [
            say("\(study.name), as of \(day)", "\(study.name)，截至 \(day)"),
            say(
                "\(counted(proof.places.all, "place")) (\(proof.places.seeded) seeded, \(counted(proof.places.dwellings, "dwelling")) and gates, \(proof.places.byStreets) on and by streets, \(proof.places.besideBoundaries) beside boundaries) held against \(counted(proof.circles, "circle"))",
                "核对地点 \(proof.places.all) 处（随机 \(proof.places.seeded)，住处与出入口 \(proof.places.dwellings)，街道上及街旁 \(proof.places.byStreets)，边界两侧 \(proof.places.besideBoundaries)），服务圈 \(proof.circles) 个"
            ),
            say(
                "  pairs                        \(proof.pairs), \(proof.reached) of them within reach",
                "  地点与服务圈的组合 \(proof.pairs)，其中步行可达 \(proof.reached)"),
            say(
                "  drawn inside, out of reach   \(proof.insideButOutOfReach)",
                "  画在圈内而不可达 \(proof.insideButOutOfReach)"),
            say(
                "  drawn outside, in reach      \(proof.outsideButInReach)",
                "  画在圈外而可达 \(proof.outsideButInReach)"),
            say("  farthest from a boundary     \(worst) m", "  离边界最远 \(worst) 米"),
            say(
                "  beyond the tolerance         \(proof.faults.count)",
                "  超出容差 \(proof.faults.count)"),
        ]
        if proof.circles > 0, proof.singles == 0 {
            lines.append(
                say(
                    "  circles of single facilities  none: only what all reach together is proved",
                    "  单个设施的服务圈 无：仅核对合并后的范围"))
        }
        if proof.leftOpen > 0 {
            lines.append(
                say(
                    "  left open by the rule        \(proof.leftOpen) (several streets equally near)",
                    "  规则未定 \(proof.leftOpen)（多条街道同样近）"))
        }
        let missing = proof.wrongCircles.count { $0.reason == .missing }
        let surplus = proof.wrongCircles.count - missing
        if missing + surplus > 0 {
            lines.append(
                say(
                    "  circles missing, too many    \(missing), \(surplus)",
                    "  缺少的服务圈 \(missing)，多余的 \(surplus)"))
        }
        lines += [
            "",
            proof.circles == 0 && proof.holds
                ? say("There is no circle to hold.", "没有可核对的服务圈。")
                : proof.holds
                    ? say("Every circle holds.", "所有服务圈均成立。")
                    : say("Circles do not hold: see the failures.", "有服务圈不成立：见失败明细。"),
            say("Written below \(files.root.path):", "已写入 \(files.root.path)："),
        ]
        lines += files.paths.map { "  " + $0 }
        return lines.joined(separator: "\n") + "\n"
    }
}
