internal import Crypto
internal import Geodesy
internal import Geometry

/// What the saved networks of the same streets have in common, whatever their plane.
struct StreetsKey: Hashable, Sendable {
    /// Counted up whenever the same streets would give another network; another way to write it has another mark.
    private static let version = 2

    private let parts: [String]

    /// The key of some streets.
    ///
    /// - Parameters:
    ///   - digests: The SHA-256 of every file of streets, in the order of reading; before those of a line layer, how
    ///     it is read.
    ///   - rule: What is walkable.
    ///   - extras: What is read beside: a network with its stairs and crossings is another.
    init(digests: [String], rule: WalkingRule, extras: StreetExtras = []) {
        parts =
            ["\(Self.version)", "\(WalkingRule.version)", "\(rule.privateWays)"]
            + (extras.contains(.features) ? ["features \(CrossingRule.version)"] : []) + digests
    }

    /// What the names of the files begin with that their networks are saved in.
    var prefix: String { hexadecimal(digest(of: parts)).prefix(24) + "-" }

    /// The key of their network on a plane.
    ///
    /// - Parameter plane: The text that the working plane is made from.
    /// - Returns: The key.
    func network(plane: String) -> NetworkKey {
        // The version of PROJ belongs to the plane: another may project otherwise.
        let words = digest(of: parts + [PROJLibrary.version, plane])
        return NetworkKey(words: words, fileName: prefix + hexadecimal(words).prefix(24) + ".network")
    }
}

/// What a saved network was built from: another source, rule, plane or way of building gives another key.
package struct NetworkKey: Hashable, Sendable {
    /// The key's 256 bits.
    let words: [UInt64]
    /// The name of the file that a network, or the faces of one, of this key is saved in.
    let fileName: String

    /// Counted up whenever the same network would have other faces.
    private static let facesVersion = 1

    /// The key of the faces of the network's streets.
    ///
    /// - Parameter snapLimit: The longest leg.
    /// - Returns: The key.
    func faces(snapLimit: Metres) -> NetworkKey {
        let words = digest(
            of: ["faces", "\(Self.facesVersion)", fileName, "\(snapLimit.value)"] + self.words.map { "\($0)" }
        )
        return NetworkKey(words: words, fileName: hexadecimal(words).prefix(40) + ".faces")
    }
}

/// The SHA-256 of some texts, each with its length.
private func digest(of parts: [String]) -> [UInt64] {
    var hash = SHA256()
    for part in parts { hash.update(data: Array("\(part.utf8.count):\(part)".utf8)) }
    let bytes = Array(hash.finalize())
    return stride(from: 0, to: 32, by: 8).map { start in
        bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
}

private func hexadecimal(_ words: [UInt64]) -> String {
    words.map { word in
        let text = String(word, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }.joined()
}
