"""Holds brokers and cut sets against networkx. Reads a JSON line a graph; prints a JSON line for each that differs, and how many were compared."""

import json
import sys
from itertools import combinations

import networkx as nx

compared = 0
for line in sys.stdin:
    one = json.loads(line)
    compared += 1
    graph = nx.MultiGraph()
    graph.add_nodes_from(one["nodes"])
    graph.add_edges_from((a, b, claim) for claim, a, b in one["edges"])
    simple = nx.Graph(graph)
    # Of undirected graphs networkx gives half, because it counts each pair from both its ends.
    scores = nx.betweenness_centrality_subset(simple, one["sources"], one["targets"], normalized=False)
    expected = {node: 2 * score for node, score in scores.items() if score > 1e-9}
    given = dict(one["brokers"])
    if set(expected) != set(given) or any(abs(expected[node] - given[node]) > 1e-6 for node in expected):
        print(json.dumps({"graph": one["n"], "what": "brokers", "expected": expected, "given": given}))

    def parts(claims):
        left = graph.copy()
        left.remove_edges_from([(a, b, claim) for claim, a, b in one["edges"] if claim in claims])
        return not nx.has_path(left, one["from"], one["to"])

    claims = [claim for claim, _, _ in one["edges"]]
    is_linked = nx.has_path(graph, one["from"], one["to"])
    ones = sorted(claim for claim in claims if is_linked and parts([claim]))
    twos = sorted(sorted(pair) for pair in combinations([c for c in claims if c not in ones], 2) if is_linked and parts(pair))
    least = len(nx.minimum_edge_cut(simple, one["from"], one["to"])) if is_linked and len(simple.edges) == len(claims) else None
    if [ones, twos] != [one["ones"], one["twos"]] or (least is not None and (least == 1) != bool(ones)) or (least == 2 and not twos):
        print(json.dumps({"graph": one["n"], "what": "cuts", "expected": [ones, twos], "given": [one["ones"], one["twos"]], "least": least}))
print(json.dumps({"compared": compared}))
