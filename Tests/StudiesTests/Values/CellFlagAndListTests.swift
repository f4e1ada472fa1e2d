import Studies
import Testing

@Suite struct CellFlagAndListTests {
    @Test(arguments: ["是", "yes", "YES", "true", "1", "１", " y "])
    func yes(text: String) throws { #expect(try CellFlag.flag(text)) }

    @Test(arguments: ["否", "no", "False", "0", "０", "n"])
    func no(text: String) throws { #expect(try !CellFlag.flag(text)) }

    @Test(arguments: ["", "maybe", "2", "不"])
    func neither(text: String) {
        #expect(throws: Fault.notOneOf(text: text, allowed: ["yes", "no"])) { try CellFlag.flag(text) }
    }

    @Test func lists() {
        #expect(
            CellList.items("meals; bathing,day_care、health；comfort，short_stay|x｜y")
                == ["meals", "bathing", "day_care", "health", "comfort", "short_stay", "x", "y"])
        #expect(CellList.items(" a ;; b ;a") == ["a", "b"])
        #expect(CellList.items("").isEmpty)
        #expect(CellList.items("助餐 服务、助浴") == ["助餐 服务", "助浴"])
    }

    @Test func nearestNames() {
        #expect(NearestName.of("facilites", among: ["communities", "facilities"]) == "facilities")
        #expect(NearestName.of("ID", among: ["name", "id"]) == "id")
        #expect(NearestName.of("设备", among: ["社区", "设施"]) == "设施")
        #expect(NearestName.of("xyz", among: ["communities"]) == nil)
        #expect(NearestName.of("ab", among: []) == nil)
    }
}
