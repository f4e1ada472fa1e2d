#pragma once

// OpenStreetMap files through libosmium, with a C face: columns in, columns out, no exception past this
// line. What is walkable, a dwelling or a care site is decided by the caller; this side only reads what it
// is asked for. Every function that returns a handle returns NULL on failure and fills in `failure`.
// Column pointers live as long as their handle; a handle is used by one thread at a time.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// How a read or write failed.
enum {
    COSM_DONE = 0,
    // The operating system would not open, read or write the file.
    COSM_SYSTEM = 1,
    // The file is not what its format says: cut short, corrupt, or of an unknown format.
    COSM_BROKEN = 2,
    // The file holds several versions of its objects (a history file), so it describes no one moment.
    COSM_HISTORY = 3,
    // More nodes or references than 32-bit columns hold, or more than memory does.
    COSM_TOO_LARGE = 4,
    // The caller's columns do not fit together.
    COSM_MISUSED = 5,
};

typedef struct {
    int32_t kind;
    // The system's error number where it is the system that refused, else 0.
    int32_t code;
    // libosmium's or the system's own words on one line, ended by a zero.
    char words[1024];
} cosm_failure;

// The words of a failure.
const char *_Nonnull cosm_failure_words(const cosm_failure *_Nonnull failure);

// libosmium's version.
const char *_Nonnull cosm_version(void);

// MARK: Streets, in two passes: all ways with a `highway` tag, then the nodes of those that are walkable.

typedef struct cosm_ways cosm_ways;

// What a walking rule looks at, and how high the way lies; NULL where the way has no such tag.
typedef struct {
    const char *_Nullable highway;
    const char *_Nullable foot;
    const char *_Nullable access;
    const char *_Nullable area;
    const char *_Nullable layer;
    const char *_Nullable bridge;
    const char *_Nullable tunnel;
    // How many ways carry exactly these.
    size_t ways;
} cosm_way_tags;

// Reads the ways of a file that have a `highway` tag, with their names where asked for. `threads` decode beside
// the calling one.
cosm_ways *_Nullable cosm_ways_read(
    const char *_Nonnull path, int32_t threads, bool names, cosm_failure *_Nonnull failure);
void cosm_ways_free(cosm_ways *_Nullable ways);
// How many different combinations of those tags the ways carry, in the order in which they first appear.
size_t cosm_ways_tag_sets(const cosm_ways *_Nonnull ways);
cosm_way_tags cosm_ways_tags(const cosm_ways *_Nonnull ways, size_t tag_set);
// Multipolygon relations with a `highway` tag: they are counted, not read.
size_t cosm_ways_area_relations(const cosm_ways *_Nonnull ways);
// A name that some of the ways bear.
const char *_Nonnull cosm_ways_name(const cosm_ways *_Nonnull ways, size_t index);

typedef struct cosm_streets cosm_streets;

typedef struct {
    // Nodes that some way below uses, ascending by id. `foot` indexes the values of that tag, -1 for none; so do
    // `highway` and `crossing`, which are NULL unless asked for.
    size_t node_count;
    const double *_Nullable longitude;
    const double *_Nullable latitude;
    const int32_t *_Nullable foot;
    const int32_t *_Nullable highway;
    const int32_t *_Nullable crossing;
    size_t value_count;
    // Ways, each of at least two nodes, in the file's order; broken where the file lacks a node.
    size_t way_count;
    const int64_t *_Nullable way_ids;
    const int32_t *_Nullable way_tag_sets;
    // Of each way its name, -1 for none; NULL unless asked for.
    const int32_t *_Nullable way_names;
    const int32_t *_Nullable way_offsets;
    const int32_t *_Nullable way_nodes;
    // References that the file has no node for, and how many ways they stand in.
    size_t missing_references;
    size_t broken_ways;
} cosm_street_columns;

// Reads the nodes of those ways whose tag set is marked in `walkable` (one byte per set), with what they say of
// crossings where asked for.
cosm_streets *_Nullable cosm_streets_read(
    const cosm_ways *_Nonnull ways, const uint8_t *_Nonnull walkable, int32_t threads, bool crossings,
    cosm_failure *_Nonnull failure);
