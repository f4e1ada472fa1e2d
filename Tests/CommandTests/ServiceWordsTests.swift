import Foundation
import Testing

/// A service in a word that nobody knows would make its facility fail a rule in silence.
@Suite struct ServiceWordsTests {
    private static let rules = """
        rules:
          - id: facility.services
            name: {en: Daily and health care and comfort, zh: 日常照料、健康护理、精神慰藉}
            clause: {citation: notice}
            for: any
            services: [日常照料, health, 精神慰藉服务]

        """

    private func check(_ services: String) throws -> (verdict: String, warnings: [String]) {
        let hamlet = try HamletStudy()
        try hamlet.adopt(Self.rules)
        try hamlet.write(
            Data(
                """
                id,name,level,kind,services,lon,lat
                S1,One,community,station,\(services),114.305,30.505

                """.utf8), to: "facilities.csv")
        let (_, stderr, _) = try hamlet.run("check")
        let row = try #require(
            try hamlet.result("checks.csv").split(separator: "\n").first {
                $0.contains("facility.services")
            })
        return (
            row.contains(",pass,") ? "pass" : "fail",
            stderr.split(separator: "\n").map(String.init).filter { $0.contains("the service ") }
        )
    }

    @Test(
        "The words of the clause are those of the sheet",
        arguments: [
            "日常照料、健康护理、精神慰藉", "day_care;health;comfort", "日间照料服务、助医、心理慰藉", "日托，保健，精神关爱",
        ]) func known(_ services: String) throws
    {
        let (verdict, warnings) = try check(services)
        #expect(verdict == "pass")
        #expect(warnings.isEmpty)
    }

    @Test("A misspelt word is told, with the row and the word that it may mean")
    func misspelt() throws {
        let (verdict, warnings) = try check("day_care;healt;comfort")
        #expect(verdict == "fail")
        #expect(warnings.count == 1)
        #expect(
            warnings.first?.hasPrefix("facilities.csv:2: services: warning: the service “healt” (1 facility)")
                == true,
            "\(warnings)")
        #expect(warnings.first?.contains("“health”") == true)
    }
}
