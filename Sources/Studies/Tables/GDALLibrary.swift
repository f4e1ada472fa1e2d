internal import CGDAL
internal import Glibc

/// The functions of GDAL.
///
/// They are there wherever ``GDALErrors/collecting(_:)`` does its work, and are called nowhere else.
var gdal: GDALFunctions { GDALLibrary.opened.functions }

/// The GDAL that reads layers, opened when one needs it.
///
/// Plain tables go without it: loading it, with the seventy libraries that it links, takes longer than many a run.
package enum GDALLibrary {
    /// Its functions; what the system says where it cannot be opened.
    static let opened = open()

    /// Its version, such as `3.6.2`: of the library where a layer needed it, else of the one that this program was
    /// built for, which then had no part in any figure.
    package static var version: String {
        guard let library = names.lazy.compactMap({ dlopen($0, RTLD_LAZY | RTLD_NOLOAD) }).first else {
            return GDAL_RELEASE_NAME
        }
        defer { dlclose(library) }
        guard opened.failure == nil, let version = gdal.GDALVersionInfo("RELEASE_NAME") else {
            return GDAL_RELEASE_NAME
        }
        return String(cString: version)
    }

    /// The library by the number of its interface, which has gone up with every minor version since 3.0; else
    /// whichever there is.
    private static var names: [String] { ["libgdal.so.\(26 + GDAL_VERSION_MINOR)", "libgdal.so"] }

    private static func open() -> (functions: GDALFunctions, failure: String?) {
        var functions = GDALFunctions()
        guard let library = names.lazy.compactMap({ dlopen($0, RTLD_LAZY | RTLD_LOCAL) }).first else {
            return (functions, dlerror().map { String(cString: $0) } ?? "libgdal")
        }
        let missing = gdal_functions_find(library, &functions).map { String(cString: $0) }
        return (functions, missing)
    }
}

extension String {
    /// A text of GDAL's; empty where it gives none.
    init(gdal text: UnsafePointer<CChar>?) { self = text.map { String(cString: $0) } ?? "" }
}
