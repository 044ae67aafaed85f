/** The version of the embedded Neo4j, used for the jars, the compose file and the tests. */
export const NEO4J_VERSION = '5.26.25';
