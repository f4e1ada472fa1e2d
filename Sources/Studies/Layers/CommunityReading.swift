internal import Places

/// Makes communities of their rows.
enum CommunityReading {
    /// A row against which an error stands, as others may refer to it.
    struct Rejected {
        let id: String?
        let name: String?
        let row: SourceRow
    }

    /// The communities of all sound rows, and what is known of the others.
    static func communities(
        _ layer: LayerRows<CommunityColumn>
    ) -> (kept: [Community], rejected: [Rejected]) {
        let names = CommunityNames(layer.rows)
        var ids = DuplicateIDs<CommunityColumn>()
        var kept: [Community] = []
        var rejected: [Rejected] = []
        for row in layer.rows {
            let name = row.requiredText(.name)
            let id = row.text(.id) ?? name.map { names.identifier($0, of: row) }
            if let id { ids.claim(id, for: row, in: row.text(.id) == nil ? .name : .id) }
            let community = community(row, id: id, name: name)
            if let community, row.isSound {
                kept.append(community)
            } else {
                rejected.append(Rejected(id: id, name: name, row: row.source))
            }
        }
        for (id, source) in layer.setAside(.id) {
            rejected.append(Rejected(id: id, name: nil, row: source))
        }
        for (name, source) in layer.setAside(.name) {
            rejected.append(Rejected(id: nil, name: name, row: source))
        }
        return (kept, rejected)
    }

    /// Reads every cell, so that all that is wrong with a row is reported, whether or not it can be kept.
    private static func community(
        _ row: SchemaRow<CommunityColumn>, id: String?, name: String?
    ) -> Community? {
        let setting = row.word(.setting, CommunityColumn.settings)
        let ages: [CommunityColumn] = [.elders, .sixties, .seventies, .eightyPlus]
        let estimated = row.estimated(.estimated, households: [.households], elders: ages)
        let sexAndAge = row.sexByAge(isEstimated: estimated.elders)
        let population =
            row.count(.population, isEstimated: row.marks(.population, in: .estimated))
            ?? sexAndAge?.people(in: 0..<SexByAge.groupCount)
        let households = row.count(.households, isEstimated: estimated.households)
        let stated = ages.map { row.count($0, isEstimated: estimated.elders) }
        let inColumns = ElderFigures(
            statedTotal: stated[0], sixties: stated[1], seventies: stated[2], eightyPlus: stated[3])
        row.compare(inColumns, population: population)
        let elders = stated.allSatisfy { $0 == nil } ? ElderFigures(of: sexAndAge) : inColumns
        row.compare(sexAndAge, with: elders, population: population)
        let publicServiceArea = row.amount(.publicServiceArea)
        guard let id, let name, let place = row.place else { return nil }
        return Community(
            id: id, name: name, area: place.area, point: place.point, subdistrict: row.text(.subdistrict),
            district: row.text(.district), city: row.text(.city), setting: setting, population: population,
            households: households, elders: elders, ages: sexAndAge, publicServiceArea: publicServiceArea,
            estimated: estimated, source: row.source)
    }
}

extension ElderFigures {
    /// The elders as the groups by sex and age say, where no column of elders says anything.
    fileprivate init(of ages: SexByAge?) {
        self.init(
            sixties: ages?.people(in: 12..<14), seventies: ages?.people(in: 14..<16),
            eightyPlus: ages?.people(in: 16..<SexByAge.groupCount))
    }
}

/// The names of communities that state no id, and what stands for one.
///
/// A name that only one community bears is its id. A name that several subdistricts use is told apart by
/// `SUBDISTRICT/NAME`, and by `DISTRICT/SUBDISTRICT/NAME` where that is not enough either.
struct CommunityNames {
    private var byName: [String: Int] = [:]
    private var bySubdistrict: [String: Int] = [:]
    private var full: [String: Int] = [:]

    init(_ rows: [SchemaRow<CommunityColumn>]) {
        for row in rows {
            guard let name = row.text(.name) else { continue }
            byName[name, default: 0] += 1
            bySubdistrict[Self.joined(row, name, withDistrict: false), default: 0] += 1
            full[Self.joined(row, name, withDistrict: true), default: 0] += 1
        }
    }

    /// What stands for the id of a row; two rows of one name in one subdistrict get the same.
    func identifier(_ name: String, of row: SchemaRow<CommunityColumn>) -> String {
        if byName[name, default: 0] <= 1 { return name }
        let short = Self.joined(row, name, withDistrict: false)
        let long = Self.joined(row, name, withDistrict: true)
        return bySubdistrict[short, default: 0] == full[long, default: 0] ? short : long
    }

    private static func joined(
        _ row: SchemaRow<CommunityColumn>, _ name: String, withDistrict: Bool
    ) -> String {
        var parts = [row.text(.subdistrict), name].compactMap { $0 }
        if withDistrict, let district = row.text(.district) { parts.insert(district, at: 0) }
        return parts.joined(separator: "/")
    }
}
