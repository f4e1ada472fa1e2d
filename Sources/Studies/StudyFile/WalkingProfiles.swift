internal import Places
internal import Yams

/// The keys of a walking profile.
enum WalkingProfileKey: String, YAMLKey {
    case speed = "speed_m_per_s"
    case stairs
    case signalWait = "signals_s"
    case unmarkedWait = "unmarked_s"
    case crossingWait = "crossings_s"
    case slope
}

extension YAMLMapping {
    /// Walking profiles by their names, in the file's order; nothing where the key is left out.
    func profiles(_ key: Key, _ problems: inout [Problem]) -> [WalkingProfile]? {
        guard let node = node(key) else { return nil }
        guard case .mapping(let mapping) = node else {
            problems.append(problem(key, .wrongType(expected: "mapping")))
            return nil
        }
        var profiles: [WalkingProfile] = []
        for (nameNode, value) in mapping {
            let name = nameNode.string ?? ""
            let line = nameNode.mark?.line ?? line(of: key)
            guard !name.isEmpty, name.count <= 40,
                name.utf8.allSatisfy({ byte in
                    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
                })
            else {
                problems.append(
                    Problem(
                        file: file, row: line, column: path(of: key),
                        .wrongType(expected: "names of small letters a–z, digits and _")))
                continue
            }
            // `75_84:` with nothing after it is a profile that states nothing.
            let stated = value.null == nil ? value : Node([(Node, Node)](), .implicit)
            guard
                let fields = YAMLMapping<WalkingProfileKey>(
                    stated, file: file, path: path(of: key) + "." + name, of: owner, problems: &problems),
                let profile = fields.profile(named: name, line: line, &problems)
            else { continue }
            profiles.append(profile)
        }
        return profiles
    }
}

extension YAMLMapping<WalkingProfileKey> {
    /// A profile; one of a known name need not state its speed.
    fileprivate func profile(named name: String, line: Int, _ problems: inout [Problem]) -> WalkingProfile? {
        let before = problems.count
        let stated = number(.speed, in: 0.1...100, expected: "number 0.1–100", &problems)
        let known = WalkingProfile.speedsByAge.first { $0.name == name }?.speed
        if stated == nil, known == nil, !has(.speed) {
            problems.append(
                Problem(
                    file: file, row: line, column: path, .missingKey(name: WalkingProfileKey.speed.rawValue)))
        }
        func wait(_ key: WalkingProfileKey) -> Double {
            number(key, in: 0...3600, expected: "number 0–3600", &problems) ?? 0
        }
        let profile = WalkingProfile(
            name: name, speed: stated ?? known ?? 1, stairs: stairs(&problems),
            signalWait: wait(.signalWait), unmarkedWait: wait(.unmarkedWait),
            crossingWait: wait(.crossingWait),
            slope: word(.slope, as: WalkingProfile.Slope.self, &problems))
        return problems.count == before ? profile : nil
    }

    /// `refused`, or how many times as long they take.
    private func stairs(_ problems: inout [Problem]) -> WalkingProfile.Stairs {
        guard has(.stairs) else { return .asStreets }
        let expected = "refused, or a number 1–100"
        if let word = node(.stairs)?.string, Double(word) == nil {
            if word.lowercased() == "refused" { return .refused }
            problems.append(problem(.stairs, .outOfRange(text: word, expected: expected)))
            return .asStreets
        }
        return number(.stairs, in: 1...100, expected: expected, &problems)
            .map { $0 == 1 ? .asStreets : .slowed(by: $0) } ?? .asStreets
    }
}
