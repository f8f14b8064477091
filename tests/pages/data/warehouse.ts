import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  createDuckDB,
  type DuckDBConnection,
  NODE_RUNTIME,
  VoidLogger,
} from '@duckdb/duckdb-wasm/blocking';

const DIST = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));

const BUNDLES = {
  mvp: {
    mainModule: join(DIST, 'duckdb-mvp.wasm'),
    mainWorker: join(DIST, 'duckdb-node-mvp.worker.cjs'),
  },
  eh: {
    mainModule: join(DIST, 'duckdb-eh.wasm'),
    mainWorker: join(DIST, 'duckdb-node-eh.worker.cjs'),
  },
};

/** A warehouse with the statements run, which speaks PostgreSQL as far as the queries here go. */
export async function warehouse(...statements: string[]): Promise<DuckDBConnection> {
  const database = await createDuckDB(BUNDLES, new VoidLogger(), NODE_RUNTIME);
  await database.instantiate();
  const connection = database.connect();
  for (const statement of statements) connection.query(statement);
  return connection;
}
