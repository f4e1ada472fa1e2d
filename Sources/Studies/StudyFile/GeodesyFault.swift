internal import Geodesy

extension GeodesyFailure {
    /// The same fact among the faults of an input.
    var fault: Fault {
        switch self {
        case .unknownSystem(let text, let reason), .noTransformation(let text, let reason):
            .unknownCRS(text: text, reason: reason)
        case .notHorizontal(let text): .unknownCRS(text: text, reason: "not a horizontal reference system")
        case .notAPlane(let text): .notAPlane(crs: text)
        case .notInMetres(let text, let metresPerUnit): .notInMetres(crs: text, metresPerUnit: metresPerUnit)
        }
    }
}
