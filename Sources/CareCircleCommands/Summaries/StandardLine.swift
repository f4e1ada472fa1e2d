internal import Coverage
internal import Geometry
internal import Places
internal import Reports

/// What the measures of a run mean: the radius and the walk that the study or its pack has chosen.
///
/// The measures keep their names (`within_1km`, `within_15min`) whatever a study chooses.
struct StandardLine {
    let standard: CoverageStandard

    /// The choices in words.
    func words(_ say: Language) -> String {
        let (radius, minutes) = (text(standard.radius.value), text(standard.minutes))
        let (speed, reach) = (text(standard.speed), text(standard.walkLimit.value))
        let leg = text(standard.snapLimit.value)
        return say(
            "within_1km: \(radius) m in a straight line; within_15min: \(minutes) min at \(speed) m/s (\(reach) m), from streets at most \(leg) m away",
            "within_1km：直线 \(radius) 米；within_15min：步行 \(minutes) 分钟，每秒 \(speed) 米（\(reach) 米），距街道不超过 \(leg) 米"
        )
    }

    /// The choices under the keys of the manifest and of summaries.
    var parameters: [(String, JSONText)] {
        [
            ("radius_m", .number(standard.radius.value)), ("minutes", .number(standard.minutes)),
            ("speed_m_per_s", .number(standard.speed)), ("snap_limit_m", .number(standard.snapLimit.value)),
        ]
            + (standard.profiles.isEmpty
                ? []
                : [
                    (
                        "walking_profiles",
                        .object(standard.profiles.map { ($0.name, .text($0.text)) })
                    )
                ])
    }

    private func text(_ value: Double) -> String { NumberText.trimmed(value, decimals: 3) }
}
