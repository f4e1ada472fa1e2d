"""The walking network of OSM files as a graph of every vertex, with scipy: no contraction, no index of ours."""
import heapq
import json
import math

import numpy
import osmium
import shapely
from pyproj import Geod, Transformer
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components, dijkstra

GEOD = Geod(ellps="WGS84")
KINDS = set(
    "residential living_street unclassified tertiary tertiary_link secondary secondary_link primary "
    "primary_link trunk trunk_link service track road pedestrian footway path steps cycleway bridleway "
    "corridor".split())
WINDOW = 0.004  # metres: facilities this close to the nearest are looked at for ties


def walkable(tags, private_ways=False):
    kind, foot, access = tags.get("highway"), tags.get("foot"), tags.get("access")
    if kind in ("motorway", "motorway_link"):
        if foot not in ("yes", "designated"):
            return False
    elif kind not in KINDS:
        return False
    if foot in ("no", "private"):
        return False
    if private_ways or access not in ("no", "private"):
        return True
    return foot in ("yes", "designated", "permissive")


class StreetNetwork:
    """Edges (a, b, length) between vertices; a vertex with foot=no is another one for each of its edges."""

    def __init__(self, paths, plane, private_ways=False, split_crossings=False):
        self.plane = Transformer.from_crs("EPSG:4326", plane, always_xy=True)
        read = self._lines if paths[0].endswith("json") else self._osm
        ways, places, blocked = read(paths, private_ways)
        pairs = {tuple(sorted(pair)) for refs in ways for pair in zip(refs, refs[1:])
                 if pair[0] != pair[1] and pair[0] in places and pair[1] in places}
        if split_crossings:
            pairs = self._split(sorted(pairs), places)
        index, coordinates = {}, []

        def vertex(ref):
            if ref in blocked:
                coordinates.append(places[ref])
                return len(coordinates) - 1
            if ref not in index:
                index[ref] = len(coordinates)
                coordinates.append(places[ref])
            return index[ref]

        edges = numpy.array([(vertex(a), vertex(b)) for a, b in sorted(pairs)], dtype=numpy.int64)
        for refs in ways:  # a vertex without an edge is a vertex of the network all the same
            for ref in refs:
                if ref in places and ref not in index and ref not in blocked:
                    vertex(ref)
        self.coordinates = numpy.array(coordinates)
        total = len(self.coordinates)
        count, label = connected_components(
            coo_array((numpy.ones(len(edges)), edges.T), shape=(total, total)), directed=False)
        sizes = numpy.bincount(label, minlength=count)
        kept = sizes * 100 >= total
        kept[sizes.argmax()] = True
        self.report = dict(ways=len(ways), vertices=total, blocked=len(blocked), components=count,
                           kept_components=int(kept.sum()), kept_vertices=int(sizes[kept].sum()),
                           near_one_percent=[int(s) for s in sizes if abs(s * 100 - total) <= 200])
        self.edges = edges[kept[label[edges[:, 0]]]]
        a, b = self.coordinates[self.edges[:, 0]], self.coordinates[self.edges[:, 1]]
        self.lengths = GEOD.inv(a[:, 0], a[:, 1], b[:, 0], b[:, 1])[2]
        self.flat = numpy.column_stack(self.plane.transform(self.coordinates[:, 0], self.coordinates[:, 1]))
        self.tree = shapely.STRtree(shapely.linestrings(self.flat[self.edges]))

    @staticmethod
    def _osm(paths, private_ways):
        """Node references of each walkable way, the nodes' places, and those with foot=no."""
        ways, places, blocked = [], {}, set()
        for path in paths:
            for way in osmium.FileProcessor(path, osmium.osm.WAY):
                if "highway" in way.tags and walkable(way.tags, private_ways):
                    ways.append([node.ref for node in way.nodes])
        wanted = {ref for refs in ways for ref in refs}
        for path in paths:
            for node in osmium.FileProcessor(path, osmium.osm.NODE):
                if node.id in wanted and node.location.valid():
                    places[node.id] = (node.location.lon, node.location.lat)
                    if node.tags.get("foot") == "no":
                        blocked.add(node.id)
        return ways, places, blocked

    @staticmethod
    def _lines(paths, private_ways):
        """The same of GeoJSON lines: vertices within 0.01 m are one, at the coordinates read first."""
        ways, places, cells = [], {}, {}

        def vertex(lon, lat):
            column, row = math.floor(lon / 1e-6), math.floor(lat / 1e-6)
            for key in sorted(k for i in (-1, 0, 1) for j in (-1, 0, 1) for k in cells.get((column + i, row + j), ())):
                if GEOD.inv(lon, lat, *places[key])[2] <= 0.01:
                    return key
            places[len(places)] = (lon, lat)
            cells.setdefault((column, row), []).append(len(places) - 1)
            return len(places) - 1

        for path in paths:
            with open(path, encoding="utf-8") as file:
                features = json.load(file)["features"]
            for feature in features:
                tags = feature["properties"] or {}
                if "highway" in tags and not walkable(tags, private_ways):
                    continue
                shape = feature["geometry"]
                lines = [shape["coordinates"]] if shape["type"] == "LineString" else shape["coordinates"]
                ways += [[vertex(*at[:2]) for at in line] for line in lines]
        return ways, places, set()

    def _split(self, pairs, places):
        """The pairs cut where they cross on the plane, the crossings made places of their own."""
        flat = {ref: numpy.array(self.plane.transform(*place)) for ref, place in places.items()}
        tree = shapely.STRtree([shapely.LineString([flat[a], flat[b]]) for a, b in pairs])
        cuts = {k: [] for k in range(len(pairs))}
        for k, other in tree.query(tree.geometries, predicate="crosses").T:
            if k > other or set(pairs[k]) & set(pairs[other]):
                continue
            at = shapely.intersection(tree.geometries[k], tree.geometries[other])
            ref = max(places) + 1
            places[ref] = self.plane.transform(at.x, at.y, direction="INVERSE")
            for line in (k, other):
                cuts[line].append((math.hypot(*(flat[pairs[line][0]] - [at.x, at.y])), ref))
        chains = ([a] + [ref for _, ref in sorted(cuts[k])] + [b] for k, (a, b) in enumerate(pairs))
        return {tuple(sorted(pair)) for chain in chains for pair in zip(chain, chain[1:])}

    def joins(self, place, limit):
        """Where a place joins: [(edge, metres from its first vertex, leg)], several where edges meet there.

        Empty where the nearest place on the network is farther than the limit.
        """
        x, y = self.plane.transform(*place)
        point = shapely.Point(x, y)
        _, distance = self.tree.query_nearest(point, return_distance=True, all_matches=False)
        near = numpy.sort(self.tree.query(point, predicate="dwithin", distance=distance[0] + 1e-6))
        found = []
        for edge in near:
            a, b = self.flat[self.edges[edge]]
            across = b - a
            square = across @ across
            t = min(1.0, max(0.0, float((numpy.array([x, y]) - a) @ across / square))) if square else 0.0
            foot = a + t * across
            lon, lat = self.plane.transform(*foot, direction="INVERSE")
            leg = GEOD.inv(*place, lon, lat)[2]
            if leg <= limit:
                start = self.coordinates[self.edges[edge][0]]
                along = min(GEOD.inv(start[0], start[1], lon, lat)[2], self.lengths[edge])
                if t == 0.0:
                    along = 0.0
                elif t == 1.0:
                    along = self.lengths[edge]
                found.append((int(edge), along, leg))
        return found

    def _graph(self, facilities):
        """The streets both ways, and from each facility (a row of its own behind the vertices) its first legs."""
        total = len(self.coordinates)
        rows, columns = [self.edges[:, 0], self.edges[:, 1]], [self.edges[:, 1], self.edges[:, 0]]
        weights, starts = [self.lengths, self.lengths], []
        for number, joins in enumerate(facilities):
            best = {}
            for edge, along, leg in joins:
                a, b = self.edges[edge]
                for vertex, cost in ((a, along + leg), (b, self.lengths[edge] - along + leg)):
                    best[vertex] = min(cost, best.get(vertex, cost))
            for vertex, cost in best.items():
                rows.append([total + number])
                columns.append([vertex])
                weights.append([cost])
                starts.append((cost, number, int(vertex)))
        size = total + len(facilities)
        parts = numpy.concatenate(weights), (numpy.concatenate(rows), numpy.concatenate(columns))
        return coo_array(parts, shape=(size, size)).tocsr(), starts

    def distances(self, joins):
        """Metres from one joined facility to every vertex."""
        graph, total = self._graph([joins])[0], len(self.coordinates)
        return dijkstra(graph, directed=True, indices=total)[:total]

    def field(self, facilities):
        """Distances from the nearest of the facilities (each a list of joins) to every vertex.

        By scipy, and once more by a search that keeps at each vertex every facility within a few
        millimetres of the nearest, for ties. Both must agree.
        """
        total = len(self.coordinates)
        graph, starts = self._graph(facilities)
        if facilities:
            sources = numpy.arange(total, total + len(facilities))
            distances = dijkstra(graph, directed=True, indices=sources, min_only=True)[:total]
        else:
            distances = numpy.full(total, numpy.inf)
        labels = self._labels(graph, starts, total)
        for vertex in range(total):
            mine = min((d for d in labels[vertex].values()), default=numpy.inf)
            assert mine == distances[vertex] or abs(mine - distances[vertex]) < 1e-6, (vertex, mine)
        return labels

    @staticmethod
    def _labels(graph, starts, total):
        pointers, targets, weights = graph.indptr.tolist(), graph.indices.tolist(), graph.data.tolist()
        labels = [{} for _ in range(total)]
        nearest = [float("inf")] * total
        heap = list(starts)
        heapq.heapify(heap)
        while heap:
            distance, facility, vertex = heapq.heappop(heap)
            if distance > nearest[vertex] + WINDOW or facility in labels[vertex]:
                continue
            labels[vertex][facility] = distance
            nearest[vertex] = min(nearest[vertex], distance)
            for k in range(pointers[vertex], pointers[vertex + 1]):
                other, reach = targets[k], distance + weights[k]
                if reach <= nearest[other] + WINDOW and facility not in labels[other]:
                    heapq.heappush(heap, (reach, facility, other))
        return labels

    def walks(self, joins, labels, on_edge):
        """Walks from a joined place to every facility within a few millimetres of its nearest.

        `on_edge` names the facilities joined to an edge: {edge: [(facility, along, leg)]}.
        """
        found = {}
        for edge, along, leg in joins:
            a, b = self.edges[edge]
            for vertex, cost in ((a, along), (b, self.lengths[edge] - along)):
                for facility, distance in labels[vertex].items():
                    walk = distance + cost + leg
                    found[facility] = min(walk, found.get(facility, walk))
            for facility, place, last in on_edge.get(edge, ()):
                walk = abs(place - along) + leg + last
                found[facility] = min(walk, found.get(facility, walk))
        nearest = min(found.values(), default=None)
        return {f: float(d) for f, d in found.items() if d <= nearest + WINDOW / 2}
