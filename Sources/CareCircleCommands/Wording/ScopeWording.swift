/// The Chinese words for the kinds of things that figures and findings are about, by the words that outputs use.
enum ScopeWording {
    /// The word for a kind; another word as it stands.
    static func chinese(_ kind: String) -> String {
        switch kind {
        case "compound": "小区"
        case "pool": "统筹小区组"
        case "facility": "设施"
        case "city": "全市"
        case "district": "区县"
        case "subdistrict": "街道乡镇"
        case "setting": "城乡类别"
        case "community": "社区"
        default: kind
        }
    }
}
