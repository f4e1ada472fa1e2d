internal import Geodesy
internal import Reports
internal import Studies
internal import Topology

/// The version of the program, and of the libraries whose answers its own rest on.
enum ProgramVersion {
    static let current = "0.1.0"

    static var libraries: [Manifest.Library] {
        [
            ("GDAL", GDALLibrary.version), ("GEOS", GEOSLibrary.version), ("PROJ", PROJLibrary.version),
            ("libosmium", libosmiumVersion),
        ]
    }
}
