private import Foundation

/// The folder with real data, which the project does not carry: tests that need it are skipped without.
package enum RealData {
    /// The path of a file of it; nothing where the file is absent.
    ///
    /// The folder is named by the environment variable `CARECIRCLE_DATA`, else it is `../shared/data`
    /// beside the checkout.
    package static func path(_ file: String) -> String? {
        let folder = ProcessInfo.processInfo.environment["CARECIRCLE_DATA"] ?? besideCheckout
        let path = folder + "/" + file
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }

    private static var besideCheckout: String {
        var url = URL(filePath: #filePath)
        for _ in 0..<4 { url.deleteLastPathComponent() }
        return url.appending(path: "shared/data").path
    }
}
