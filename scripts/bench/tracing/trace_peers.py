"""Asks networkx and igraph the questions of the bench of traces. Reads one JSON line with the edges file and the questions; prints a JSON line for each peer."""

import csv
import json
import sys
import time
from itertools import islice

import igraph
import networkx as nx

asked = json.loads(sys.stdin.readline())
limit = asked["limitMs"] / 1000
n = asked["entities"]
plain, firm = [], []
degree = [0] * n
with open(asked["edges"], newline="") as file:
    rows = [(int(a), int(b), int(r)) for a, b, r in csv.reader(file)]
for a, b, _ in rows:
    degree[a] += 1
    degree[b] += 1
plain = [(a, b) for a, b, _ in rows]
firm = [(a, b) for a, b, r in rows if r >= asked["rank"] and degree[a] <= asked["degreeLimit"] and degree[b] <= asked["degreeLimit"]]


def timed(name, ask):
    """Milliseconds of each time a question is asked; where all its time is used up the rest are taken as the limit."""
    for question in asked["questions"]:
        times = []
        for ends in question["ends"]:
            if sum(times) > 6 * limit * 1000:
                times.append(limit * 1000)
                continue
            started = time.perf_counter()
            answer = ask(question, ends["from"], ends["to"])
            if answer is None:
                times = None
                break
            times.append(min((time.perf_counter() - started) * 1000, limit * 1000))
        print(json.dumps({"peer": name, "question": question["name"], "times": times}), flush=True)


def in_networkx(graphs):
    def joined(graph, ends, mark):
        graph.add_node(mark)
        graph.add_edges_from((mark, end) for end in ends)

    def ask(question, a, b):
        graph = graphs[1 if question["filtered"] else 0]
        try:
            if question["kind"] == "best":
                return len(list(islice(nx.shortest_simple_paths(graph, a[0], b[0]), 10)))
            if question["kind"] == "brokers":
                return len(nx.betweenness_centrality_subset(graph, sources=list(dict.fromkeys(a)), targets=list(dict.fromkeys(b))))
            if question["kind"] == "shortest":
                return len(nx.bidirectional_shortest_path(graph, a[0], b[0]))
            # Two nodes that stand for the sets.
            joined(graph, a, "from")
            joined(graph, b, "to")
            try:
                return len(nx.bidirectional_shortest_path(graph, "from", "to"))
            finally:
                graph.remove_node("from")
                graph.remove_node("to")
        except (nx.NetworkXNoPath, nx.NodeNotFound):
            return 0

    return ask


def in_igraph(graphs):
    def ask(question, a, b):
        graph = graphs[1 if question["filtered"] else 0]
        if question["kind"] == "best":
            return len(graph.get_k_shortest_paths(a[0], b[0], k=10, mode="all", output="vpath"))
        if question["kind"] == "brokers":
            return len(graph.betweenness(sources=list(dict.fromkeys(a)), targets=list(dict.fromkeys(b)), directed=False))
        if question["kind"] == "shortest":
            return len(graph.get_shortest_path(a[0], b[0], mode="all"))
        lengths = graph.distances(source=list(dict.fromkeys(a)), target=list(dict.fromkeys(b)), mode="all")
        return min(min(row) for row in lengths)

    return ask


graphs = [igraph.Graph(n=n, edges=edges) for edges in (plain, firm)]
timed("igraph", in_igraph(graphs))
del graphs
if n <= asked["mostNetworkx"]:
    made = []
    for edges in (plain, firm):
        graph = nx.Graph()
        graph.add_nodes_from(range(n))
        graph.add_edges_from(edges)
        made.append(graph)
    timed("networkx", in_networkx(made))
