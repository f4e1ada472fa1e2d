internal import Reports

/// A gap between what was found and what is possible, in percent: one that is there is never written as none.
struct GapText {
    /// As a share of what was found.
    let share: Double
    let decimals: Int

    func text(_ say: Language) -> String {
        let percent = NumberText.trimmed(share * 100, decimals: decimals)
        guard share > 0, percent == "0" else { return percent + " %" }
        let least = "0." + String(repeating: "0", count: decimals - 1) + "1 %"
        return say("under ", "不足 ") + least
    }
}
