package import Coverage
package import Places

/// Writes whom each facility and candidate reaches on foot, and whom it alone reaches.
package struct CatchmentReport: Sendable {
    private let study: Study
    private let catchments: StudyCatchments?
    private let setAside: Int

    /// Makes the report of a result.
    ///
    /// - Parameters:
    ///   - study: the study.
    ///   - catchments: what was computed from it; nothing: no rows are asked for but single ones.
    ///   - setAside: how many bad rows of its layers no figure counts.
    package init(study: Study, catchments: StudyCatchments?, setAside: Int = 0) {
        self.study = study
        self.catchments = catchments
        self.setAside = setAside
    }

    private static let path = "coverage/facilities.csv"

    static let header = [
        "id", "name", "site", "level", "kind", "community", "subdistrict", "district", "on_streets",
        "households", "elders", "households_alone", "elders_alone", "set_aside",
    ]

    /// Adds the file to an output folder.
    package func add(to output: inout OutputFolder, dialect: CSVDialect) {
        var table = CSVTable(header: Self.header, dialect: dialect)
        for catchment in catchments?.catchments ?? [] { table.append(cells(of: catchment)) }
        output.add(Self.path, table.contents)
    }

    /// Names the file of an earlier run, which would contradict one that does not measure catchments.
    package static func remove(from output: inout OutputFolder) {
        output.remove(path, beginningWith: header.joined(separator: ","))
    }

    func cells(of catchment: StudyCatchments.Catchment) -> [Cell] {
        let community: Int?
        var cells: [Cell]
        switch catchment.site {
        case .facility(let index):
            let facility = study.facilities[index]
            community = facility.community
            cells = [
                .text(facility.id), .text(optional: facility.name), .plain("facility"),
                .plain(facility.level.rawValue), .text(optional: facility.kind?.rawValue),
            ]
        case .candidate(let index):
            let candidate = study.candidates[index]
            community = candidate.community
            cells = [
                .text(candidate.id), .text(optional: candidate.name), .plain("candidate"),
                .text(optional: candidate.level?.rawValue), .text(optional: candidate.kind),
            ]
        }
        let place = community.map { study.communities[$0] }
        cells += [
            .text(optional: place?.id), .text(optional: place?.subdistrict), .text(optional: place?.district),
            .flag(catchment.isOnStreets), .number(catchment.households),
            .number(catchment.elders, decimals: 1), .number(catchment.householdsAlone),
            .number(catchment.eldersAlone, decimals: 1), .whole(setAside),
        ]
        return cells
    }
}
