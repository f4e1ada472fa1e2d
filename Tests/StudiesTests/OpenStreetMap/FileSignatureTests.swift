import Foundation
import Studies
import Testing
import TestWorlds

/// What files are by their first bytes.
@Suite struct FileSignatureTests {
    @Test(arguments: [
        ("\0\0\0\r\n\tOSMHeader\u{18}\u{1}", FileSignature.openStreetMapPBF),
        ("<?xml version='1.0'?>\n<osm version='0.6'>", .openStreetMapXML),
        ("\u{FEFF}  <osmChange version='0.6'>", .openStreetMapXML),
        ("<?xml version='1.0'?>\n<gpx version='1.1'>", .xml),
        ("<!DOCTYPE html>\n<html lang='zh'>", .html), ("<?xml version='1.0'?><html>", .html),
        ("{\"type\": \"FeatureCollection\"}", .json), ("  [1, 2, 3, 4, 5, 6]", .json),
        ("PK\u{3}\u{4}aaaaaaaaaaaaaa", .zip), ("BZh91AY&SYaaaaaaaaa", .bzip2),
        ("SQLite format 3\0aaaa", .sqlite), ("%PDF-1.7 aaaaaaaaaaaa", .pdf),
        ("id,name,lon,lat\nA,东门,114,30", .text), ("aaaaaaaa\0aaaaaaaaaaa", .other),
    ])
    func known(text: String, signature: FileSignature) {
        #expect(FileSignature(Array(text.utf8)) == signature)
    }

    @Test func tooFewBytesTellNothing() {
        #expect(FileSignature(Array("<html></html>".utf8)) == nil)
        #expect(FileSignature([]) == nil)
    }

    @Test func whatIsCompressedByNameIsNotLookedInto() throws {
        let folder = try TemporaryFolder()
        let bytes = Data([0x1F, 0x8B] + [UInt8](repeating: 8, count: 30))
        #expect(FileSignature(ofFileAt: try folder.write(bytes, to: "a.osm.gz")) == nil)
        #expect(FileSignature(ofFileAt: try folder.write(bytes, to: "a.osm")) == .gzip)
        #expect(FileSignature(ofFileAt: folder.path(of: "none.osm")) == nil)
    }
}
