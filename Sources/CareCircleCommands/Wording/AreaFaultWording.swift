internal import Places
internal import Studies

extension ProblemWording {
    /// What is wrong with a row about an area.
    func text(_ fault: AreaFault) -> String {
        switch fault {
        case .unknown(let text, nil, let nearest):
            say(
                "there is no area \(quoted(text)), expected a community, subdistrict, district or city of the study\(suggestion(nearest))",
                "没有区域\(quoted(text))，应为研究区的社区、街道、区或市\(suggestion(nearest))")
        case .unknown(let text, let tier?, let nearest):
            say(
                "there is no \(tier.rawValue) \(quoted(text)), expected one of the study\(suggestion(nearest))",
                "没有\(chinese(tier))\(quoted(text))，应为研究区内的\(chinese(tier))\(suggestion(nearest))")
        case .ambiguous(let name):
            say(
                "several areas are called \(quoted(name)), expected the id of a community, or DISTRICT/SUBDISTRICT",
                "有多个区域名为\(quoted(name))，应为社区编号，或“区/街道”")
        case .duplicateGroup(let group, let year, let first):
            say(
                "the group \(quoted(group)) of \(year) stands already at \(first.file):\(first.row), expected each area, group and year once",
                "人群\(quoted(group))（\(year) 年）已见于 \(first.file):\(first.row)，每个区域、人群与年份应只列一次")
        case .duplicateTotal(let name, let year, let first):
            say(
                "the total of \(quoted(name)) for \(year) stands already at \(first.file):\(first.row), expected each area, year and basis once",
                "\(quoted(name))\(year) 年的合计已见于 \(first.file):\(first.row)，每个区域、年份与口径应只列一次")
        case .districtOfPack(let entry, let text, let nearest):
            say(
                "\(quoted(entry)) is for the district \(quoted(text)), in which no community of the study is, expected one of the study's\(suggestion(nearest))",
                "\(quoted(entry))针对的区县\(quoted(text))在研究区中没有社区，应为研究区的区县\(suggestion(nearest))")
        case .totalOfNothing:
            say(
                "states no figure, expected households, population or elders",
                "未列任何数字，应有户数、人口或老年人口")
        case .groupDiffers(let stated, let parts, let tier):
            say(
                "\(stated) are stated, but the rows of each \(tier.rawValue) within add up to \(parts), expected the same count in both",
                "所列为 \(stated)，而其下各\(chinese(tier))合计 \(parts)，两者应为同一口径")
        case .groupExceedsElders(let count, let elders):
            say(
                "\(count) are more than the \(elders) elders of the area, expected a group of them",
                "\(count) 人多于该区域的老年人口 \(elders)，应为其中一部分")
        case .totalDiffers(let stated, let communities):
            say(
                "\(stated) is stated, but the communities add up to \(communities), expected the same count in both",
                "所列为 \(stated)，而各社区合计 \(communities)，两者应为同一口径")
        }
    }

    private func chinese(_ tier: AreaTier) -> String {
        // Of several cities one is no whole city.
        tier == .city ? "市" : ScopeWording.chinese(tier.rawValue)
    }
}
