/// The policy packs that come with the program, held within it so that it works from anywhere.
package enum BundledPolicies {
    /// The id and the YAML text of each pack, by id.
    package static let all: [(id: String, bytes: [UInt8])] = [
        ("hubei", PackageResources.hubei_yaml),
        ("wuhan", PackageResources.wuhan_yaml),
    ]
}
