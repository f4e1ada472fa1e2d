#include "Input.hpp"
#include "NodeTable.hpp"
#include "Strings.hpp"

#include <osmium/area/assembler.hpp>
#include <osmium/memory/buffer.hpp>
#include <osmium/osm/area.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

struct cosm_features {
    cosm::strings texts;
    std::vector<uint8_t> kinds;
    std::vector<int64_t> ids;
    std::vector<uint8_t> shapes;
    std::vector<int64_t> bounds_relation;
    std::vector<std::size_t> tag_offsets{0};
    std::vector<int32_t> tags;
    std::vector<std::size_t> ring_offsets{0};
    std::vector<uint8_t> ring_is_inner;
    std::vector<std::size_t> position_offsets{0};
    std::vector<double> longitude;
    std::vector<double> latitude;
    int64_t newest = 0;
    int64_t header_time = 0;
};

namespace {

// A tag that makes a feature wanted; an empty value stands for any.
struct wanted_tag {
    const char *key;
    const char *value;
};

using wanted_tags = std::vector<wanted_tag>;

wanted_tags unpacked(const char *pairs, std::size_t count) {
    wanted_tags tags;
    for (std::size_t i = 0; i < count; ++i) {
        const char *key = pairs;
        const char *value = key + std::strlen(key) + 1;
        tags.push_back({key, value});
        pairs = value + std::strlen(value) + 1;
    }
    return tags;
}

bool is_wanted(const osmium::OSMObject &object, const wanted_tags &wanted) {
    if (object.tags().empty()) {
        return false;
    }
    for (const wanted_tag &tag : wanted) {
        const char *value = object.tags().get_value_by_key(tag.key);
        if (value != nullptr && (*tag.value == '\0' || std::strcmp(value, tag.value) == 0)) {
            return true;
        }
    }
    return false;
}

// Whether a relation stands for an area.
bool is_area(const osmium::Relation &relation) {
    const char *type = relation.tags().get_value_by_key("type");
    return type != nullptr && (std::strcmp(type, "multipolygon") == 0 || std::strcmp(type, "boundary") == 0);
}

// Fills the columns feature by feature.
class collector {
    cosm_features &m_columns;

    void position(const osmium::Location &location) {
        m_columns.longitude.push_back(location.lon_without_check());
        m_columns.latitude.push_back(location.lat_without_check());
    }

    void end_ring(bool inner) {
        m_columns.ring_is_inner.push_back(inner ? 1 : 0);
        m_columns.position_offsets.push_back(m_columns.longitude.size());
    }

    template <typename Nodes>
    void ring(const Nodes &nodes, bool inner) {
        for (const auto &node : nodes) {
            if (node.location().valid()) {
                position(node.location());
            }
        }
        end_ring(inner);
    }

public:
    explicit collector(cosm_features &columns) : m_columns(columns) {}

    void begin(const osmium::OSMObject &object, uint8_t kind) {
        m_columns.kinds.push_back(kind);
        m_columns.ids.push_back(object.id());
        m_columns.bounds_relation.push_back(0);
        for (const auto &tag : object.tags()) {
            m_columns.tags.push_back(m_columns.texts.index(tag.key()));
            m_columns.tags.push_back(m_columns.texts.index(tag.value()));
        }
        m_columns.newest = std::max(m_columns.newest, static_cast<int64_t>(object.timestamp().seconds_since_epoch()));
    }

    void end(uint8_t shape) {
        m_columns.shapes.push_back(shape);
        m_columns.tag_offsets.push_back(m_columns.tags.size() / 2);
        m_columns.ring_offsets.push_back(m_columns.ring_is_inner.size());
    }

    void point(const osmium::Location &location) {
        position(location);
        end_ring(false);
    }

    void line(const osmium::WayNodeList &nodes) { ring(nodes, false); }

    void area(const osmium::Area &area) {
        for (const auto &outer : area.outer_rings()) {
            ring(outer, false);
            for (const auto &inner : area.inner_rings(outer)) {
                ring(inner, true);
            }
        }
    }

