internal import Places
internal import Scenarios
internal import Studies

// The words for what is wrong with a row, its place, or the study as a whole.
extension ProblemWording {
    func row(_ fault: Fault) -> String? {
        switch fault {
        case .duplicateID(let id, let first):
            say(
                "the id \(quoted(id)) stands already at \(first.file):\(first.row), expected each id once",
                "编号\(quoted(id))已见于 \(first.file):\(first.row)，每个编号应只出现一次")
        case .duplicatePhase(let compound, let number, let first):
            say(
                "phase \(number) of \(quoted(compound)) stands already at \(first.file):\(first.row), expected once",
                "\(quoted(compound))第 \(number) 期已见于 \(first.file):\(first.row)，应只出现一次")
        case .unknownCommunity(let text, let nearest):
            say(
                "there is no community \(quoted(text)), expected an id or an unambiguous name\(suggestion(nearest))",
                "没有社区\(quoted(text))，应为社区编号或唯一的名称\(suggestion(nearest))")
        case .ambiguousCommunity(let name, let ids):
            say(
                "several communities bear the name \(quoted(name)), expected one of the ids: \(list(ids))",
                "有多个社区名为\(quoted(name))，应为编号之一：\(list(ids))")
        case .unknownCompound(let text, let nearest):
            say(
                "there is no compound \(quoted(text)), expected the id of one\(suggestion(nearest))",
                "没有小区\(quoted(text))，应为小区编号\(suggestion(nearest))")
        case .unknownFacility(let text, let nearest):
            say(
                "there is no facility \(quoted(text)), expected the id of one\(suggestion(nearest))",
                "没有设施\(quoted(text))，应为设施编号\(suggestion(nearest))")
        case .refersToRejected(let id, let row):
            say(
                "refers to \(quoted(id)) at \(row.file):\(row.row), which is set aside",
                "所指的\(quoted(id))（\(row.file):\(row.row)）已被搁置")
        case .closedBeforeOpened(let opened, let closed):
            say(
                "\(closed.text) is before it opened (\(opened.text)), expected a later date",
                "停用日期 \(closed.text) 早于启用日期 \(opened.text)，应为更晚的日期")
        case .datesRunBackwards(let earlier, let later, let isCare):
            say(
                "\(isCare ? "care" : "housing")_\(later.rawValue) is before \(isCare ? "care" : "housing")_\(earlier.rawValue), expected dates in order",
                "\(isCare ? "care" : "housing")_\(later.rawValue) 早于 \(isCare ? "care" : "housing")_\(earlier.rawValue)，日期应依次排列"
            )
        default: nil
        }
    }

    func location(_ fault: Fault) -> String? {
        switch fault {
        case .missingGeometry:
            say("has no place, expected coordinates or a geometry", "没有位置，应有坐标或几何")
        case .wrongGeometry(let found, let expected):
            say("the geometry is \(found), expected \(expected)", "几何类型为 \(found)，应为 \(expected)")
        case .malformedGeometry(let reason):
            say(
                "the geometry cannot be read, expected valid WKT or features (\(reason))",
                "几何无法读取，应为有效的 WKT 或要素（\(reason)）")
        case .repairedGeometry(let reason):
            say("the polygon was invalid and has been repaired (\(reason))", "多边形无效，已修复（\(reason)）")
        case .axesSwapped(let east, let north):
            say(
                "longitude \(east) and latitude \(north) look swapped, expected longitude first",
                "经度 \(east) 与纬度 \(north) 疑似颠倒，应经度在前")
        case .nullIsland:
            say("the place is 0,0, expected real coordinates", "坐标为 0,0，应为真实坐标")
        case .outsideCRS(let east, let north, let crs):
            say(
                "\(east), \(north) lies outside the area of \(crs), expected coordinates in that system",
                "\(east), \(north) 超出 \(crs) 的适用范围，应为该坐标系内的坐标")
        case .outsideShiftedDatum(let datum):
            say(
                "lies outside the area in which \(datum) shifts, and was not shifted",
                "位于 \(datum) 偏移范围之外，未作偏移")
        case .outsideAllCommunities:
            say("lies outside every community and counts at city scope only", "位于所有社区之外，仅计入全市")
        case .farFromOtherLayers(let kilometres):
            say(
                "lies \(Int(kilometres.rounded())) km from the other layers, expected the same city",
                "与其他图层相距 \(Int(kilometres.rounded())) 公里，应在同一城市")
        case .likelyDatumShift(let layer, let metres, let datum):
            say(
                "seems to be in \(datum) coordinates, \(Int(metres.rounded())) m off the layer \(layer): is `datum:` right?",
                "坐标疑为 \(datum)，与图层 \(layer) 相差约 \(Int(metres.rounded())) 米：请核对 `datum:`")
        default: nil
        }
    }

