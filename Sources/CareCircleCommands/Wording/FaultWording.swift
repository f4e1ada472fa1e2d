internal import Places
internal import Studies

extension ProblemWording {
    /// The sentence for a fault: what is wrong, and what was expected.
    ///
    /// Every fault stands here, so that none can be added without words.
    func sentence(for fault: Fault) -> String {
        switch fault {
        // The file.
        case .fileMissing:
            say("there is no such file, expected a readable file", "文件不存在，应为可读取的文件")
        case .isDirectory:
            say("this is a folder, expected a file", "这是文件夹，应为文件")
        case .notAStudy(let name):
            say("is no study, expected a folder with \(name), or that file", "不是项目，应为含 \(name) 的文件夹或该文件")
        case .cannotRead(let reason):
            say("cannot be read, expected a whole, readable file (\(reason))", "无法读取，应为完整可读的文件（\(reason)）")
        case .unknownLayer(let name, let nearest, let known, let file):
            say(
                "\(file.map { $0 + " " } ?? "")has no layer \(quoted(name)), expected one of: \(list(known))\(suggestion(nearest))",
                "\(file.map { $0 + " " } ?? "")没有图层\(quoted(name))，应为：\(list(known))\(suggestion(nearest))")
        case .severalLayers(let known):
            say(
                "holds several layers and none is named, expected `layer:` to be one of: \(list(known))",
                "含多个图层而未指明，应以 `layer:` 指明其一：\(list(known))")
        case .noLayer:
            say("holds no layer, expected at least one", "没有图层，应至少有一个")
        case .noHeader:
            say("has no header row, expected a row of column names", "没有表头，应有一行列名")
        case .noHeaderRow(let row, let file):
            say(
                "\(file) has nothing on row \(row), expected the row of its column names",
                "\(file) 第 \(row) 行没有内容，应为列名所在的行")
        case .titleAboveHeader(let row):
            say(
                "is a title and no header, expected column names here, or `header_row: \(row)` for the layer",
                "是标题而非表头，此行应为列名，或为该图层指明 `header_row: \(row)`")
        case .emptyLayer:
            say("holds no rows, expected at least one", "没有数据行，应至少有一行")
        case .nothingLeft(1):
            say(
                "its only row has been set aside, expected at least one that can be used",
                "唯一的一行已被搁置，应至少有一行可用")
        case .nothingLeft(let rows):
            say(
                "\(rows == 1 ? "its only row has" : "all \(rows) rows have") been set aside, expected at least one that can be used",
                "全部 \(rows) 行均已被搁置，应至少有一行可用")
        case .undecodable(let encoding, canState: false):
            say(
                "is not valid \(encoding), expected UTF-8 or GB18030 text",
                "不是有效的 \(encoding) 文本，应为 UTF-8 或 GB18030")
        case .undecodable(let encoding, canState: true):
            say(
                "is not valid \(encoding), expected UTF-8 or GB18030 text, or the right `encoding:`",
                "不是有效的 \(encoding) 文本，应为 UTF-8 或 GB18030，或指明正确的 `encoding:`")
        case .invalidFilter(let text, let reason, let file):
            say(
                "the filter \(quoted(text)) cannot be used\(file.map { " on \($0)" } ?? ""), expected an OGR attribute filter (\(reason))",
                "过滤条件\(quoted(text))无法用于 \(file ?? "此文件")，应为 OGR 属性过滤式（\(reason)）")
        case .unknownCRS(let text, let reason):
            say(
                "the CRS \(quoted(text)) cannot be used, expected one that PROJ knows, such as EPSG:4547 (\(reason))",
                "坐标系\(quoted(text))无法使用，应为 PROJ 认识的坐标系，如 EPSG:4547（\(reason)）")
        case .notAPlane(let crs):
            say(
                "\(quoted(crs)) is no map plane, expected a projected CRS in metres such as EPSG:4547",
                "\(quoted(crs))不是投影平面，应为以米为单位的投影坐标系，如 EPSG:4547")
        case .notInMetres(let crs, let metresPerUnit):
            say(
                "\(quoted(crs)) has a unit of \(metresPerUnit) m, expected a projected CRS in metres",
                "\(quoted(crs))的单位为 \(metresPerUnit) 米，应为以米为单位的投影坐标系")
        case .unknownEncoding(let name):
            say(
                "the encoding \(quoted(name)) is unknown, expected utf-8, gb18030 or another name that iconv knows",
                "编码\(quoted(name))未知，应为 utf-8、gb18030 或 iconv 认识的名称")

        // The table.
        case .missingColumn("geometry", _):
            say(
                "the layer states no places, expected columns such as lon and lat, a column of WKT, or geometries",
                "图层没有位置，应有经度与纬度等列、WKT 列或几何")
        case .missingColumn(_, let nearest):
            say(
                "the required column is missing, expected it among the columns\(suggestion(nearest))",
                "缺少必需的列，应有此列\(suggestion(nearest))")
        case .unknownColumn(_, let nearest):
            say(
                "there is no such column, expected one of the file's\(suggestion(nearest))",
                "没有此列，应为文件中的列\(suggestion(nearest))")
        case .mistypedColumn(let meant): mistypedColumn(meant)
        case .duplicateColumn:
            say("the column stands twice, expected once", "列重复，应只出现一次")
        case .unnamedColumn(let position):
            say(
                "column \(position) holds cells but has no name, expected a name in the header",
                "第 \(position) 列有内容而无列名，表头应有列名")
        case .raggedRow(let expected, let found):
            say("has \(counted(found, "cell")), expected \(expected)", "有 \(found) 个单元格，应为 \(expected) 个")
        case .unterminatedQuote:
            say(
                "a quoted cell does not end where it should, expected a closing quote before the next delimiter",
                "引号未正确闭合，应在下一个分隔符前闭合")

        // The cell.
        case .missingValue:
            say("is empty, expected a value", "为空，应有值")
        case .formulaWithoutValue:
            say(
                "holds a formula without a stored value, expected a value",
                "为没有存储结果的公式，应为数值或文字")
        case .notANumber(let text) where text.hasSuffix("%") || text.hasSuffix("％"):
            say(
                "\(quoted(text)) is not a number, expected it without the sign: a share as 0.8, a figure in percent by its unit",
                "\(quoted(text))不是数字，应不带百分号：比率如 0.8，百分数以单位注明")
        case .notANumber(let text):
            say(
                "\(quoted(text)) is not a number, expected a number such as 1200",
                "\(quoted(text))不是数字，应为数字，如 1200")
        case .notAWholeNumber(let text):
            say(
                "\(quoted(text)) is not a whole number, expected one such as 3",
                "\(quoted(text))不是整数，应为整数，如 3")
        case .negative(let text):
            say("\(quoted(text)) is negative, expected zero or more", "\(quoted(text))为负数，应为零或正数")
        case .notPositive(let text):
            say("\(quoted(text)) is not above zero, expected a positive number", "\(quoted(text))不大于零，应为正数")
        case .notFinite(let text):
            say("\(quoted(text)) is not finite, expected a finite number", "\(quoted(text))不是有限数，应为有限的数字")
        case .notADate(let text):
            say(
                "\(quoted(text)) is not a date, expected one such as 2021-05-30, 2021-05 or 2021年5月30日",
                "\(quoted(text))不是日期，应如 2021-05-30、2021-05 或 2021年5月30日")
        case .ownService(let text, let facilities, let pack, let nearest):
            say(
                "the service \(quoted(text)) (\(counted(facilities, "facility", "facilities"))) is one that neither the program nor the pack \(pack) knows, and counts for none of its rules\(suggestion(nearest))",
                "服务\(quoted(text))（\(facilities) 处设施）为程序与政策包 \(pack) 均不识别，不计入任何规则\(suggestion(nearest))")
        case .notOneOf(let text, let allowed):
            say(
                "\(quoted(text)) is unknown, expected one of: \(list(allowed))",
                "\(quoted(text))未知，应为：\(list(allowed))")
        case .tooLarge(let text, let limit):
            say("\(quoted(text)) is too large, expected less than \(limit)", "\(quoted(text))过大，应小于 \(limit)")
        case .tooFarBelowZero(let text):
            say(
                "\(quoted(text)) is too far below zero, expected more than -10^15",
                "\(quoted(text))过小，应大于 -10^15")
        case .fractionOfCount(let text):
            say(
                "\(quoted(text)) is no whole number of people or dwellings, counted as it stands",
                "\(quoted(text))不是整数的人数或户数，按原值计入")

        // The row.
        case .duplicateID(let id, let first):
            say(
                "the id \(quoted(id)) stands already at \(first.file):\(first.row), expected each id once",
                "编号\(quoted(id))已见于 \(first.file):\(first.row)，每个编号应只出现一次")
        case .notAnID(let text):
            say(
                "\(quoted(text)) is no id, expected letters, digits, - and _, in parts joined by . or @",
                "\(quoted(text))不是编号，应由字母、汉字、数字、- 和 _ 组成，各段以 . 或 @ 相连")
        case .versionOfSameDay(let id, let other):
            say(
                "\(quoted(id)) begins on the same day as \(quoted(other)), expected versions of a rule to begin on different days",
                "\(quoted(id))与\(quoted(other))同日起施行，同一规则的各版本应自不同日期起施行")
        case .duplicateEvent(let first):
            say(
                "this event of the phase stands already at \(first.file):\(first.row), expected once",
                "该期的此事项已见于 \(first.file):\(first.row)，应只出现一次")
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
        case .unknownWaiverSubject(let text, let nearest):
            say(
                "there is no \(quoted(text)), expected the id of a compound, a facility, a community or a scope\(suggestion(nearest))",
                "没有\(quoted(text))，应为小区、设施、社区或范围的编号\(suggestion(nearest))")
        case .waiverWithoutFinding(let rule, let subject):
            say(
                "no rule \(quoted(rule)) says anything of \(quoted(subject)), expected the rule and subject of a row of checks.csv",
                "没有规则\(quoted(rule))涉及\(quoted(subject))，应为 checks.csv 中某行的规则与对象")
        case .area(let fault): text(fault)
        case .notAYear(let text):
            say("\(quoted(text)) is not a year, expected one such as 2020", "\(quoted(text))不是年份，应如 2020")
        case .unknownCandidate(let text, let nearest):
            say(
                "there is no candidate \(quoted(text)) to be upgraded, expected the id of another that is no upgrade itself\(suggestion(nearest))",
                "没有可升级的备选点\(quoted(text))，应为另一个本身不是升级方案的备选点编号\(suggestion(nearest))")
        case .unknownSite(let text, let nearest):
            say(
                "there is no candidate \(quoted(text)), expected the id of one\(suggestion(nearest))",
                "没有备选点\(quoted(text))，应为备选点的编号\(suggestion(nearest))")
        case .noCosts(let count):
            say(
                "none of \(counted(count, "candidate")) states a cost, expected costs for a budget",
                "\(count) 处备选点均未列造价，按预算选址须有造价")
        case .siting(let failure): SitingWording(language: say).failure(failure)
        case .differsFromRow(let text, let first):
            say(
                "\(quoted(text)) is not what \(first.file):\(first.row) says, expected the same",
                "\(quoted(text))与 \(first.file):\(first.row) 不一致，应相同")
        case .refersToRejected(let id, let row):
            say(
                "refers to \(quoted(id)) at \(row.file):\(row.row), which is set aside",
                "所指的\(quoted(id))（\(row.file):\(row.row)）已被搁置")
        case .closedBeforeOpened(let opened, let closed): closedBeforeOpened(opened, closed)
        case .datesRunBackwards(let earlier, let later): datesRunBackwards(earlier, later)
        case .earlierDateMissing(let phase, let isCare, let stated, let missing):
            earlierDateMissing(phase, isCare, stated, missing)
        case .missingAgeGroups(let columns): missingAgeGroups(columns)
        case .missingAges(let count): missingAges(count)
        case .agesDiffer(let stated, let ages): agesDiffer(stated, ages)
        case .exceeds(let part, let figure, let whole, let limit):
            say(
                "\(part) \(figure) is more than \(whole) \(limit), expected no more than that",
                "\(part) \(figure) 大于 \(whole) \(limit)，应不大于后者")

        case .moreEldersThanCommunity(let elders, let community, let all): moreElders(elders, community, all)

        // The place.
        case .missingGeometry:
            say("has no place, expected coordinates or a geometry", "没有位置，应有坐标或几何")
        case .wrongGeometry(let found, let expected):
            say(
                "the geometry is \(kind(found)), expected \(kind(expected))",
                "几何类型为\(kind(found))，应为\(kind(expected))")
        case .malformedGeometry(let reason):
            say(
                "the geometry cannot be read (\(reason)), expected one that follows its format",
                "几何无法读取（\(reason)），应符合其格式")
        case .repairedGeometry(let reason):
            say("the polygon was invalid and has been repaired (\(reason))", "多边形无效，已修复（\(reason)）")
        case .overlaps(let id, let row, let squareMetres, let share): overlaps(id, row, squareMetres, share)
        case .axesSwapped(let east, let north) where max(abs(east), abs(north)) > 180:
            swappedOnAPlane(east, north)
        case .axesSwapped(let east, let north): swapped(east, north)
        case .nullIsland:
            say("the place is 0,0, expected real coordinates", "坐标为 0,0，应为真实坐标")
        case .looksLikeMetres(let east, let north): looksLikeMetres(east, north)
        case .outsideCRS(let east, let north, let crs): outsideCRS(east, north, crs)
        case .outsideShiftedDatum(let datum):
            say(
                "lies outside the area in which \(datum) shifts, and was not shifted",
                "位于 \(datum) 偏移范围之外，未作偏移")
        case .outsideAllCommunities:
            say(
                "lies outside every community: counts at city scope only, and in no rate where the study has several cities",
                "位于所有社区之外：仅计入全市；资料含多个城市时不计入任何比率")
        case .liesInAnotherCommunity(let stated, let holder): liesInAnother(stated, holder)
        case .farFromOtherLayers(let kilometres): farFromOtherLayers(kilometres)
        case .likelyDatumShift(let layer, let metres, let datum): likelyDatumShift(layer, metres, datum)

        // The study as a whole, and what is written.
        case .yaml(let reason):
            say(
                "cannot be read as YAML, expected well-formed YAML (\(reason))",
                "不是有效的 YAML，应为格式正确的 YAML（\(reason)）")
        case .unknownKey(let name, let nearest, let owner):
            say(
                "the key \(quoted(name)) is unknown, expected one that a \(noun(owner)) has here\(suggestion(nearest))",
                "键\(quoted(name))未知，应为\(noun(owner))在此处可用的键\(suggestion(nearest))")
        case .noMultiple(let value, let step): noMultiple(value, step)
        case .inputsBesideList(let key): inputsBesideList(key)
        case .unusedInput(let name): unusedInput(name)
        case .unknownUnit(let name, let nearest, let known): unknownUnit(name, nearest, known)
        case .multipleTwice(let text, let unit):
            say(
                "\(quoted(text)) counts in multiples, and so does its unit \(quoted(unit)), expected one of the two",
                "数值\(quoted(text))与单位\(quoted(unit))均带倍数，应只用其一")
        case .formula(let fault): FormulaWording.sentence(for: fault, say)
        case .missingKey(let name):
            say("the key \(name) is missing, expected it here", "缺少键 \(name)，应在此列出")
        case .wrongType(let expected):
            say("does not fit, expected \(kind(expected))", "不符，应为\(kind(expected))")
        case .missingLayers(let names):
            say(
                "lacks a layer, expected \(names.joined(separator: " or "))",
                "缺少图层，应有 \(names.joined(separator: " 或 "))")
        case .unknownPolicy(let name, let known):
            say(
                "there is no policy pack \(quoted(name)), expected a path or one of: \(list(known))\(suggestion(NearestName.of(name, among: known)))",
                "没有政策包\(quoted(name))，应为路径或：\(list(known))\(suggestion(NearestName.of(name, among: known)))")
        case .stillNeeded(let id, let users): stillNeeded(id, users)
        case .extendsItself(let chain):
            say(
                "extends itself (\(chain.joined(separator: " → "))), expected one that stands alone at the end",
                "循环引用（\(chain.joined(separator: " → "))），最终应引用一个独立的文件")
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
        case .sameScenarioName(let name, let file): sameScenarioName(name, file)
        case .buildOut(let fault):
            buildOut(fault)
        case .outOfRange(let text, let expected):
            say(
                "\(quoted(text)) is out of range, expected \(kind(expected))",
                "\(quoted(text))超出范围，应为 \(kind(expected))")
        case .baseYearUnknown:
            say("says no year, expected --base-year", "未注明年份，请用 --base-year 指定")
        case .noDwelling(let buildings, let outside): noDwelling(buildings, outside)
        case .noCareSite(let sites): noCareSite(sites)
        case .phaseSumDiffers(let stated, let phases): phaseSumDiffers(stated, phases)
        case .phaseHouseholdsDiffer(let stated, let phases): phaseHouseholdsDiffer(stated, phases)
        case .plannedAfterRuleWithoutDelivery(let from):
            say(
                "states no delivery and was planned on or after \(from): taken as not delivered",
                "无交付日期，且规划许可在 \(from) 当日或之后：按未交付处理")
        case .unknownSubject(let text, let nearest): unknownSubject(text, nearest)
        case .ambiguousSubject(let text, let spellings): ambiguousSubject(text, spellings)
        case .notJudged(let rule, let place, let kinds, let instead):
            notJudged(rule, place, kinds, instead)
        case .portInUse(let port):
            say("port \(port) is in use, expected a free one", "端口 \(port) 已被占用，应为空闲端口")
        case .cannotListen(let port, let reason):
            say(
                "cannot listen on port \(port), expected a port that may be opened (\(reason))",
                "无法监听端口 \(port)，应为可用端口（\(reason)）")
        case .truncatedStreets(let reason): truncatedStreets(reason)
        case .notOpenStreetMap(let looksLike): notOpenStreetMap(looksLike)
        case .noWalkableWay:
            say("holds no walkable way, expected streets or paths", "没有可步行的道路，应含街道或步道")
        }
    }
}
