internal import Places

/// The columns of the layer `phases`.
enum PhaseColumn: String, SchemaColumn {
    case compound, phase, households
    case careSpace = "care_space_m2"
    case housingPlanned = "housing_planned"
    case housingBuilt = "housing_built"
    case housingAccepted = "housing_accepted"
    case housingDelivered = "housing_delivered"
    case carePlanned = "care_planned"
    case careBuilt = "care_built"
    case careAccepted = "care_accepted"
    case careDelivered = "care_delivered"

    static var identifier: Self? { nil }
    static var shape: PlaceShape? { nil }

    var isRequired: Bool {
        switch self {
        case .compound, .phase, .households: true
        default: false
        }
    }

    var headers: [String] {
        switch self {
        case .compound: ["小区编号", "所属小区", "小区", "小区代码"]
        case .phase: ["分期", "期", "期数", "期次"]
        case .households: ["户数", "总户数"]
        case .careSpace: ["养老用房面积", "养老服务用房面积", "养老用房"]
        case .housingPlanned: ["住宅规划时间", "规划许可时间", "住宅规划许可时间", "规划时间"]
        case .housingBuilt: ["住宅建成时间", "住宅竣工时间", "竣工时间", "建成时间"]
        case .housingAccepted: ["住宅验收时间", "验收时间", "竣工验收时间"]
        case .housingDelivered: ["住宅交付时间", "交付时间", "交付日期", "交房时间"]
        case .carePlanned: ["养老用房规划时间", "养老规划时间", "养老用房规划许可时间"]
        case .careBuilt: ["养老用房建成时间", "养老建成时间", "养老用房竣工时间"]
        case .careAccepted: ["养老用房验收时间", "养老验收时间"]
        case .careDelivered: ["养老用房交付时间", "养老交付时间", "养老用房移交时间"]
        }
    }

    /// The column that holds a milestone of the housing or of the care space.
    static func column(_ milestone: Milestone, isCare: Bool) -> Self {
        switch milestone {
        case .planned: isCare ? .carePlanned : .housingPlanned
        case .built: isCare ? .careBuilt : .housingBuilt
        case .accepted: isCare ? .careAccepted : .housingAccepted
        case .delivered: isCare ? .careDelivered : .housingDelivered
        }
    }

    /// The number of a phase: `2`, `2期`, `二期` or `第二期`.
    /// - Throws: That the text is no whole number from 1 on.
    static func number(_ text: String) throws(Fault) -> Int {
        if let plain = Int(text), (1...10_000).contains(plain) { return plain }
        var plain = PlainText.folded(text).trimmed
        if plain.hasPrefix("第") { plain.removeFirst() }
        if plain.hasSuffix("期") { plain.removeLast() }
        if plain.count == 1, let numeral = plain.first, let at = "一二三四五六七八九十".firstIndex(of: numeral) {
            return "一二三四五六七八九十".distance(from: "一二三四五六七八九十".startIndex, to: at) + 1
        }
        let number: Int
        do throws(Fault) {
            number = try CellNumber.count(plain)
        } catch {
            throw CellNumber.plain(plain) == nil ? .notANumber(text: text) : .notAWholeNumber(text: text)
        }
        guard number >= 1 else { throw .notPositive(text: text) }
        guard number <= 10_000 else { throw .tooLarge(text: text, limit: "10001") }
        return number
    }
}
