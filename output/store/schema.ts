/**
 * The schema, as a list of migrations: the database's `user_version` says how many of them it has been through.
 * The comments belong to the schema: SQLite keeps them, `.schema` shows them, and docs/store.md is made from them.
 * A line of a table is `column TYPE …, -- English · 中文`.
 */
import { eighth } from './migrations/eighth.js'
import { fifth } from './migrations/fifth.js'
import { first } from './migrations/first.js'
import { fourth } from './migrations/fourth.js'
import { second } from './migrations/second.js'
import { seventh } from './migrations/seventh.js'
import { sixth } from './migrations/sixth.js'
import { third } from './migrations/third.js'

/** Marks a database as ours: "TZHG". */
export const APPLICATION_ID = 0x545a4847

/** An item is numbered (report << ITEM_BITS) + item where one number has to do, so a report has fewer items than this. */
export const ITEM_BITS = 20

/** Each brings a database one version further. Append only: a ledger in use has been through the earlier ones. */
export const migrations: readonly string[] = [first, second, third, fourth, fifth, sixth, seventh, eighth]

/** The schema from which on each record has its digest. */
export const WITH_DIGESTS = 7

/** The schema that this program writes. */
export const SCHEMA_VERSION = migrations.length
