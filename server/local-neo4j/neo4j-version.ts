/** Which Neo4j the embedded default runs; one place, so jars, compose file and tests cannot drift apart. */
export const NEO4J_VERSION = '5.26.25';
