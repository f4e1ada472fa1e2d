#pragma once

#include "Guard.hpp"

#include <osmium/io/any_input.hpp>
#include <osmium/osm/entity_bits.hpp>
#include <osmium/osm/object.hpp>
#include <osmium/thread/pool.hpp>

#include <string>
#include <utility>

namespace cosm {

// A path is a path here: libosmium would take "-" for standard input and "http:" for a download.
inline osmium::io::File local_file(const std::string &path) {
    return osmium::io::File{!path.empty() && path[0] == '/' ? path : "./" + path};
}

// Hands every object of the wanted kinds in a file to a visitor; returns the file's header.
template <typename Visit>
osmium::io::Header for_each_object(
    const std::string &path, osmium::osm_entity_bits::type kinds, osmium::io::read_meta meta,
    osmium::thread::Pool &pool, Visit &&visit) {
    const osmium::io::File file = local_file(path);
    osmium::io::Reader reader{file, kinds, meta, pool};
    const osmium::io::Header header = reader.header();
    if (file.has_multiple_object_versions() || header.has_multiple_object_versions()) {
        throw history_file{"the file holds several versions of its objects"};
    }
    while (const osmium::memory::Buffer buffer = reader.read()) {
        for (const auto &object : buffer.select<osmium::OSMObject>()) {
            // One that its editors have deleted is not there.
            if (object.visible()) {
                visit(object);
            }
        }
    }
    reader.close();
    return header;
}

} // namespace cosm
