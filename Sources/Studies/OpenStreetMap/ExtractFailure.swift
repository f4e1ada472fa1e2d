package import COSM
internal import Glibc

/// Why an OpenStreetMap file cannot be read or written.
package enum ExtractFailure: Error, Hashable, Sendable {
    /// The operating system would not open, read or write it: its error number and its words.
    case refused(code: Int32, words: String)
    /// It is not what its format says: cut short, corrupt, or of an unknown format; in libosmium's words.
    case broken(words: String)
    /// It holds several versions of its objects (a history file) and so describes no one moment.
    case history
    /// It holds more than 32-bit columns or memory do.
    case tooLarge(words: String)
    /// What was to be written does not fit together.
    case misused(words: String)
    /// None of its ways is walkable: how many have a `highway` tag at all.
    case noWalkableWay(highways: Int)

    /// The failure that the shim has reported.
    package init(_ failure: cosm_failure) {
        var copy = failure
        let words = String(cString: cosm_failure_words(&copy))
        switch Int(failure.kind) {
        case COSM_SYSTEM: self = .refused(code: failure.code, words: words)
        case COSM_HISTORY: self = .history
        case COSM_TOO_LARGE: self = .tooLarge(words: words)
        case COSM_MISUSED: self = .misused(words: words)
        default: self = .broken(words: words)
        }
    }
}

extension ExtractFailure {
    /// The failure as a fault of the file at a path.
    package func fault(ofFileAt path: String) -> Fault {
        switch self {
        case .refused(let code, _) where code == ENOENT: .fileMissing
        case .refused(let code, _) where code == EISDIR: .isDirectory
        case .refused(_, let words), .tooLarge(let words), .misused(let words): .cannotRead(reason: words)
        case .broken(let words):
            // What a file begins like that is no extract says more than where its reading failed.
            if let signature = FileSignature(ofFileAt: path), !signature.isOpenStreetMap {
                .notOpenStreetMap(looksLike: signature)
            } else {
                .truncatedStreets(reason: words)
            }
        case .history: .cannotRead(reason: "several versions of its objects")
        case .noWalkableWay: .noWalkableWay
        }
    }
}

/// libosmium's version, for the manifest.
package var libosmiumVersion: String { String(cString: cosm_version()) }
