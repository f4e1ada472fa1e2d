#include "Input.hpp"
#include "NodeTable.hpp"
#include "Strings.hpp"

#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

#include <array>
#include <limits>
#include <map>
#include <memory>
#include <vector>

// The ways with a `highway` tag, as references; which of them are walkable is not known here.
struct cosm_ways {
    std::string path;
    cosm::strings values;
    // highway, foot, access, area, layer, bridge, tunnel of each combination, and how many ways carry it.
    std::vector<std::array<int32_t, 7>> tag_sets;
    std::vector<std::size_t> ways_with;
    std::vector<int64_t> ids;
    std::vector<int32_t> tag_set_of;
    // Of each way, where names were asked for.
    std::vector<int32_t> name_of;
    cosm::strings names;
    std::vector<std::size_t> offsets{0};
    std::vector<osmium::object_id_type> references;
    std::size_t area_relations = 0;
};

struct cosm_streets {
    std::vector<double> longitude;
    std::vector<double> latitude;
    std::vector<int32_t> foot;
    std::vector<int32_t> highway;
    std::vector<int32_t> crossing;
    cosm::strings values;
    std::vector<int64_t> way_ids;
    std::vector<int32_t> way_tag_sets;
    std::vector<int32_t> way_names;
    std::vector<int32_t> way_offsets{0};
    std::vector<int32_t> way_nodes;
    std::size_t missing_references = 0;
    std::size_t broken_ways = 0;
};

namespace {

using references = std::vector<osmium::object_id_type>;

std::unique_ptr<cosm_ways> read_ways(const char *path, int32_t threads, bool names) {
    auto ways = std::make_unique<cosm_ways>();
    ways->path = path;
    std::map<std::array<int32_t, 7>, int32_t> known;
    osmium::thread::Pool pool{std::max(threads, 1)};
    const auto take = [&](const osmium::OSMObject &object) {
        const osmium::TagList &tags = object.tags();
        const char *highway = tags.get_value_by_key("highway");
        if (highway == nullptr) {
            return;
        }
        if (object.type() == osmium::item_type::relation) {
            const char *type = tags.get_value_by_key("type");
            ways->area_relations += type != nullptr && std::strcmp(type, "multipolygon") == 0 ? 1 : 0;
            return;
        }
        cosm::strings &values = ways->values;
        const std::array<int32_t, 7> set{
            values.index(highway), values.index_or_none(tags.get_value_by_key("foot")),
            values.index_or_none(tags.get_value_by_key("access")),
            values.index_or_none(tags.get_value_by_key("area")),
            values.index_or_none(tags.get_value_by_key("layer")),
            values.index_or_none(tags.get_value_by_key("bridge")),
            values.index_or_none(tags.get_value_by_key("tunnel"))};
        const auto entry = known.emplace(set, static_cast<int32_t>(known.size()));
        if (entry.second) {
            ways->tag_sets.push_back(set);
            ways->ways_with.push_back(0);
        }
        const int32_t number = entry.first->second;
        ways->ways_with[static_cast<std::size_t>(number)] += 1;
        ways->ids.push_back(object.id());
        ways->tag_set_of.push_back(number);
        if (names) {
            ways->name_of.push_back(ways->names.index_or_none(tags.get_value_by_key("name")));
        }
        for (const auto &node : static_cast<const osmium::Way &>(object).nodes()) {
            ways->references.push_back(node.ref());
        }
        ways->offsets.push_back(ways->references.size());
    };
    cosm::for_each_object(
        ways->path, osmium::osm_entity_bits::way | osmium::osm_entity_bits::relation,
        osmium::io::read_meta::no, pool, take);
    return ways;
}

// Visits the walkable ways: their number and the range of their references.
template <typename Visit>
void for_each_walkable(const cosm_ways &ways, const uint8_t *walkable, Visit &&visit) {
    for (std::size_t way = 0; way < ways.ids.size(); ++way) {
        if (walkable[ways.tag_set_of[way]] != 0) {
            visit(way, ways.offsets[way], ways.offsets[way + 1]);
        }
    }
}

// What the tags of the wanted nodes say, by their rows; the last two are empty unless asked for.
struct node_tags {
    std::vector<int32_t> foot;
    std::vector<int32_t> highway;
    std::vector<int32_t> crossing;
};

// Where the wanted nodes lie and what their tags say.
void read_nodes(
    const cosm_ways &ways, cosm::node_table &table, node_tags &said, cosm::strings &values,
    osmium::thread::Pool &pool) {
    cosm::for_each_object(
        ways.path, osmium::osm_entity_bits::node, osmium::io::read_meta::no, pool,
        [&](const osmium::OSMObject &object) {
            const std::size_t row = table.row(object.id());
            if (row == cosm::node_table::absent) {
                return;
            }
            table.place(row, static_cast<const osmium::Node &>(object).location());
            const osmium::TagList &tags = object.tags();
            if (!tags.empty()) {
                said.foot[row] = values.index_or_none(tags.get_value_by_key("foot"));
                if (!said.crossing.empty()) {
                    said.highway[row] = values.index_or_none(tags.get_value_by_key("highway"));
                    said.crossing[row] = values.index_or_none(tags.get_value_by_key("crossing"));
                }
            }
        });
}

std::unique_ptr<cosm_streets> read_streets(
    const cosm_ways &ways, const uint8_t *walkable, int32_t threads, bool crossings) {
    references needed;
    for_each_walkable(ways, walkable, [&](std::size_t, std::size_t from, std::size_t to) {
        needed.insert(needed.end(), ways.references.begin() + static_cast<std::ptrdiff_t>(from),
            ways.references.begin() + static_cast<std::ptrdiff_t>(to));
    });
    if (needed.size() >= static_cast<std::size_t>(std::numeric_limits<int32_t>::max())) {
        throw cosm::too_large{"more node references than 32 bits count"};
    }
    cosm::node_table table{std::move(needed)};
    auto streets = std::make_unique<cosm_streets>();
    const std::size_t asked = crossings ? table.size() : 0;
    node_tags said{
        std::vector<int32_t>(table.size(), -1), std::vector<int32_t>(asked, -1),
        std::vector<int32_t>(asked, -1)};
    osmium::thread::Pool pool{std::max(threads, 1)};
    read_nodes(ways, table, said, streets->values, pool);

    // Ways by rows of the table, broken at every node without a place.
    for_each_walkable(ways, walkable, [&](std::size_t way, std::size_t from, std::size_t to) {
        std::vector<int32_t> &nodes = streets->way_nodes;
        std::size_t start = nodes.size();
        bool broken = false;
        const auto end_piece = [&] {
            if (nodes.size() - start < 2) {
                nodes.resize(start);
                return;
            }
            streets->way_ids.push_back(ways.ids[way]);
            streets->way_tag_sets.push_back(ways.tag_set_of[way]);
            if (!ways.name_of.empty()) {
                streets->way_names.push_back(ways.name_of[way]);
            }
            streets->way_offsets.push_back(static_cast<int32_t>(nodes.size()));
            start = nodes.size();
        };
        for (std::size_t i = from; i < to; ++i) {
            const std::size_t row = table.find(ways.references[i]);
            if (!table.location(row).valid()) {
                streets->missing_references += 1;
                broken = true;
                end_piece();
            } else {
                nodes.push_back(static_cast<int32_t>(row));
            }
        }
        end_piece();
        streets->broken_ways += broken ? 1 : 0;
    });

    // Nodes that a way still uses get dense numbers, in the order of their ids.
    std::vector<int32_t> number(table.size(), -1);
    for (const int32_t row : streets->way_nodes) {
        number[static_cast<std::size_t>(row)] = 0;
    }
    int32_t next = 0;
    for (std::size_t row = 0; row < number.size(); ++row) {
        if (number[row] == 0) {
            number[row] = next++;
            streets->longitude.push_back(table.location(row).lon_without_check());
            streets->latitude.push_back(table.location(row).lat_without_check());
            streets->foot.push_back(said.foot[row]);
            if (crossings) {
                streets->highway.push_back(said.highway[row]);
                streets->crossing.push_back(said.crossing[row]);
            }
        }
    }
    for (int32_t &row : streets->way_nodes) {
        row = number[static_cast<std::size_t>(row)];
    }
    return streets;
}

} // namespace

