package dev.winback.shared;

import org.jspecify.annotations.Nullable;

/**
 * Where facts wait between reading and merging: tables in a schema of one import, which every
 * connection sees and a crash leaves behind for the next start to drop, or the session's temporary
 * tables for one call. The SQL files name the tables plainly: temporary ones are found first, those
 * of a run by the search path.
 */
public record Staging(@Nullable String schema) {

  static final String LEAVE =
      "select set_config('search_path', current_setting('winback.path'), true)";

  public static Staging ofRun(long run) {
    return new Staging("import_" + run);
  }

  public static Staging ofCall() {
    return new Staging(null);
  }

  /**
   * Statement that makes the staging tables of a run visible for the rest of the transaction, or
   * until {@link #LEAVE}. A run is one statement at a time over all of a file: with the default
   * memory each join writes it once more. To start workers costs more than a slice. Written as
   * selects, because the driver forgets all statements of a connection at SET and RESET of a path.
   */
  String enter() {
    return """
        select set_config('winback.path', current_setting('search_path'), true),
               set_config('search_path', '%s, public', true),
               set_config('work_mem', '128MB', true),
               set_config('max_parallel_workers_per_gather', '0', true)
        """
        .formatted(schema);
  }

  /** The tables' definition, which is written for a run, as it is needed here. */
  String tables(String definition) {
    return schema == null
        ? definition
            .replace("create unlogged table", "create temporary table")
            .replace(");\n", ") on commit drop;\n")
        : definition;
  }
}
