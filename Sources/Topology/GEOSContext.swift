internal import CGEOS

/// The GEOS library in use.
package enum GEOSLibrary {
    /// Its version as it states it ("3.11.1-CAPI-1.17.1"), for the manifest.
    package static var version: String { GEOSversion().map { String(cString: $0) } ?? "" }
}

/// A GEOS context and what it has said since it was last asked.
///
/// GEOS lets one thread at a time use a context; nothing here is Sendable, so the compiler sees to that.
final class GEOSContext {
    /// GEOS's handle; it lives as long as this object.
    let handle: GEOSContextHandle_t?
    private let said = Said()

    /// What GEOS has said: an object of its own, so that GEOS can hold a pointer to it.
    private final class Said {
        var messages: [String] = []
    }

    init() {
        handle = GEOS_init_r()
        GEOSContext_setErrorMessageHandler_r(
            handle,
            { message, said in
                guard let said, let message else { return }
                let log = Unmanaged<Said>.fromOpaque(said).takeUnretainedValue()
                log.messages.append(String(cString: message))
            }, Unmanaged.passUnretained(said).toOpaque())
    }

    deinit { GEOS_finish_r(handle) }

    /// The failure of an operation in GEOS's words since the last failure.
    func failure(of operation: TopologyOperation) -> TopologyFailure {
        defer { said.messages.removeAll() }
        return TopologyFailure(operation: operation, reason: said.messages.joined(separator: "; "))
    }
}
