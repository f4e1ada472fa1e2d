#include "Input.hpp"

#include <osmium/builder/osm_object_builder.hpp>
#include <osmium/io/pbf_output.hpp>
#include <osmium/io/writer.hpp>
#include <osmium/io/xml_output.hpp>
#include <osmium/memory/buffer.hpp>
#include <osmium/osm/box.hpp>

#include <memory>
#include <string>

namespace {

// How many objects go to the writer at once: a fixed figure, so that blocks fall alike in every run.
constexpr std::size_t objects_per_buffer = 8000;

osmium::memory::Buffer fresh_buffer() {
    return osmium::memory::Buffer{1024 * 1024, osmium::memory::Buffer::auto_grow::yes};
}

osmium::Location place(double longitude, double latitude) {
    if (!(longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90)) {
        throw cosm::misused{"a position is not on the globe"};
    }
    return osmium::Location{longitude, latitude};
}

osmium::io::File file_to_write(const char *path) {
    osmium::io::File file = cosm::local_file(path);
    file.set("add_metadata", "none");
    return file;
}

osmium::io::Header header(const char *generator, const osmium::Location &low, const osmium::Location &high) {
    osmium::io::Header header;
    header.set("generator", generator);
    osmium::Box box;
    box.extend(low);
    box.extend(high);
    header.add_box(box);
    return header;
}

template <typename Builder>
void add_tags(Builder &parent, const char *pairs, std::size_t count) {
    if (count == 0) {
        return;
    }
    osmium::builder::TagListBuilder builder{parent};
    for (std::size_t i = 0; i < count; ++i) {
        const char *key = pairs;
        const char *value = key + std::strlen(key) + 1;
        builder.add_tag(key, value);
        pairs = value + std::strlen(value) + 1;
    }
}

} // namespace

struct cosm_writer {
    osmium::thread::Pool pool{1};
    osmium::io::Writer writer;
    osmium::memory::Buffer buffer = fresh_buffer();
    std::size_t held = 0;
    bool ways_begun = false;

    cosm_writer(const char *path, const osmium::io::Header &header)
        : writer(file_to_write(path), header, osmium::io::overwrite::allow, pool) {}

    void flush() {
        if (held > 0) {
            writer(std::move(buffer));
            buffer = fresh_buffer();
            held = 0;
        }
    }

    void commit() {
        buffer.commit();
        if (++held == objects_per_buffer) {
            flush();
        }
    }

    void node(int64_t id, const osmium::Location &location, const char *tags, std::size_t tag_pairs) {
        if (ways_begun) {
            throw cosm::misused{"a node after the first way"};
        }
        {
            osmium::builder::NodeBuilder builder{buffer};
            builder.set_id(id).set_location(location);
            add_tags(builder, tags, tag_pairs);
        }
        commit();
    }

    void way(int64_t id, const int64_t *nodes, std::size_t count, const char *tags, std::size_t tag_pairs) {
        if (!ways_begun) {
            // Nodes and ways never share a buffer.
            flush();
            ways_begun = true;
        }
        {
            osmium::builder::WayBuilder builder{buffer};
            builder.set_id(id);
            {
                osmium::builder::WayNodeListBuilder list{builder};
                for (std::size_t i = 0; i < count; ++i) {
                    list.add_node_ref(nodes[i]);
                }
            }
            add_tags(builder, tags, tag_pairs);
        }
        commit();
    }
};

extern "C" cosm_writer *cosm_writer_open(
    const char *path, const char *generator, double west, double south, double east, double north,
    cosm_failure *failure) {
    return cosm::guarded(failure, static_cast<cosm_writer *>(nullptr), [&] {
        const auto head = header(generator, place(west, south), place(east, north));
        return std::make_unique<cosm_writer>(path, head).release();
    });
}

extern "C" bool cosm_writer_node(
    cosm_writer *writer, int64_t id, double longitude, double latitude, const char *tags, size_t tag_pairs,
    cosm_failure *failure) {
    return cosm::guarded(failure, false, [&] {
        writer->node(id, place(longitude, latitude), tags, tag_pairs);
        return true;
    });
}

extern "C" bool cosm_writer_way(
    cosm_writer *writer, int64_t id, const int64_t *nodes, size_t node_count, const char *tags,
    size_t tag_pairs, cosm_failure *failure) {
    return cosm::guarded(failure, false, [&] {
        writer->way(id, nodes, node_count, tags, tag_pairs);
        return true;
    });
}

extern "C" bool cosm_writer_close(cosm_writer *writer, cosm_failure *failure) {
    return cosm::guarded(failure, false, [&] {
        writer->flush();
        writer->writer.close();
        return true;
    });
}

extern "C" void cosm_writer_free(cosm_writer *writer) {
    delete writer;
}
