internal import ArgumentParser
internal import Coverage

extension AccessWishes {
    /// Refuses what no access can be measured by.
    static func check(minutes: Double?, norm: Double?) throws {
        if let minutes, !(minutes > 0 && minutes <= 1_440) {
            throw ValidationError("--access-minutes takes minutes above 0 and up to 1440.")
        }
        if let norm, !(norm >= 0 && norm <= 1_000_000) {
            throw ValidationError("--norm takes a number from 0 up.")
        }
    }
}
