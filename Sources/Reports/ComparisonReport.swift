internal import Compliance
internal import Coverage
internal import Geometry
internal import Places
package import Scenarios

/// Writes what scenarios bring beside the first: `annual.csv`, `communities.csv`, `targets.csv` and a map for each
/// year that is wanted.
package struct ComparisonReport: Sendable {
    /// The folder of the report's files below the output folder.
    package static let folder = "compare"

    private let comparisons: [ScenarioComparison]
    private let setAside: Int

    /// Makes the report.
    ///
    /// - Parameters:
    ///   - comparisons: every other scenario held against the same first one.
    ///   - setAside: how many bad rows of the study's layers no figure counts.
    package init(_ comparisons: [ScenarioComparison], setAside: Int = 0) {
        self.comparisons = comparisons
        self.setAside = setAside
    }

    /// Adds all files of the report but its manifest to an output folder; maps of years that an earlier run has drawn
    /// and this one does not are removed.
    package func add(to output: inout OutputFolder, dialect: CSVDialect) {
        output.add("\(Self.folder)/annual.csv", annual(dialect))
        output.add("\(Self.folder)/communities.csv", communities(dialect))
        output.add("\(Self.folder)/targets.csv", targets(dialect))
        for year in Set(comparisons.flatMap(\.mapYears)).sorted() {
            output.add("\(Self.folder)/communities-\(year).geojson", features(of: year))
        }
        output.removeOthers(
            in: Self.folder, from: "communities-", to: ".geojson", beginningWith: GeoJSON.beginning)
    }

    private func name(_ result: ScenarioResult) -> Cell { .text(result.plan.scenario.name) }

    private func annual(_ dialect: CSVDialect) -> [UInt8] {
        func coverage(_ limit: String) -> [String] {
            [
                "elders_within_\(limit)", "elders_within_\(limit)_first", "newly_covered_\(limit)",
                "gained_\(limit)", "lost_\(limit)", "grown_\(limit)", "elder_share_\(limit)",
                "elder_share_\(limit)_first", "elders_unknown_\(limit)", "elders_unknown_\(limit)_first",
                "yuan_per_newly_covered_\(limit)",
            ]
        }
        var csv = CSVTable(
            header: [
                "year", "scope", "scope_id", "scenario", "first", "elders", "elders_first",
            ] + coverage("1km") + coverage("15min") + [
                "facilities", "facilities_first", "beds", "beds_first", "capital_yuan", "capital_yuan_first",
                "subsidy_once_yuan", "subsidy_once_yuan_first", "subsidy_yearly_yuan",
                "subsidy_yearly_yuan_first", "cumulative_yuan", "cumulative_yuan_first",
                "cumulative_yuan_difference", "set_aside",
            ], dialect: dialect)
        for comparison in comparisons {
            for row in comparison.annual {
                let (first, other) = (row.first, row.other)
                func coverage(_ change: CoverageChange, _ rate: (AnnualRow) -> Rate?) -> [Cell] {
                    [
                        .number(change.after), .number(change.before), .number(change.difference),
                        .number(change.gained), .number(change.lost), .number(change.grown),
                        .number(rate(other)?.share, decimals: 6), .number(rate(first)?.share, decimals: 6),
                        .number(rate(other)?.unknown), .number(rate(first)?.unknown),
                        .number(row.yuanPerNewlyCovered(change), decimals: 2),
                    ]
                }
                func money(_ figure: (MoneyRow) -> ExactDecimal) -> [Cell] {
                    [exact(figure(other.money)), exact(figure(first.money))]
                }
                csv.append(
                    [
                        .whole(row.year), .plain(row.scope.kind), .text(row.scope.identifier),
                        name(comparison.other), name(comparison.first), .number(other.elders, decimals: 1),
                        .number(first.elders, decimals: 1),
                    ] + coverage(row.within1km, \.elders1km) + coverage(row.within15min, \.elders15min)
                        + [
                            .whole(other.facilities), .whole(first.facilities), exact(other.beds),
                            exact(first.beds),
                        ] + money(\.capital) + money(\.subsidyOnce) + money(\.subsidyYearly)
                        + money(\.cumulative) + [exact(row.cumulative), .whole(setAside)])
            }
        }
        return csv.contents
    }

    private static let communityHeader =
        ["scenario", "first", "year", "id", "name", "subdistrict", "district", "elders", "elders_first"]
        + ["1km", "15min"].flatMap {
            [
                "elders_within_\($0)", "elders_within_\($0)_first", "newly_covered_\($0)", "gained_\($0)",
                "lost_\($0)", "grown_\($0)",
            ]
        } + ["facilities", "facilities_first", "set_aside"]

    private func cells(of change: CommunityChange, _ comparison: ScenarioComparison) -> [Cell] {
        let community = comparison.first.plan.study.communities[change.community]
        func coverage(_ change: CoverageChange) -> [Cell] {
            [
                .number(change.after), .number(change.before), .number(change.difference),
                .number(change.gained), .number(change.lost), .number(change.grown),
            ]
        }
        return [
            name(comparison.other), name(comparison.first), .whole(change.year), .text(community.id),
            .text(community.name), .text(optional: community.subdistrict),
            .text(optional: community.district),
            .number(change.eldersOther, decimals: 1), .number(change.eldersFirst, decimals: 1),
        ] + coverage(change.within1km) + coverage(change.within15min) + [
            .whole(change.facilitiesOther), .whole(change.facilitiesFirst), .whole(setAside),
        ]
    }

    private func communities(_ dialect: CSVDialect) -> [UInt8] {
        var csv = CSVTable(header: Self.communityHeader, dialect: dialect)
        for comparison in comparisons {
            for change in comparison.communities where change.isChange {
                csv.append(cells(of: change, comparison))
            }
        }
        return csv.contents
    }

    /// Every community of the study once for each scenario, whether anything differs or not.
    private func features(of year: Int) -> [UInt8] {
        var features = GeoJSON()
        for comparison in comparisons {
            for change in comparison.communities(of: year) {
                let community = comparison.first.plan.study.communities[change.community]
                let properties = properties(Self.communityHeader, cells(of: change, comparison))
                if let area = community.area {
                    features.append(area, properties: properties)
                } else {
                    features.append(community.point, properties: properties)
                }
            }
        }
        return features.finished()
    }

    private func targets(_ dialect: CSVDialect) -> [UInt8] {
        var csv = CSVTable(
            header: [
                "scenario", "target", "due", "scope", "scope_id", "first_met", "met_to_the_end_from",
                "verdict_when_due", "year", "verdict", "value", "required", "numerator", "denominator",
                "unknown", "unstated", "set_aside",
            ], dialect: dialect)
        for result in comparisons.prefix(1).map(\.first) + comparisons.map(\.other) {
            for history in result.targetHistories {
                let last = history.last
                csv.append([
                    name(result), .text(history.target), .plain(history.due?.text ?? ""),
                    .plain(history.scope.kind), .text(history.scope.identifier), .whole(history.firstMet),
                    .whole(history.metToTheEndFrom), .plain(history.verdictWhenDue?.rawValue ?? ""),
                    .whole(last.year), .plain(last.verdict.rawValue), .number(last.value, decimals: 6),
                    exact(last.required), .number(last.numerator), .number(last.denominator),
                    .number(last.unknown), .whole(last.unstated), .whole(setAside),
                ])
            }
        }
        return csv.contents
    }
}