extern "C" cosm_ways *cosm_ways_read(
    const char *path, int32_t threads, bool names, cosm_failure *failure) {
    return cosm::guarded(
        failure, static_cast<cosm_ways *>(nullptr), [&] { return read_ways(path, threads, names).release(); });
}

extern "C" void cosm_ways_free(cosm_ways *ways) {
    delete ways;
}

extern "C" size_t cosm_ways_tag_sets(const cosm_ways *ways) {
    return ways->tag_sets.size();
}

extern "C" cosm_way_tags cosm_ways_tags(const cosm_ways *ways, size_t tag_set) {
    const auto &set = ways->tag_sets[tag_set];
    const auto text = [&](std::size_t i) { return ways->values.text_or_null(set[i]); };
    return {text(0), text(1), text(2), text(3), text(4), text(5), text(6), ways->ways_with[tag_set]};
}

extern "C" size_t cosm_ways_area_relations(const cosm_ways *ways) {
    return ways->area_relations;
}

extern "C" const char *cosm_ways_name(const cosm_ways *ways, size_t index) {
    return ways->names.text(index);
}

extern "C" cosm_streets *cosm_streets_read(
    const cosm_ways *ways, const uint8_t *walkable, int32_t threads, bool crossings, cosm_failure *failure) {
    return cosm::guarded(failure, static_cast<cosm_streets *>(nullptr),
        [&] { return read_streets(*ways, walkable, threads, crossings).release(); });
}

extern "C" void cosm_streets_free(cosm_streets *streets) {
    delete streets;
}

extern "C" cosm_street_columns cosm_streets_columns(const cosm_streets *streets) {
    const auto asked = [](const std::vector<int32_t> &column) {
        return column.empty() ? nullptr : column.data();
    };
    return {streets->longitude.size(), streets->longitude.data(), streets->latitude.data(),
        streets->foot.data(), asked(streets->highway), asked(streets->crossing), streets->values.size(),
        streets->way_ids.size(), streets->way_ids.data(), streets->way_tag_sets.data(),
        asked(streets->way_names), streets->way_offsets.data(), streets->way_nodes.data(),
        streets->missing_references, streets->broken_ways};
}

extern "C" const char *cosm_streets_value(const cosm_streets *streets, size_t index) {
    return streets->values.text(index);
}
