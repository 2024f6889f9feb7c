package dev.winback.shared;

import org.jspecify.annotations.Nullable;

/**
 * Where facts wait between reading and merging: tables in a schema of one import, which every
 * connection sees and a crash leaves behind for the next start to drop, or the session's temporary
 * tables for one call. The SQL files name the tables plainly; the search path decides.
 */
public record Staging(@Nullable String schema) {

  public static Staging ofRun(long run) {
    return new Staging("import_" + run);
  }

  public static Staging ofCall() {
    return new Staging(null);
  }

  /**
   * Statement that makes the staging tables visible for the rest of the transaction. A run is one
   * statement at a time over all of a file: with the default memory each join writes it once more.
   * To start workers costs more than a slice.
   */
  public String enter() {
    return schema == null
        ? "set local search_path = pg_temp, public"
        : "set local search_path = "
            + schema
            + ", public; set local work_mem = '128MB'; set local max_parallel_workers_per_gather = 0";
  }

  /** The tables' definition, which is written for a run, as it is needed here. */
  public String tables(String definition) {
    return schema == null
        ? definition
            .replace("create unlogged table", "create temporary table")
            .replace(");\n", ") on commit drop;\n")
        : "create schema if not exists " + schema + ";\n" + enter() + ";\n" + definition;
  }
}
