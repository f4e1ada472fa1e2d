internal import Places
internal import Studies

// The words for what is wrong with a file, its table, or a cell.
extension ProblemWording {
    func file(_ fault: Fault) -> String? {
        switch fault {
        case .fileMissing:
            say("there is no such file, expected a readable file", "文件不存在，应为可读取的文件")
        case .isDirectory:
            say("this is a folder, expected a file", "这是文件夹，应为文件")
        case .cannotRead(let reason):
            say("cannot be read, expected a whole, readable file (\(reason))", "无法读取，应为完整可读的文件（\(reason)）")
        case .unknownLayer(let name, let nearest, let known):
            say(
                "has no layer \(quoted(name)), expected one of: \(list(known))\(suggestion(nearest))",
                "没有图层\(quoted(name))，应为：\(list(known))\(suggestion(nearest))")
        case .severalLayers(let known):
            say(
                "holds several layers and none is named, expected `layer:` to be one of: \(list(known))",
                "含多个图层而未指明，应以 `layer:` 指明其一：\(list(known))")
        case .noLayer:
            say("holds no layer, expected at least one", "没有图层，应至少有一个")
        case .noHeader:
            say("has no header row, expected a row of column names", "没有表头，应有一行列名")
        case .emptyLayer:
            say("holds no rows, expected at least one", "没有数据行，应至少有一行")
        case .undecodable(let encoding):
            say(
                "is not valid \(encoding), expected UTF-8 or GB18030 text, or the right `encoding:`",
                "不是有效的 \(encoding) 文本，应为 UTF-8 或 GB18030，或指明正确的 `encoding:`")
        case .invalidFilter(let text, let reason):
            say(
                "the filter \(quoted(text)) cannot be used, expected an OGR attribute filter (\(reason))",
                "过滤条件\(quoted(text))无法使用，应为 OGR 属性过滤式（\(reason)）")
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
        default: nil
        }
    }

    func table(_ fault: Fault) -> String? {
        switch fault {
        case .missingColumn(let name, let nearest):
            say(
                "the required column \(name) is missing\(suggestion(nearest))",
                "缺少必需的列 \(name)\(suggestion(nearest))")
        case .unknownColumn(let name, let nearest):
            say(
                "there is no column \(quoted(name)), expected a column of the file\(suggestion(nearest))",
                "没有列\(quoted(name))，应为文件中的列\(suggestion(nearest))")
        case .duplicateColumn(let name):
            say("the column \(quoted(name)) stands twice, expected once", "列\(quoted(name))重复，应只出现一次")
        case .unnamedColumn(let position):
            say(
                "column \(position) holds cells but has no name, expected a name in the header",
                "第 \(position) 列有内容而无列名，表头应有列名")
        case .raggedRow(let expected, let found):
            say("has \(found) cells, expected \(expected)", "有 \(found) 个单元格，应为 \(expected) 个")
        case .unterminatedQuote:
            say(
                "a quoted cell does not end where it should, expected a closing quote before the next delimiter",
                "引号未正确闭合，应在下一个分隔符前闭合")
        default: nil
        }
    }

    func cell(_ fault: Fault) -> String? {
        switch fault {
        case .missingValue:
            say("is empty, expected a value", "为空，应有值")
        case .formulaWithoutValue:
            say(
                "holds a formula without a stored value, expected a value",
                "为没有存储结果的公式，应为数值或文字")
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
        case .notOneOf(let text, let allowed):
            say(
                "\(quoted(text)) is unknown, expected one of: \(list(allowed))",
                "\(quoted(text))未知，应为：\(list(allowed))")
        case .tooLarge(let text):
            say("\(quoted(text)) is too large, expected less than 10^15", "\(quoted(text))过大，应小于 10^15")
        default: nil
        }
    }
}
