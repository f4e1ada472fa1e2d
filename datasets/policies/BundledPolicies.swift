/// The policy packs that come with the program, held within it so that it works from anywhere.
package enum BundledPolicies {
    /// The id and the YAML text of each pack, by id.
    package static let all: [(id: String, bytes: [UInt8])] = [
        ("anhui", PackageResources.anhui_yaml),
        ("gaoxin", PackageResources.gaoxin_yaml),
        ("guangzhou", PackageResources.guangzhou_yaml),
        ("guizhou", PackageResources.guizhou_yaml),
        ("harbin", PackageResources.harbin_yaml),
        ("hubei", PackageResources.hubei_yaml),
        ("jiangsu", PackageResources.jiangsu_yaml),
        ("national", PackageResources.national_yaml),
        ("panjin", PackageResources.panjin_yaml),
        ("wuhan", PackageResources.wuhan_yaml),
        ("xuzhou", PackageResources.xuzhou_yaml),
        ("yinchuan", PackageResources.yinchuan_yaml),
        ("yunfu", PackageResources.yunfu_yaml),
    ]
}
