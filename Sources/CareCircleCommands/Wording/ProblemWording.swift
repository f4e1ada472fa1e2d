internal import Places
internal import Reports
package import Studies

/// The words for problems of the input: one line each, `file:row: column: what is wrong, what was expected`.
package struct ProblemWording {
    let say: Language

    /// Makes the wording of a language.
    package init(language: Language) { say = language }

    /// The line for a problem, without a line break.
    package func line(for problem: Problem) -> String {
        var place = problem.file
        if let row = problem.row { place += ":\(row)" }
        if let column = column(of: problem) { place += ": \(column)" }
        let mark = problem.severity == .warning ? say("warning: ", "提示：") : ""
        let text = "\(place): \(mark)\(sentence(for: problem.fault))"
        return text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// The line that stands for further warnings of a sort.
    func more(_ count: Int, like file: String) -> String {
        say(
            "\(file): warning: \(count) more like this, which `carecircle validate` lists",
            "\(file)：提示：另有 \(count) 条同类提示，可用 `carecircle validate` 查看")
    }

    /// The column that a problem is in, or that a fault of a header is about.
    func column(of problem: Problem) -> String? {
        switch problem.fault {
        case .missingColumn(let name, _), .unknownColumn(let name, _), .duplicateColumn(let name):
            problem.column ?? name
        default: problem.column
        }
    }

    func quoted(_ text: String) -> String {
        let shown = text.count > 60 ? text.prefix(57) + "…" : text[...]
        return say("“\(shown)”", "“\(shown)”")
    }

    func list(_ words: [String]) -> String {
        words.prefix(20).joined(separator: say(", ", "、")) + (words.count > 20 ? " …" : "")
    }

    /// A coordinate as the file states it.
    func number(_ value: Double) -> String { number(value, 9) }

    /// A number with so many decimals at most.
    func number(_ value: Double, _ decimals: Int) -> String {
        // Of hundreds of digits nobody reads any.
        abs(value) < 1e15 ? NumberText.trimmed(value, decimals: decimals) : "\(value)"
    }

    /// A kind of value or geometry in the language of the message.
    func kind(_ name: String) -> String {
        switch name.lowercased() {
        case "mapping": say("a mapping of keys and values", "键值映射")
        case "text": say("text", "文字")
        case "list": say("a list", "列表")
        case "list of texts": say("a list of texts", "文字列表")
        case "number": say("a number", "数字")
        case "true or false": say("true or false", " true 或 false")
        case "point": say("a point", "点")
        case "polygon": say("a polygon", "面")
        case "point or polygon": say("a point or a polygon", "点或面")
        case "line", "linestring": say("a line", "线")
        case "share 0–1": say("a share from 0 to 1 (80 % is 0.8)", "0 至 1 之间的比例（80 % 写作 0.8）")
        case "date to the day": say("a date to the day", "精确到日的日期")
        case "refused, or a number 1–100": say(name, "refused，或 1–100 之间的数字")
        case "names of small letters a–z, digits and _": say(name, "由小写字母、数字与下划线组成的名称")
        case "budget_yuan beside it": say(name, "同时给出 budget_yuan")
        case "objective lscp beside it": say(name, "同时以 lscp 为目标")
        case "objective mclp beside it": say(name, "同时以 mclp 为目标")
        case "objective mclp or equity beside it": say(name, "同时以 mclp 或 equity 为目标")
        case "low to high": say("a number no lower than `low`", "不小于 `low` 的数字")
        case "between low and high": say("a number from `low` to `high`", "`low` 与 `high` 之间的数字")
        case "migration in all":
            say(
                "net migrants from -0.03 to 0.1, those of `population` among them",
                "净迁移率，连同 `population` 所列在 -0.03—0.1 之间")
        default:
            // Bounds stand behind the kind.
            say(
                name,
                name.replacing("whole number", with: "整数").replacing("number", with: "数字").replacing(
                    "share", with: "比例"
                )
                .replacing("at most", with: "不大于"))
        }
    }

    /// A sort of YAML file in the language of the message.
    func noun(_ file: KeyedFile) -> String {
        switch file {
        case .study: say("study", "研究")
        case .scenario: say("scenario", "方案")
        case .policyPack: say("policy pack", "政策包")
        case .ledger: say("ledger of published figures", "公布数字台账")
        case .demography: say("demographic table", "人口参数表")
        }
    }

    /// What a file begins like in the language of the message.
    func signature(_ signature: FileSignature) -> String {
        switch signature {
        case .openStreetMapPBF: say("an .osm.pbf file", ".osm.pbf 文件")
        case .openStreetMapXML: say("an .osm file", ".osm 文件")
        case .zip: say("a ZIP archive", "ZIP 压缩包")
        case .gzip: say("a gzip file", "gzip 文件")
        case .bzip2: say("a bzip2 file", "bzip2 文件")
        case .sqlite: say("a GeoPackage or another SQLite file", "GeoPackage 等 SQLite 文件")
        case .pdf: say("a PDF file", "PDF 文件")
        case .html: say("a web page", "网页")
        case .xml: say("XML of another sort", "其他 XML 文件")
        case .json: say("JSON", "JSON 文件")
        case .text: say("text", "文本")
        case .other: say("data of another sort", "其他数据")
        }
    }

    /// That nothing reads a column which probably is another one.
    func mistypedColumn(_ meant: String) -> String {
        say(
            "nothing reads this column, expected \(quoted(meant)), or a name that is less like it",
            "此列不会被读取，应为\(quoted(meant))，或改用不易混淆的列名")
    }

    func suggestion(_ nearest: String?) -> String {
        nearest.map { say(", did you mean \(quoted($0))?", "，是否为\(quoted($0))？") } ?? ""
    }
}
