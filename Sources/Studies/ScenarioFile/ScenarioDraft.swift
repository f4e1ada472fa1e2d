internal import Coverage
internal import Scenarios
internal import Yams

/// What one scenario file says, before what it extends is laid under it.
struct ScenarioDraft {
    var name: String?
    var deliveries: DeliveryRule?
    /// Who the people are moved by.
    var population = PopulationDraft()
    var programme: ProgrammeReading?
    var careSpace: CareSpaceRule?
    var buildOut: YearlyBuildOut?
    /// How far its quantities may lie from what it says.
    var uncertainty = UncertaintyDraft()
    var maps: [Int]?
    /// The scenario that this one extends, and the line that says so.
    var extends: (text: String, line: Int)?

    /// Reads a file's mapping.
    init(_ fields: YAMLMapping<ScenarioKey>, _ problems: inout [Problem]) {
        name = fields.text(.name, &problems)
        if let name, !Self.canNameAFolder(name) {
            problems.append(
                fields.problem(.name, .wrongType(expected: "a name that can be a folder's, without slashes")))
        }
        extends = fields.text(.extends, &problems).map { ($0, fields.line(of: .extends)) }
        deliveries = fields.word(.deliveries, as: DeliveryRule.self, &problems)
        if let population = fields.mapping(.population, as: PopulationKey.self, &problems) {
            self.population = PopulationDraft(population, &problems)
        }
        if fields.has(.programme) {
            if case .sequence? = fields.node(.programme) {
                programme = ProgrammeReading(fields.items(.programme), file: fields.file, &problems)
            } else {
                problems.append(fields.problem(.programme, .wrongType(expected: "list")))
            }
        }
        careSpace = fields.word(.careSpace, as: CareSpaceRule.self, &problems)
        buildOut = fields.mapping(.buildOut, as: BuildOutKey.self, &problems)?.buildOut(&problems)
        if let uncertainty = fields.mapping(.uncertainty, as: UncertaintyKey.self, &problems) {
            self.uncertainty = UncertaintyDraft(uncertainty, &problems)
        }
        if fields.has(.maps) {
            maps = fields.items(.maps).compactMap { node, line in
                if let year = node.int, (1...9999).contains(year) { return year }
                problems.append(
                    Problem(
                        file: fields.file, row: line, column: ScenarioKey.maps.rawValue,
                        .wrongType(expected: "years")))
                return nil
            }
        }
    }

    /// This scenario over the one that it extends.
    ///
    /// A key given here wins as a whole, in `population` and `uncertainty` each of its keys. The name is never taken over.
    func laid(over base: ScenarioDraft) -> ScenarioDraft {
        var draft = self
        draft.deliveries = deliveries ?? base.deliveries
        draft.population = population.laid(over: base.population)
        draft.programme = programme ?? base.programme
        draft.careSpace = careSpace ?? base.careSpace
        draft.buildOut = buildOut ?? base.buildOut
        draft.uncertainty = uncertainty.laid(over: base.uncertainty)
        draft.maps = maps ?? base.maps
        return draft
    }

    /// Whether a name can stand in the path of results.
    static func canNameAFolder(_ name: String) -> Bool {
        name != "." && name != ".."
            && !name.unicodeScalars.contains { $0 == "/" || $0 == "\\" || $0.value < 32 }
            && name.utf8.count <= 200
    }
}
