import Foundation
import Testing

/// What the READMEs show, held against what the program prints.
///
/// Every block that begins with `$ carecircle …` is run in a folder with the project's `datasets`. The list of files
/// written is left out there, and so are warnings, except of `validate`; a line "…" stands for lines left out.
@Suite struct ReadmeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test("A block of a README is what the program prints", arguments: ["README.md", "README.zh-CN.md"])
    func blocks(name: String) throws {
        let text = try String(contentsOf: Self.root.appending(path: name), encoding: .utf8)
        let blocks = text.matches(of: /```console\n\$ carecircle (?<command>[^\n]*)\n(?<shown>(?s:.)*?)\n```/)
        #expect(blocks.count > 3)
        let place = try CommandPlace()
        defer { place.remove() }
        try place.lay(Self.root.appending(path: "datasets"), at: "datasets")
        for block in blocks {
            let arguments = block.command.split(separator: " ").map(String.init)
            let (stdout, stderr, status) = try place.run(arguments, columns: 80)
            #expect(status == 0 || status == 3, "\(block.command): \(stderr)")
            let all = arguments.first == "validate" ? stderr + stdout : stdout
            var printed = all.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            if let end = printed.lastIndex(where: { $0.hasPrefix("Written below") || $0.hasPrefix("已写入") }) {
                printed.removeSubrange(end...)
            }
            while printed.last == "" { printed.removeLast() }
            let shown = block.shown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            #expect(Self.firstDifference(shown, printed) == nil, "\(name): \(block.command)")
        }
    }

    /// The first line shown that is not printed in its turn, or printed and not shown.
    private static func firstDifference(_ shown: [String], _ printed: [String]) -> String? {
        var at = 0
        var isSkipping = false
        for line in shown {
            if line == "…" {
                isSkipping = true
                continue
            }
            if isSkipping { at = printed[at...].firstIndex(of: line) ?? printed.count }
            isSkipping = false
            guard at < printed.count, printed[at] == line else { return line }
            at += 1
        }
        return isSkipping || at == printed.count ? nil : printed[at]
    }
}
