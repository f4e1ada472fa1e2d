internal import CGDAL

/// What GDAL said while a piece of work ran on this thread.
///
/// GDAL's error handlers are a stack per thread; the collector stands on top of it for the time of one
/// closure, so that nothing reaches standard error and no thread hears another's errors.
final class GDALErrors {
    /// The messages of failures, each on one line, in the order in which they came.
    private(set) var failures: [String] = []
    /// The messages of warnings, likewise.
    private(set) var warnings: [String] = []

    /// Runs a piece of work and keeps GDAL's words.
    ///
    /// - Throws: What the work throws; before it, what keeps GDAL from being opened.
    static func collecting<Value: ~Copyable>(
        _ work: (GDALErrors) throws(Fault) -> Value
    ) throws(Fault) -> Value {
        if let failure = GDALLibrary.opened.failure { throw .cannotRead(reason: failure) }
        GDALDrivers.registered
        let errors = GDALErrors()
        gdal.CPLPushErrorHandlerEx(
            { severity, _, message in
                guard let message, let data = gdal.CPLGetErrorHandlerUserData() else { return }
                let errors = Unmanaged<GDALErrors>.fromOpaque(data).takeUnretainedValue()
                errors.note(String(cString: message), severity: severity)
            }, Unmanaged.passUnretained(errors).toOpaque())
        defer { gdal.CPLPopErrorHandler() }
        return try work(errors)
    }

    /// The first failure, which is nearest to the cause; nothing where there was none.
    var words: String? { failures.first }

    /// The first failure of a filter at work.
    ///
    /// Of an empty date GDAL 3.6 complains that it cannot be parsed, and rightly takes it for NULL all the same.
    var wordsOfFilter: String? { failures.first { !$0.hasPrefix("Failed to parse date ''") } }

    /// Forgets what was said so far.
    func forget() {
        failures = []
        warnings = []
    }

    private func note(_ message: String, severity: CPLErr) {
        let line = message.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
        // A file that is damaged throughout would repeat itself for every record.
        if severity == CE_Failure || severity == CE_Fatal {
            if failures.count < 20 { failures.append(line) }
        } else if severity == CE_Warning {
            if warnings.count < 20 { warnings.append(line) }
        }
    }
}