    func study(_ fault: Fault) -> String {
        switch fault {
        case .yaml(let reason):
            say(
                "cannot be read as YAML, expected well-formed YAML (\(reason))",
                "不是有效的 YAML，应为格式正确的 YAML（\(reason)）")
        case .unknownKey(let name, let nearest):
            say(
                "the key \(quoted(name)) means nothing here\(suggestion(nearest))",
                "键\(quoted(name))在此无意义\(suggestion(nearest))")
        case .missingKey(let name):
            say("the key \(name) is missing, expected it here", "缺少键 \(name)")
        case .wrongType(let expected):
            say("has the wrong type, expected \(expected)", "类型有误，应为 \(expected)")
        case .missingLayers(let names):
            say(
                "lacks a layer, expected \(names.joined(separator: " or "))",
                "缺少图层，应有 \(names.joined(separator: " 或 "))")
        case .unknownPolicy(let name, let known):
            say(
                "there is no policy pack \(quoted(name)), expected a path or one of: \(list(known))",
                "没有政策包\(quoted(name))，应为路径或：\(list(known))")
        case .extendsItself(let chain):
            say(
                "extends itself (\(chain.joined(separator: " → "))), expected a pack that stands alone at the end",
                "政策包循环引用（\(chain.joined(separator: " → "))），最终应引用一个独立的政策包")
        case .outputOverInput(let output):
            say(
                "the result \(output) would take the place of this input, expected another --out",
                "结果 \(output) 会覆盖此输入，请另选 --out")
        case .cannotWrite(let reason):
            say("cannot be written, expected a folder to write to (\(reason))", "无法写入，应为可写的文件夹（\(reason)）")
        case .folderNotEmpty:
            say("holds files already, expected a new or empty folder", "已有文件，应为新的或空的文件夹")
        case .notAvailable(let feature):
            say(
                "\(feature) is not available in this version, expected a scenario without it",
                "本版本尚不支持 \(feature)，方案中不应使用")
        case .cannotExtend(let path):
            say(
                "extends \(quoted(path)), which cannot be read, expected a scenario file",
                "所扩展的\(quoted(path))无法读取，应为方案文件")
        case .programme(let fault):
            programme(fault)
        case .outOfRange(let text, let expected):
            say("\(quoted(text)) is out of range, expected \(expected)", "\(quoted(text))超出范围，应为 \(expected)")
        case .baseYearUnknown:
            say("says no year, expected --base-year", "未注明年份，请用 --base-year 指定")
        case .noDwelling(let buildings):
            say(
                "none of its \(buildings) buildings counts as a dwelling, expected residential buildings",
                "\(buildings) 座建筑中没有住宅，应含住宅建筑")
        case .noCareSite(let sites):
            say(
                "none of its \(sites) tagged sites is an elder care facility, expected at least one",
                "标注的 \(sites) 处中没有养老服务设施，应至少有一处")
        case .phaseSumDiffers(let stated, let phases):
            say(
                "states \(stated) m² of care space, but its phases add up to \(phases) m²",
                "所列养老服务用房 \(stated) 平方米，而各分期合计 \(phases) 平方米")
        case .plannedAfterRuleWithoutDelivery(let from):
            say(
                "states no delivery and was planned on or after \(from): taken as not delivered",
                "无交付日期，且规划许可在 \(from) 当日或之后：按未交付处理")
        case .truncatedStreets(let reason):
            say(
                "the streets end before their end, expected a whole file (\(reason))",
                "街道数据不完整，应为完整文件（\(reason)）")
        case .noWalkableWay:
            say("holds no walkable way, expected streets or paths", "没有可步行的道路，应含街道或步道")
        default:
            say("is not as expected", "与预期不符")
        }
    }
}

extension ProblemWording {
    private func programme(_ fault: ProgrammeFault) -> String {
        switch fault {
        case .unknownFacility(let id):
            say(
                "there is no facility \(quoted(id)), expected one of the study or of an earlier entry",
                "没有设施\(quoted(id))，应为资料中或此前行动中的设施")
        case .facilityExists(let id):
            say("the id \(quoted(id)) is taken, expected a new one", "编号\(quoted(id))已被使用，应为新编号")
        case .notYetOpen(let id, let opened):
            say(
                "\(quoted(id)) opens only on \(opened.text), expected a later date",
                "\(quoted(id))于 \(opened.text) 才启用，应为更晚的日期")
        case .notOperating(let id, let status):
            say(
                "\(quoted(id)) is \(status.rawValue), expected an operating facility",
                "\(quoted(id))状态为 \(status.rawValue)，应为运营中的设施")
        case .alreadyClosed(let id, let closed):
            say(
                "\(quoted(id)) closed on \(closed.text), expected an open facility",
                "\(quoted(id))已于 \(closed.text) 停用，应为开放的设施")
        case .changesPlatform(let id):
            say(
                "\(quoted(id)) would turn into or out of a platform, expected another kind",
                "\(quoted(id))不能变为平台或由平台变来，应为其他类型")
        case .beforeBaseYear(let date, let baseYear):
            say(
                "\(date.text) is before the base year \(baseYear), expected a later date",
                "\(date.text) 早于基年 \(baseYear)，应为更晚的日期")
        case .unknownCommunity(let text):
            say(
                "there is no community \(quoted(text)), expected an id or an unambiguous name",
                "没有社区\(quoted(text))，应为编号或唯一的名称")
        case .ambiguousCommunity(let name, let ids):
            say(
                "several communities bear the name \(quoted(name)), expected one of: \(list(ids))",
                "有多个社区名为\(quoted(name))，应为：\(list(ids))")
        }
    }
}
