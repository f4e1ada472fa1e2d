internal import Foundation

/// A line on a terminal that says what goes on once it has gone on for a second, and vanishes when it is done.
final class ProgressLine: Sendable {
    private let watch: Task<Void, Never>?

    /// Starts to wait; nothing is ever shown where standard error is not a terminal.
    init(_ words: String) {
        guard isatty(STDERR_FILENO) == 1 else {
            watch = nil
            return
        }
        watch = Task.detached {
            do {
                try await Task.sleep(for: .seconds(1))
                FileHandle.standardError.write(Data("\r\u{1B}[K\(words) …".utf8))
                try await Task.sleep(for: .seconds(86_400))
            } catch {
                // Cancelled: the stage is done.
            }
        }
    }

    /// Takes the line away.
    func finish() {
        guard let watch else { return }
        watch.cancel()
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}