    void bounds(int64_t relation) { m_columns.bounds_relation.back() = relation; }
};

// What the passes over the file gather before shapes are made.
struct gathered {
    osmium::memory::Buffer relations{1024 * 1024, osmium::memory::Buffer::auto_grow::yes};
    osmium::memory::Buffer ways{1024 * 1024, osmium::memory::Buffer::auto_grow::yes};
    // Of a way that is a member of a wanted area: the first such relation in the file.
    std::unordered_map<osmium::object_id_type, osmium::object_id_type> member_of;
    std::unordered_map<osmium::object_id_type, std::size_t> way_at;
    std::unordered_set<osmium::object_id_type> outer_members;
};

void gather_relations(
    const std::string &path, const wanted_tags &wanted, osmium::thread::Pool &pool, gathered &found,
    cosm_features &columns) {
    const osmium::io::Header header = cosm::for_each_object(
        path, osmium::osm_entity_bits::relation, osmium::io::read_meta::yes, pool,
        [&](const osmium::OSMObject &object) {
            if (!is_wanted(object, wanted)) {
                return;
            }
            const auto &relation = static_cast<const osmium::Relation &>(object);
            found.relations.add_item(relation);
            found.relations.commit();
            if (!is_area(relation)) {
                return;
            }
            for (const auto &member : relation.members()) {
                if (member.type() == osmium::item_type::way) {
                    found.member_of.emplace(member.ref(), relation.id());
                    if (std::strcmp(member.role(), "inner") != 0) {
                        found.outer_members.insert(member.ref());
                    }
                }
            }
        });
    const std::string time = header.get("osmosis_replication_timestamp", header.get("timestamp"));
    if (time.size() == 20) {
        columns.header_time = static_cast<int64_t>(osmium::Timestamp{time}.seconds_since_epoch());
    }
}

void gather_ways(
    const std::string &path, const wanted_tags &wanted, osmium::thread::Pool &pool, gathered &found) {
    cosm::for_each_object(
        path, osmium::osm_entity_bits::way, osmium::io::read_meta::yes, pool,
        [&](const osmium::OSMObject &object) {
            if (found.member_of.count(object.id()) == 0 && !is_wanted(object, wanted)) {
                return;
            }
            if (found.way_at.emplace(object.id(), found.ways.committed()).second) {
                found.ways.add_item(object);
                found.ways.commit();
            }
        });
}

// Gives every gathered way's nodes their places, and reports the wanted nodes themselves.
void place_nodes(
    const std::string &path, const wanted_tags &wanted, osmium::thread::Pool &pool, gathered &found,
    collector &out) {
    std::vector<osmium::object_id_type> needed;
    for (const auto &way : found.ways.select<osmium::Way>()) {
        for (const auto &node : way.nodes()) {
            needed.push_back(node.ref());
        }
    }
    cosm::node_table table{std::move(needed)};
    cosm::for_each_object(
        path, osmium::osm_entity_bits::node, osmium::io::read_meta::yes, pool,
        [&](const osmium::OSMObject &object) {
            const auto &node = static_cast<const osmium::Node &>(object);
            const std::size_t row = table.row(node.id());
            if (row != cosm::node_table::absent) {
                table.place(row, node.location());
            }
            if (is_wanted(node, wanted)) {
                out.begin(node, COSM_NODE);
                if (node.location().valid()) {
                    out.point(node.location());
                }
                out.end(node.location().valid() ? COSM_SHAPE_POINT : COSM_SHAPE_INCOMPLETE);
            }
        });
    for (auto &way : found.ways.select<osmium::Way>()) {
        for (auto &node : way.nodes()) {
            node.set_location(table.location(table.find(node.ref())));
        }
    }
}

// The assembler keeps a reference to its configuration: this one lives as long as the program.
const osmium::area::AssemblerConfig &assembler_config() {
    static const osmium::area::AssemblerConfig config = [] {
        osmium::area::AssemblerConfig made;
        made.create_empty_areas = false;
        return made;
    }();
    return config;
}

// The one area that the assembler has put into a buffer.
const osmium::Area &assembled(const osmium::memory::Buffer &buffer) {
    return *buffer.select<osmium::Area>().begin();
}

void shape_ways(const wanted_tags &wanted, gathered &found, collector &out) {
    for (const auto &way : found.ways.select<osmium::Way>()) {
        if (!is_wanted(way, wanted)) {
            continue;
        }
        out.begin(way, COSM_WAY);
        if (found.outer_members.count(way.id()) != 0) {
            out.bounds(found.member_of[way.id()]);
        }
        std::size_t placed = 0;
        for (const auto &node : way.nodes()) {
            placed += node.location().valid() ? 1 : 0;
        }
        const bool whole = placed == way.nodes().size();
        if (whole && placed > 3 && way.ends_have_same_location() && !way.tags().has_tag("area", "no")) {
            osmium::memory::Buffer made{1024, osmium::memory::Buffer::auto_grow::yes};
            osmium::area::Assembler assembler{assembler_config()};
            if (assembler(way, made) && made.committed() > 0) {
                out.area(assembled(made));
                out.end(COSM_SHAPE_AREA);
                continue;
            }
        }
        if (placed > 0) {
            out.line(way.nodes());
        }
        out.end(placed > 0 ? COSM_SHAPE_LINE : COSM_SHAPE_INCOMPLETE);
    }
}

uint8_t shape_relation(osmium::Relation &relation, const gathered &found, collector &out) {
    if (!is_area(relation)) {
        return COSM_SHAPE_NONE;
    }
    std::vector<const osmium::Way *> members;
    for (auto &member : relation.members()) {
        if (member.type() != osmium::item_type::way || member.ref() == 0) {
            // The assembler's sign for a member that is not part of the outline.
            member.set_ref(0);
            continue;
        }
        const auto at = found.way_at.find(member.ref());
        if (at == found.way_at.end()) {
            return COSM_SHAPE_INCOMPLETE;
        }
        const auto &way = found.ways.get<osmium::Way>(at->second);
        for (const auto &node : way.nodes()) {
            if (!node.location().valid()) {
                return COSM_SHAPE_INCOMPLETE;
            }
        }
        members.push_back(&way);
    }
    osmium::memory::Buffer made{1024, osmium::memory::Buffer::auto_grow::yes};
    osmium::area::Assembler assembler{assembler_config()};
    if (members.empty() || !assembler(relation, members, made) || made.committed() == 0) {
        return COSM_SHAPE_NONE;
    }
    out.area(assembled(made));
    return COSM_SHAPE_AREA;
}

std::unique_ptr<cosm_features> read_features(
    const char *path, const wanted_tags &wanted, int32_t threads) {
    auto columns = std::make_unique<cosm_features>();
    collector out{*columns};
    gathered found;
    osmium::thread::Pool pool{std::max(threads, 1)};
    gather_relations(path, wanted, pool, found, *columns);
    gather_ways(path, wanted, pool, found);
    place_nodes(path, wanted, pool, found, out);
    shape_ways(wanted, found, out);
    for (auto &relation : found.relations.select<osmium::Relation>()) {
        out.begin(relation, COSM_RELATION);
        out.end(shape_relation(relation, found, out));
    }
    return columns;
}

} // namespace

extern "C" cosm_features *cosm_features_read(
    const char *path, const char *wanted, size_t wanted_pairs, int32_t threads, cosm_failure *failure) {
    return cosm::guarded(failure, static_cast<cosm_features *>(nullptr), [&] {
        return read_features(path, unpacked(wanted, wanted_pairs), threads).release();
    });
}

extern "C" void cosm_features_free(cosm_features *features) {
    delete features;
}

extern "C" cosm_feature_columns cosm_features_columns(const cosm_features *f) {
    return {f->ids.size(), f->kinds.data(), f->ids.data(), f->shapes.data(), f->bounds_relation.data(),
        f->tag_offsets.data(), f->tags.data(), f->texts.size(), f->ring_offsets.data(),
        f->ring_is_inner.data(), f->position_offsets.data(), f->longitude.data(), f->latitude.data(),
        f->newest, f->header_time};
}

extern "C" const char *cosm_features_string(const cosm_features *features, size_t index) {
    return features->texts.text(index);
}
