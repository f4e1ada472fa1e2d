internal import CCBC

/// The solver of integer programs that proofs come from.
package enum CBCLibrary {
    /// Its version, such as `2.10.8`.
    package static var version: String { Cbc_getVersion().map { String(cString: $0) } ?? "" }
}
