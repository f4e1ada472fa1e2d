import Coverage
import Geometry
import Places
import Policy

/// The date that a text names; nothing if it names none.
func itemDate(_ text: String) -> PartialDate? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return PartialDate(
        year: parts.first ?? 0, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil
    )
}

/// A small study: communities in a row, 10 km from each other, compounds and facilities at their points.
struct ItemWorld: Sendable {
    struct CommunityFacts: Sendable {
        var setting: Setting = .urban
        var subdistrict = "Street"
        var district = "East"
        var elders: String?
        var publicService: String?
    }

    struct CompoundFacts: Sendable {
        var households: String?
        var space: String?
        var planned: String? = "2024-01-01"
        var population: String?
        var pool: String?
        var delivered: String? = "2025-01-01"
        /// m² of care space, and when housing and care reached the milestone.
        var phases: [(space: String, housing: String, care: String)] = []
        var milestone = Milestone.built
        var community = 0
        var elsewhere: String?
    }

    struct FacilityFacts: Sendable {
        var kind: FacilityKind? = .station
        var level: Level = .community
        var area: String?
        var beds: String?
        var nursing: String?
        var floor: Int?
        var services: [String] = []
        var grade: String?
        var network: NetworkRole?
        var operatedBy: Sector?
        var medicalPoint: Bool?
        var land: String?
        var compound: Int?
        var community = 0
        var carers: String?
        var stay: Int?
        var dayCare: String?
    }

    var communities: [CommunityFacts] = [CommunityFacts()]
    var compounds: [CompoundFacts] = []
    var facilities: [FacilityFacts] = []
    /// People entitled to something in the first community, of every group.
    var entitled: String?

    var study: Study {
        func point(_ community: Int) -> GeographicPoint {
            GeographicPoint(longitude: 114.0 + Double(community) * 0.1, latitude: 30.6)
        }
        var study = Study(name: "World", baseYear: 2030, plane: "EPSG:4547")
        study.communities = communities.enumerated().map { index, facts in
            Community(
                id: "C\(index)", name: "C\(index)", point: point(index), subdistrict: facts.subdistrict,
                district: facts.district, setting: facts.setting,
                elders: ElderFigures(statedTotal: facts.elders.flatMap { ExactDecimal($0) }),
                publicServiceArea: facts.publicService.flatMap { ExactDecimal($0) })
        }
        for (index, facts) in compounds.enumerated() {
            study.compounds.append(
                Compound(
                    id: "K\(index)", community: facts.community,
                    households: facts.households.flatMap { ExactDecimal($0) },
                    population: facts.population.flatMap { ExactDecimal($0) },
                    careSpace: facts.space.flatMap { ExactDecimal($0) },
                    planned: facts.planned.flatMap(itemDate), delivered: facts.delivered.flatMap(itemDate),
                    pool: facts.pool, point: point(facts.community)))
            study.compounds[index].careSpaceElsewhere = facts.elsewhere.flatMap { ExactDecimal($0) }
            for (number, phase) in facts.phases.enumerated() {
                var own = Phase(
                    compound: index, number: number + 1, households: ExactDecimal(50),
                    careSpace: ExactDecimal(phase.space))
                own.housing[facts.milestone] = itemDate(phase.housing)
                own.care[facts.milestone] = itemDate(phase.care)
                study.phases.append(own)
            }
        }
        for (index, facts) in facilities.enumerated() {
            var facility = Facility(id: "F\(index)", level: facts.level, point: point(facts.community))
            facility.kind = facts.kind
            facility.community = facts.community
            facility.area = facts.area.flatMap { ExactDecimal($0) }
            facility.beds = facts.beds.flatMap { ExactDecimal($0) }
            facility.nursingBeds = facts.nursing.flatMap { ExactDecimal($0) }
            facility.floor = facts.floor
            facility.services = facts.services
            facility.grade = facts.grade
            facility.network = facts.network
            facility.operator = facts.operatedBy
            facility.hasMedicalPoint = facts.medicalPoint
            facility.landArea = facts.land.flatMap { ExactDecimal($0) }
            facility.compound = facts.compound
            facility.carers = facts.carers.flatMap { ExactDecimal($0) }
            facility.longestStay = facts.stay
            facility.dayCarePlaces = facts.dayCare.flatMap { ExactDecimal($0) }
            study.facilities.append(facility)
        }
        if let count = entitled.flatMap({ ExactDecimal($0) }) {
            study.groups = [EntitledGroup(area: .community(0), group: "低保", count: count, year: 2020)]
        }
        return study
    }

    /// Compounds of one community stand at one point, others 10 km away: who is near on foot.
    var nearOnFoot: NearbyOnFoot {
        NearbyOnFoot(
            near: compounds.indices.map { index in
                compounds.indices.filter {
                    $0 != index && compounds[$0].community == compounds[index].community
                }
            })
    }
}
