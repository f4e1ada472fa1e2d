internal import Crypto
internal import Geodesy

/// What a saved network was built from: another source, rule, plane or way of building gives another key.
package struct NetworkKey: Hashable, Sendable {
    /// Counted up whenever the same streets would give another network, or the same network another file.
    private static let version = 1

    /// The key's 256 bits.
    let words: [UInt64]

    /// The key of a network.
    ///
    /// - Parameters:
    ///   - digests: The SHA-256 of every file of streets, in the order of reading.
    ///   - rule: What is walkable.
    ///   - plane: The text that the working plane is made from.
    init(digests: [String], rule: WalkingRule, plane: String) {
        var hash = SHA256()
        // The version of PROJ belongs to the plane: another may project otherwise.
        let parts =
            ["\(Self.version)", "\(WalkingRule.version)", "\(rule.privateWays)", PROJLibrary.version, plane]
            + digests
        for part in parts { hash.update(data: Array("\(part.utf8.count):\(part)".utf8)) }
        let bytes = Array(hash.finalize())
        words = stride(from: 0, to: 32, by: 8).map { start in
            bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
        }
    }

    /// The name of the file that a network of this key is saved in.
    var fileName: String {
        let digits = words.map { word in
            let text = String(word, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }
        return digits.joined().prefix(40) + ".network"
    }
}
