/** What stands in the file is not what this program writes, though SQLite itself has no complaint. */
export class DamagedError extends Error {}

/** A newer version of the app made the file: it is whole, but not for this version to touch. */
export class NewerSchemaError extends Error {}
