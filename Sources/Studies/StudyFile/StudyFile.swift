internal import Geodesy
package import Geometry
package import Places
internal import Yams

/// The rules that a study is judged by, as its `study.yaml` names them.
package enum PolicyReference: Hashable, Sendable {
    /// A pack that comes with the program, by its id.
    case bundled(String)
    /// A pack of the user's own: the path as written, and the one to open.
    case file(String, path: String)

    /// Takes a text with a slash or a YAML file's ending for a path, any other for the id of a bundled pack.
    init(_ text: String, folder: StudyFolder) {
        let lower = text.lowercased()
        self =
            text.contains("/") || lower.hasSuffix(".yaml") || lower.hasSuffix(".yml")
            ? .file(text, path: folder.resolved(text)) : .bundled(text)
    }

    /// Whether it is the pack of another reference, however that is written.
    func isSame(as other: PolicyReference) -> Bool {
        switch (self, other) {
        case (.bundled(let one), .bundled(let other)): one == other
        case (.file(_, let one), .file(_, let other)): one == other
        case (.bundled, .file), (.file, .bundled): false
        }
    }
}

/// What `study.yaml` says, before any layer is read.
package struct StudyFile: Sendable {
    /// What the file is called in every study.
    package static let fileName = "study.yaml"

    /// The study's name.
    package let name: String
    /// The year that the figures are of.
    package let baseYear: Int
    /// Whether ``baseYear`` is what the file states, and no stand-in.
    let statesBaseYear: Bool
    /// The working plane, where it is stated.
    package let plane: String?
    /// The rules, where any are named.
    package let policy: PolicyReference?
    /// The line of the key `policy`.
    package let policyLine: Int
    /// How people walk.
    package let walking: WalkingChoice
    /// The radius in a straight line, where it is stated.
    package let radius: Metres?
    /// The layers that name a source, in the order of ``LayerKind``.
    package let layers: [LayerEntry]
    /// The line of the key `layers`.
    package let layersLine: Int

    /// The entry of a layer.
    package func entry(_ kind: LayerKind) -> LayerEntry? { layers.first { $0.kind == kind } }
}

enum StudyKey: String, YAMLKey {
    case name
    case baseYear = "base_year"
    case crs, policy, walking
    case radius = "radius_m"
    case layers, notes
}

enum WalkingKey: String, YAMLKey {
    case minutes
    case speed = "speed_m_per_s"
    case snapLimit = "snap_limit_m"
    case privateWays = "private_ways"
    case splitCrossings = "split_crossings"
    case profiles
}

extension StudyFile {
    /// Reads the `study.yaml` of a folder as far as it can be read, and lists everything wrong with it.
    ///
    /// - Returns: Nothing where the file cannot be opened or is no YAML mapping. What is left out or wrong
    ///   comes with a stand-in, so that the layers can be read and their problems listed in the same run.
    package static func read(folder: StudyFolder, problems: inout [Problem]) -> StudyFile? {
        guard let root = root(folder: folder, problems: &problems),
            let fields = YAMLMapping<StudyKey>(root, file: fileName, problems: &problems)
        else { return nil }
        let name = fields.required(.name, &problems) ? fields.text(.name, &problems) : nil
        let baseYear =
            fields.required(.baseYear, &problems)
            ? fields.wholeNumber(.baseYear, in: 1900...2200, &problems) : nil
        let layers = Self.layers(fields, folder: folder, problems: &problems)
        return StudyFile(
            name: name ?? "", baseYear: baseYear ?? 2000, statesBaseYear: baseYear != nil,
            plane: plane(fields, problems: &problems),
            policy: policy(fields, folder: folder, problems: &problems),
            policyLine: fields.line(of: .policy),
            walking: walking(fields, problems: &problems),
            radius: fields.positiveNumber(.radius, upTo: WalkingBounds.metres, &problems).map { Metres($0) },
            layers: layers, layersLine: fields.line(of: .layers))
    }

    private static func root(folder: StudyFolder, problems: inout [Problem]) -> Node? {
        guard FileBytes.kind(ofPath: folder.path) != .file else {
            problems.append(Problem(file: folder.path, .notAStudy(expected: fileName)))
            return nil
        }
        let bytes: [UInt8]
        do throws(Fault) {
            bytes = try FileBytes.read(path: folder.resolved(fileName))
        } catch {
            problems.append(Problem(file: fileName, error))
            return nil
        }
        do throws(Problem) {
            return try YAMLDocument.root(of: bytes, file: fileName)
        } catch {
            problems.append(error)
            return nil
        }
    }

    private static func plane(_ fields: YAMLMapping<StudyKey>, problems: inout [Problem]) -> String? {
        guard let text = fields.text(.crs, &problems) else { return nil }
        do throws(GeodesyFailure) {
            _ = try WorkingPlane(definition: text)
            return text
        } catch {
            problems.append(fields.problem(.crs, error.fault))
            return nil
        }
    }

    private static func policy(
        _ fields: YAMLMapping<StudyKey>, folder: StudyFolder, problems: inout [Problem]
    ) -> PolicyReference? {
        guard let text = fields.text(.policy, &problems) else { return nil }
        return PolicyReference(text, folder: folder)
    }

    private static func walking(
        _ fields: YAMLMapping<StudyKey>, problems: inout [Problem]
    ) -> WalkingChoice {
        guard let walking = fields.mapping(.walking, as: WalkingKey.self, &problems) else {
            return WalkingChoice()
        }
        return WalkingChoice(
            minutes: walking.positiveNumber(.minutes, upTo: WalkingBounds.minutes, &problems),
            speed: walking.positiveNumber(.speed, upTo: WalkingBounds.metresPerSecond, &problems),
            snapLimit: walking.positiveNumber(.snapLimit, upTo: WalkingBounds.metres, &problems).map {
                Metres($0)
            },
            privateWays: walking.flag(.privateWays, &problems) ?? false,
            splitCrossings: walking.flag(.splitCrossings, &problems) ?? false,
            profiles: walking.profiles(.profiles, &problems))
    }

    private static func layers(
        _ fields: YAMLMapping<StudyKey>, folder: StudyFolder, problems: inout [Problem]
    ) -> [LayerEntry] {
        guard fields.required(.layers, &problems),
            let layers = fields.mapping(.layers, as: LayerKind.self, &problems)
        else { return [] }
        func lacks(_ kinds: [LayerKind]) {
            guard !kinds.contains(where: { layers.has($0) }) else { return }
            problems.append(
                fields.problem(.layers, .missingLayers(anyOf: kinds.map(\.rawValue))))
        }
        lacks([.facilities])
        lacks([.communities, .compounds])
        // A phase or a gate is one of a compound's.
        for kind in [LayerKind.phases, .gates] where layers.has(kind) && !layers.has(.compounds) {
            problems.append(
                layers.problem(kind, .missingLayers(anyOf: [LayerKind.compounds.rawValue])))
        }
        var entries: [LayerEntry] = []
        for kind in LayerKind.allCases {
            guard let entry = layers.mapping(kind, as: LayerEntryKey.self, &problems),
                let layer = LayerEntry(
                    kind, entry, line: layers.line(of: kind), folder: folder, problems: &problems)
            else { continue }
            entries.append(layer)
        }
        return entries
    }
}
