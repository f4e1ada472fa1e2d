import Claims
import Places
import Testing

/// What units of published figures are worth, and which of them nothing follows in.
@Suite struct ClaimUnitTests {
    @Test(
        "So much for each, or for each hundred, thousand or ten thousand: the power of ten that one is worth",
        arguments: [
            ("张/万人", -4), ("张/千人", -3), ("平方米/百户", -2), ("每百名老人床位数", -2), ("每万人", -4), ("元/人", 0),
            ("beds per 1,000 elders", -3), ("m2 per 100 households", -2), ("万元/处", 4), ("元/每千户", -3),
            ("平方米/床", 0), ("人/平方公里", -6), ("元/公顷", -4), ("倍", 0), ("per 100,000 people", -5),
        ])
    func ratesForEach(_ name: String, _ power: Int) {
        let unit = ClaimUnit(name)
        #expect(unit.power == power && unit.isRate && !unit.isShare && unit.isKnown, "\(unit)")
    }

    @Test(arguments: [("公里", 3), ("米", 0), ("万人次", 4), ("秒", 0), ("km", 3), ("千米", 3)])
    func plainUnits(_ name: String, _ power: Int) {
        let unit = ClaimUnit(name)
        #expect(unit.power == power && !unit.isRate && unit.isKnown, "\(unit)")
    }

    @Test("A quotient of what nobody knows is unknown", arguments: ["美元", "刻钟", "美元/人", "场/千户"])
    func unknown(_ name: String) { #expect(!ClaimUnit(name).isKnown) }

    @Test(
        "Nothing follows in a unit of the ledger's own, or from one, of which nobody says what it is worth",
        arguments: [
            // (units of the inputs, the formula, the published unit, whether it may be held against it)
            (["美元"], .same, "元", false), (["美元"], .same, "美元", true), (["美元", "元"], .plus, "元", false),
            (["元", "美元"], .minus, "美元", false), (["秒"], .same, "刻钟", false), (["秒"], .same, "分钟", true),
            (["秒"], .same, "天", false),
            (["张", "人"], .over, "床位密度", false), (["场", nil], .times, "场", true),
            (["场", "percent"], .times, "场", true),
            ([nil, nil], .times, "场", true), (["场", "元"], .times, "元", true),
            (["场", "场"], .over, "percent", true),
            (["张", "人"], .over, "张/万人", true), (["平方米", "户"], .over, "平方米/百户", true),
            (["美元", "千克"], .plus, "千克", false),
        ] as [([String?], Arithmetic, String, Bool)])
    func ownUnits(_ units: [String?], _ arithmetic: Arithmetic, _ published: String, _ isHeld: Bool) {
        let inputs = units.map {
            ClaimInput(name: "n", value: ExactDecimal(4), unit: $0.map { ClaimUnit($0) })
        }
        let formula: ClaimFormula =
            switch arithmetic {
            case .same: .input(0)
            case .plus: .combined(.plus, .input(0), .input(1))
            case .minus: .combined(.minus, .input(0), .input(1))
            case .times: .combined(.times, .input(0), .input(1))
            case .over: .combined(.over, .input(0), .input(1))
            }
        let objection = ClaimArithmetic(formula, of: inputs).objection(as: ClaimUnit(published), of: nil)
        #expect((objection == nil) == isHeld, "\(String(describing: objection))")
    }

    enum Arithmetic: Sendable { case same, plus, minus, times, over }
}
