internal import ArgumentParser

/// `carecircle study`: ways to begin a study.
struct StudyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "study", abstract: "Begin a study.",
        usage: "carecircle study <subcommand>",
        discussion: """
            EXAMPLES
              carecircle study from-osm city.osm.pbf --boundary city.geojson --out my-city
            """, subcommands: [StudyFromExtractCommand.self])
}
