/// The demographic tables that come with the program, held within it so that it works from anywhere.
package enum BundledDemography {
    /// The id and the YAML text of each table, by id.
    package static let all: [(id: String, bytes: [UInt8])] = [
        ("china", PackageResources.china_yaml)
    ]
}
