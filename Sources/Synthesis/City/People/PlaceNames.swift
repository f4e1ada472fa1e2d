/// Names that say at first sight that a place is made up.
enum PlaceNames {
    private static let english = [
        "Willow", "Heron", "Lotus", "Maple", "Osmanthus", "Crane", "Plum", "Reed", "Magnolia", "Camphor",
        "Kingfisher", "Bamboo", "Cedar", "Egret", "Peach", "Ginkgo", "Orchid", "Sparrow", "Poplar", "Swallow",
    ]
    private static let chinese = [
        "柳岸", "鹭洲", "荷塘", "枫林", "桂园", "鹤鸣", "梅坞", "芦湾", "玉兰", "香樟", "翠鸟", "竹溪", "雪松", "白鹭", "桃源",
        "银杏", "兰亭", "雀台", "白杨", "燕桥",
    ]

    /// An identifier of a layer, of equal length for all of it.
    static func identifier(_ letter: String, _ index: Int, of count: Int) -> String {
        letter + numbered(index, of: count)
    }

    static func district(_ index: Int) -> String {
        "Synthetic \(english[index % english.count]) District\(index < english.count ? "" : " \(index / english.count + 1)")"
    }

    static func subdistrict(_ index: Int, of count: Int) -> String {
        "Synthetic \(english[(index * 7 + 3) % english.count]) Subdistrict \(numbered(index, of: count))"
    }

    static func community(_ index: Int, of count: Int) -> String {
        "Synthetic \(english[(index * 3 + 1) % english.count]) \(numbered(index, of: count))"
    }

    static func compound(_ index: Int, of count: Int) -> String {
        "虚构·\(chinese[(index * 3 + 5) % chinese.count])小区\(numbered(index, of: count))"
    }

    static func facility(_ index: Int, of count: Int, what: String) -> String {
        "虚构·\(chinese[(index * 7 + 2) % chinese.count])\(what)\(numbered(index, of: count))"
    }

    static func candidate(_ index: Int, of count: Int) -> String {
        "Synthetic site \(numbered(index, of: count))"
    }

    static func upgrade(_ index: Int, of count: Int) -> String {
        "Synthetic upgrade \(numbered(index, of: count))"
    }

    /// A number from 1, padded to the width of the largest one (four digits at least).
    private static func numbered(_ index: Int, of count: Int) -> String {
        let digits = String(index + 1)
        let width = max(4, String(count).utf8.count)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
