/** Version of the record's shape. It stands apart from the schemas, which take longer to build than a short report to read. */
export const SCHEMA_VERSION = 1
