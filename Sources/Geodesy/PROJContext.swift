internal import CPROJ

/// The version of the PROJ library in use, as it states it ("9.1.1"), for the manifest.
package enum PROJLibrary {
    /// Major, minor and patch number with dots between.
    package static var version: String {
        let info = proj_info()
        return "\(info.major).\(info.minor).\(info.patch)"
    }
}

/// A PROJ context and what it has said since it was last asked.
///
/// PROJ lets one thread at a time use a context; nothing here is Sendable, so the compiler sees to that.
final class PROJContext {
    /// PROJ's handle; it lives as long as this object.
    let handle: OpaquePointer?
    private let said = Said()

    /// What PROJ has said: an object of its own, so that PROJ can hold a pointer to it.
    private final class Said {
        var messages: [String] = []
    }

    init() {
        handle = proj_context_create()
        // Results must not depend on whether a machine is online.
        proj_context_set_enable_network(handle, 0)
        // The error numbers mean little ("Unknown error (code 4096)"): only the log has the reason.
        proj_log_func(handle, Unmanaged.passUnretained(said).toOpaque()) { said, _, message in
            guard let said, let message else { return }
            let log = Unmanaged<Said>.fromOpaque(said).takeUnretainedValue()
            // A batch may fail at every position; the first few reasons are enough.
            if log.messages.count < 4 { log.messages.append(String(cString: message)) }
        }
    }

    deinit { proj_context_destroy(handle) }

    /// Forgets what was said before, so that the next failure is reported with its own reason.
    func forget() { said.messages.removeAll() }

    /// What PROJ has said since ``forget()``, on one line.
    var reason: String { said.messages.joined(separator: "; ") }
}

/// One PROJ object (a reference system or an operation) with its only owner.
struct PROJObject: ~Copyable {
    /// PROJ's handle; never null.
    ///
    /// An owner may be destroyed after its last use, which reading this is: whoever hands the handle to PROJ
    /// keeps the owner to the end of the scope (`extendLifetime`).
    let handle: OpaquePointer
    /// Kept so that the context outlives the object.
    let context: PROJContext

    /// Takes over a handle that PROJ has just made; nothing where PROJ made none.
    init?(_ handle: OpaquePointer?, in context: PROJContext) {
        guard let handle else { return nil }
        self.handle = handle
        self.context = context
    }

    deinit { proj_destroy(handle) }
}