void cosm_streets_free(cosm_streets *_Nullable streets);
cosm_street_columns cosm_streets_columns(const cosm_streets *_Nonnull streets);
// A value of `foot`, `highway` or `crossing` that some of the nodes carry.
const char *_Nonnull cosm_streets_value(const cosm_streets *_Nonnull streets, size_t index);

// MARK: Features: nodes, ways and relations that carry one of the wanted tags, with all their tags.

enum { COSM_NODE = 0, COSM_WAY = 1, COSM_RELATION = 2 };

enum {
    // Members or nodes are missing from the file: no shape.
    COSM_SHAPE_INCOMPLETE = 0,
    COSM_SHAPE_POINT = 1,
    // An open way, or one that libosmium's assembler makes no area of: one "ring" of its vertices.
    COSM_SHAPE_LINE = 2,
    COSM_SHAPE_AREA = 3,
    // A relation that is no area by its type, or of which the assembler makes none.
    COSM_SHAPE_NONE = 4,
};

typedef struct cosm_features cosm_features;

typedef struct {
    // Features by kind (nodes, ways, relations), each in the file's order.
    size_t feature_count;
    const uint8_t *_Nullable kinds;
    const int64_t *_Nullable ids;
    const uint8_t *_Nullable shapes;
    // Of a way that bounds a feature that is a relation: that relation's id, else 0.
    const int64_t *_Nullable bounds_relation;
    // Tags: pairs of string indices (key, value) from tag_offsets[i] to tag_offsets[i + 1], in pairs.
    const size_t *_Nullable tag_offsets;
    const int32_t *_Nullable tags;
    size_t string_count;
    // Rings: of a point one with one position; outer rings are each followed by their inner ones.
    const size_t *_Nullable ring_offsets;
    const uint8_t *_Nullable ring_is_inner;
    const size_t *_Nullable position_offsets;
    const double *_Nullable longitude;
    const double *_Nullable latitude;
    // Seconds since 1970 of the newest version among the features, and of the extract by its header; 0
    // where the file does not say.
    int64_t newest;
    int64_t header_time;
} cosm_feature_columns;

// `wanted` holds pairs of zero-ended strings, one after the other: a key and its value, an empty value
// standing for any.
cosm_features *_Nullable cosm_features_read(
    const char *_Nonnull path, const char *_Nonnull wanted, size_t wanted_pairs, int32_t threads,
    cosm_failure *_Nonnull failure);
void cosm_features_free(cosm_features *_Nullable features);
cosm_feature_columns cosm_features_columns(const cosm_features *_Nonnull features);
const char *_Nonnull cosm_features_string(const cosm_features *_Nonnull features, size_t index);

// MARK: Writing, object by object: nodes first, then ways. Tags come as pairs of zero-ended strings, one
// after the other, in the order in which they are to be written.

typedef struct cosm_writer cosm_writer;

// Opens a file for writing, its format by the name (.osm.pbf, .osm); one of that name is overwritten. The
// bytes depend on what is written alone. Bounds are degrees.
cosm_writer *_Nullable cosm_writer_open(
    const char *_Nonnull path, const char *_Nonnull generator, double west, double south, double east,
    double north, cosm_failure *_Nonnull failure);
bool cosm_writer_node(
    cosm_writer *_Nonnull writer, int64_t id, double longitude, double latitude,
    const char *_Nonnull tags, size_t tag_pairs, cosm_failure *_Nonnull failure);
bool cosm_writer_way(
    cosm_writer *_Nonnull writer, int64_t id, const int64_t *_Nonnull nodes, size_t node_count,
    const char *_Nonnull tags, size_t tag_pairs, cosm_failure *_Nonnull failure);
// Writes what is left; without it the file is not whole.
bool cosm_writer_close(cosm_writer *_Nonnull writer, cosm_failure *_Nonnull failure);
void cosm_writer_free(cosm_writer *_Nullable writer);

#ifdef __cplusplus
}
#endif
