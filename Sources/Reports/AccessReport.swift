package import Coverage
package import Places
internal import Policy

/// Writes what elders have access to, sharing it with all who reach it: by community and by scope.
package struct AccessReport: Sendable {
    private let study: Study
    private let access: [CapacityAccess]
    /// The selector of the facilities that count.
    private let counted: String
    private let setAside: Int

    /// Makes the report of a result.
    ///
    /// - Parameters:
    ///   - study: the study.
    ///   - access: what was computed from it, by capacity.
    ///   - standard: by what coverage is judged, which says which facilities count.
    ///   - setAside: how many bad rows of its layers no figure counts.
    package init(study: Study, access: [CapacityAccess], standard: CoverageStandard, setAside: Int = 0) {
        self.study = study
        self.access = access
        counted = standard.walkSelector.text
        self.setAside = setAside
    }

    private static let byCommunity = "coverage/access.csv"
    private static let byScope = "coverage/access-summary.csv"

    static let communityHeader =
        ["capacity", "id", "name", "subdistrict", "district", "elders", "elders_unknown"]
        + CatchmentMethod.allCases.map { "per_1000_\($0.rawValue)" }
        + CatchmentMethod.allCases.map { "unmet_\($0.rawValue)" } + ["set_aside"]

    static let scopeHeader = [
        "scope", "scope_id", "capacity", "method", "facilities", "capacity_unstated", "supply", "elders",
        "elders_unknown", "per_1000_elders", "norm_per_1000", "unmet", "elders_without", "gini", "palma",
        "theil", "concentration", "minutes", "counted", "set_aside",
    ]

    /// Adds both files to an output folder.
    package func add(to output: inout OutputFolder, dialect: CSVDialect) {
        var communities = CSVTable(header: Self.communityHeader, dialect: dialect)
        var scopes = CSVTable(header: Self.scopeHeader, dialect: dialect)
        for capacity in access {
            for (community, row) in zip(study.communities, capacity.communities) {
                communities.append(cells(of: row, community, capacity))
            }
            for row in capacity.scopes {
                for method in row.access.methods { scopes.append(cells(of: row, method, capacity)) }
            }
        }
        output.add(Self.byCommunity, communities.contents)
        output.add(Self.byScope, scopes.contents)
    }

    /// Names the files of an earlier run, which would contradict one that does not measure access.
    package static func remove(from output: inout OutputFolder) {
        output.remove(byCommunity, beginningWith: communityHeader.joined(separator: ","))
        output.remove(byScope, beginningWith: scopeHeader.joined(separator: ","))
    }

    func cells(of row: AccessRow, _ community: Community, _ capacity: CapacityAccess) -> [Cell] {
        [
            .plain(capacity.capacity.rawValue), .text(community.id), .text(community.name),
            .text(optional: community.subdistrict), .text(optional: community.district),
            .number(row.elders, decimals: 1), .number(row.eldersUnknown),
        ]
            + row.methods.map { .number($0.mean.map { $0 * 1_000 }, decimals: 6) }
            + row.methods.map { .number($0.unmet, decimals: 6) } + [.whole(setAside)]
    }

    func cells(
        of row: CapacityAccess.ScopeRow, _ method: MethodAccess, _ capacity: CapacityAccess
    ) -> [Cell] {
        [
            .plain(row.scope.kind), .text(row.scope.identifier), .plain(capacity.capacity.rawValue),
            .plain(method.method.rawValue), .whole(row.facilities), .whole(row.unstated),
            .number(row.supply), .number(row.access.elders, decimals: 1), .number(row.access.eldersUnknown),
            .number(method.mean.map { $0 * 1_000 }, decimals: 6),
            .number(capacity.norm * 1_000, decimals: 6), .number(method.unmet, decimals: 6),
            .number(method.eldersWithout), .number(method.gini, decimals: 6),
            .number(method.palma, decimals: 6), .number(method.theil, decimals: 6),
            .number(method.concentration, decimals: 6), .number(capacity.minutes), .plain(counted),
            .whole(setAside),
        ]
    }
}
